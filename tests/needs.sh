#!/usr/bin/env bash
# What the tests need besides the .NET SDK: Node.js and npm (Web Chat's own client, axe-core) and chromium (the page).
# Installs Debian's when they are absent; says nothing when all is there.
set -uo pipefail
cd "$(dirname "$0")" || exit 1

missing=()
command -v node >/dev/null && command -v npm >/dev/null || missing+=(nodejs npm)
[ -x /usr/bin/chromium ] || missing+=(chromium)
if [ ${#missing[@]} -gt 0 ]; then
  if ! command -v apt-get >/dev/null; then
    echo "The tests need Node.js 18 or newer with npm, and /usr/bin/chromium. Install them and run again." >&2
    exit 1
  fi
  as_root=()
  if [ "$(id -u)" -ne 0 ]; then as_root=(sudo); fi
  echo "Installing ${missing[*]} for the tests of Direct Line and the page."
  "${as_root[@]}" apt-get update -qq && "${as_root[@]}" apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null || exit 1
fi

page=OverdoseBot.EndToEnd.Tests
if [ ! -d "$page/node_modules" ]; then
  (cd "$page" && npm ci --no-audit --no-fund --loglevel=error >/dev/null) || { echo "npm ci failed in tests/$page." >&2; exit 1; }
fi
