#!/usr/bin/env bash
# Runs the packed package on other versions of Node, on Bun and on Deno, all installed from npm, and compares what it
# prints with what this Node prints: npm run test:runtimes
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

(cd "$here/../.." && npm run --silent build >/dev/null && npm pack --silent --pack-destination "$work" >/dev/null)
cd "$work"
npm init -y >/dev/null
npm install --silent ./cx-metrics-*.tgz
cp "$here/smoke.mjs" .
expected=$(node smoke.mjs)
echo "node $(node --version)"
echo "$expected"

failed=0
check() { # name, command …
  local name=$1
  shift
  if [ "$("$@" 2>&1)" = "$expected" ]; then echo "$name: the same"; else echo "$name: differs"; failed=1; fi
}
for version in 22 24 26; do
  npm install --silent --prefix "node$version" "node@$version"
  node="$work/node$version/node_modules/.bin/node"
  check "node $("$node" --version)" "$node" smoke.mjs
  check "node $version, command" sh -c "printf 'score\n10\n9\n3\n' | '$node' node_modules/cx-metrics/dist/cli.js nps - \
    --score score --json >/dev/null && '$node' smoke.mjs"
done
npm install --silent --prefix others bun deno
check "bun $("$work/others/node_modules/.bin/bun" --version)" "$work/others/node_modules/.bin/bun" smoke.mjs
check "$("$work/others/node_modules/.bin/deno" --version | head -n 1)" \
  "$work/others/node_modules/.bin/deno" run --node-modules-dir=manual --allow-read smoke.mjs
exit "$failed"
