#!/usr/bin/env bash
# Would JSR take the package as it is? On a clean copy of the files in git, with Deno: publishing without slow types,
# documentation without a gap, types, and the same numbers as the npm package on Node: npm run test:jsr
set -euo pipefail
cd "$(dirname "$0")/../.."
export NO_COLOR=1 DENO_NO_UPDATE_CHECK=1
DENO_DIR=${DENO_DIR:-$PWD/node_modules/.cache/deno}
NPM_CONFIG_REGISTRY=${NPM_CONFIG_REGISTRY:-$(npm config get registry 2>/dev/null)}
export DENO_DIR NPM_CONFIG_REGISTRY

deno=$(bash test/runtimes/tool.sh deno)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
[ -f dist/display.js ] || npm run --silent build >/dev/null

# No node_modules and no package.json: what is imported has to be found by jsr.json alone.
git ls-files -z --cached --others --exclude-standard -- src docs README.md LICENSE CHANGELOG.md jsr.json .npmrc |
  xargs -0 cp --parents -t "$work" --
expected=$(node test/runtimes/jsrNumbers.mjs)
cp test/runtimes/jsrNumbers.mjs "$work"
cd "$work"

failed=0
check() { # check <name> <command…>: quiet, unless the command fails or warns
  local name=$1 status=0
  shift
  "$@" >output 2>&1 || status=$?
  if [ "$status" -eq 0 ] && ! grep -qi '^warning' output; then
    echo "$name: clean"
  else
    grep -v '^ *file://' output || true
    echo "$name: failed"
    failed=1
  fi
}

mapfile -t entries < <(node -p 'Object.values(require("./jsr.json").exports).join("\n")')
check "deno publish --dry-run" "$deno" publish --dry-run

# Only publishing reads jsr.json by itself.
node -e '
  const { exports, imports, compilerOptions } = require("./jsr.json");
  for (const [entry, path] of Object.entries(exports)) imports["cx-metrics" + entry.slice(1)] = path;
  fs.writeFileSync("deno.json", JSON.stringify({ imports, compilerOptions }));
'
check "deno doc --lint" "$deno" doc --lint "${entries[@]}"
check "deno check" "$deno" check "${entries[@]}"
if actual=$("$deno" run jsrNumbers.mjs 2>&1) && [ "$actual" = "$expected" ]; then
  echo "numbers: the same as the npm package's"
else
  diff <(echo "$expected") <(echo "$actual") || true
  echo "numbers: differ"
  failed=1
fi
exit "$failed"
