#!/usr/bin/env bash
# Draws every chart of test/gallery/charts.ts into docs/gallery and writes docs/gallery.md: npm run gallery
set -euo pipefail
cd "$(dirname "$0")/../.."
rm -f docs/gallery/*.svg
UPDATE_DOCS=1 npx --no-install vitest run --config test/vitest.config.ts --project tests test/gallery/
