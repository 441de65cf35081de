#!/usr/bin/env bash
# Prints the path of a command that npm has but this project does not depend on, installed once into the cache:
# bash test/runtimes/tool.sh deno
set -euo pipefail
cd "$(dirname "$0")/../.."

case $1 in
  node22) package=node@22.23.3 command=node ;;
  node24) package=node@24.21.0 command=node ;;
  node26) package=node@26.10.0 command=node ;;
  bun) package=bun@1.4.5 command=bun ;;
  deno) package=deno@2.9.6 command=deno ;;
  tsc5.5) package=typescript@5.5.4 command=tsc ;;
  tsc5.9) package=typescript@5.9.3 command=tsc ;;
  tsc7.0) package=typescript@7.0.2 command=tsc ;;
  *) echo "no tool is called $1" >&2; exit 2 ;;
esac
folder=$PWD/node_modules/.cache/tools/$package
path=$folder/node_modules/.bin/$command
if [ ! -x "$path" ]; then
  mkdir -p "$folder"
  npm install --silent --no-audit --no-fund --no-save --prefix "$folder" "$package" >&2
fi
echo "$path"
