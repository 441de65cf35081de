#!/usr/bin/env bash
# Builds the package twice, in two folders, and holds the tarballs to be alike; installs one; and compares what it gives
# on every runtime, in Chromium, and to TypeScript of several versions: npm run test:runtimes
# What is not there is installed from npm into the cache; Chromium comes from the system (CHROMIUM=… for another).
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
tool() { bash "$here/tool.sh" "$1"; }
failed=0
fail() {
  echo "$1"
  failed=1
}

# Nothing outside the folder is to be in what is built, so the dependencies are copied, by links where that is possible.
copy() { # from, to
  mkdir -p "$2"
  (cd "$1" && cp -R src docs package.json tsconfig.json tsup.config.ts README.md CHANGELOG.md LICENSE .npmrc "$2")
  cp -al "$1/node_modules" "$2/node_modules" 2>/dev/null || cp -a "$1/node_modules" "$2/node_modules"
  rm -rf "$2/node_modules/.cache"
}
build() { # folder, time zone, umask
  # npm packs the modes that files have, so the ones that a checkout gives are put back.
  (cd "$1" && umask "$3" && export TZ=$2 && npm run --silent build && chmod -R u=rwX,go=rX dist &&
    npm pack --silent --pack-destination .) >"$1/build.log" 2>&1 || { cat "$1/build.log"; return 1; }
}
echo "== two builds"
copy "$root" "$work/one"
copy "$work/one" "$work/another/with a space"
build "$work/one" UTC 022 &
one=$!
build "$work/another/with a space" Pacific/Apia 077 &
another=$!
wait "$one"
wait "$another"
if cmp "$work"/one/cx-metrics-*.tgz "$work/another/with a space"/cx-metrics-*.tgz; then
  echo "the same bytes: sha256 $(sha256sum "$work"/one/cx-metrics-*.tgz | cut -d ' ' -f 1)"
else
  fail "the tarball depends on where or how it is built"
  diff -rq "$work/one/dist" "$work/another/with a space/dist" || true
fi

project=$work/project
mkdir "$project"
cd "$project"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund --prefer-offline --ignore-scripts "$work"/one/cx-metrics-*.tgz
cp -R "$here"/*.mjs "$here"/*.cjs "$here/page" .

# Meanwhile: TypeScript.
compile() { node "$here/types.mjs" "$project" "$2" "$1"; }
compileAll() {
  local status=0 own=$root/node_modules/typescript
  for version in 5.5 5.9 7.0; do compile "$version" "$(tool "tsc$version")" || status=1; done
  compile "$(node -p "require('$own/package.json').version")" "$own/bin/tsc" || status=1
  return "$status"
}
compileAll >compilers.log 2>&1 &
compilers=$!

echo "== runtimes"
runs=()
run() { # name, file, command …
  local name=$1 file=$2
  shift 2
  if "$@" >"$file"; then runs+=("$name=$file"); else fail "$name: failed"; fi
}
node smoke.mjs >reference.json
echo "the reference: Node $(node --version)"
run "Node $(node --version), CommonJS" node.cjs.json node smoke.cjs
for version in 22 24 26; do
  node=$(tool "node$version")
  run "Node $("$node" --version)" "node$version.json" "$node" smoke.mjs
  printf 'score\n10\n9\n3\n' | "$node" node_modules/cx-metrics/dist/cli.js nps - --score score --json >"cli$version.json"
  cmp "cli22.json" "cli$version.json" || fail "Node $version: the command differs"
done
bun=$(tool bun) deno=$(tool deno)
run "Bun $("$bun" --version)" bun.json "$bun" smoke.mjs
run "$("$deno" --version | head -n 1 | cut -d ' ' -f 1,2)" deno.json "$deno" run --no-lock --node-modules-dir=manual smoke.mjs

esbuild=$root/node_modules/.bin/esbuild
"$esbuild" all.mjs --bundle --format=iife --global-name=smoke --outfile=bundle.js --log-level=warning
run "a bundle and nothing but the language" bare.json node bare.mjs bundle.js
"$esbuild" worker.mjs --bundle --format=esm --outfile=worker.js --log-level=warning
screenshot=$root/node_modules/.cache/runtimes/page.png
mkdir -p "$(dirname "$screenshot")"
if node "$here/browser.mjs" "$project" "$screenshot"; then
  runs+=("Chromium, page=page.json" "Chromium, worker=worker.json")
else
  fail "Chromium: failed"
fi
node compare.mjs reference.json "${runs[@]}" || failed=1

echo "== compilers"
wait "$compilers" || failed=1
cat compilers.log

exit "$failed"
