#!/usr/bin/env bash
# Runs the notebooks on Deno, against the package as npm would publish it, and checks what they show: npm run notebooks
# UPDATE_NOTEBOOKS=1 writes the outputs into the notebooks, in place of comparing with those that are there.
set -euo pipefail
cd "$(dirname "$0")/../.."

export PYTHON=${PYTHON:-/usr/bin/python3}
if ! "$PYTHON" -c 'import jupyter_client' 2>/dev/null; then
  echo "the notebooks need a Jupyter client: apt-get install python3-jupyter-client" >&2
  exit 1
fi
if ! DENO=$(bash test/runtimes/tool.sh deno) || ! "$DENO" --version >/dev/null; then
  echo "the notebooks need Deno, and it could not be installed from npm: npm install deno" >&2
  exit 1
fi
export DENO

home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
# The kernel goes into a folder of its own, never into the user's.
export DENO_DIR=$home/deno DENO_NO_UPDATE_CHECK=1 NO_COLOR=1
env -u XDG_DATA_HOME HOME="$home" "$DENO" jupyter --install --name cx-metrics >"$home/log" 2>&1 || {
  cat "$home/log" >&2
  exit 1
}
export JUPYTER_PATH=$home/.local/share/jupyter:$home/Library/Jupyter
export JUPYTER_CONFIG_DIR=$home/config JUPYTER_RUNTIME_DIR=$home/runtime JUPYTER_DATA_DIR=$home/data

npm run --silent build -- --silent
npx --no-install esbuild test/notebooks/run.ts --bundle --platform=node --format=esm --packages=external \
  --log-level=warning --outfile=node_modules/.cache/notebooks/run.js
node node_modules/.cache/notebooks/run.js
