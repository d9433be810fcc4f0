#!/usr/bin/env bash
# What the tests of the page need beside the .NET SDK: a browser (chromium) and axe-core. Says nothing when all is there.
set -uo pipefail
cd "$(dirname "$0")" || exit 1

if [ ! -x /usr/bin/chromium ]; then
  if [ "$(id -u)" -ne 0 ]; then echo "The tests of the page need chromium. Run tests/needs.sh as root once." >&2; exit 1; fi
  { apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium; } >/dev/null 2>&1 \
    || { echo "chromium could not be installed with apt-get." >&2; exit 1; }
fi

for project in */package-lock.json; do
  folder=$(dirname "$project")
  [ -d "$folder/node_modules" ] && continue
  command -v npm >/dev/null || { echo "The tests in tests/$folder need npm." >&2; exit 1; }
  (cd "$folder" && npm ci --no-audit --no-fund --loglevel=error >/dev/null) || { echo "npm ci failed in tests/$folder." >&2; exit 1; }
done
