#!/usr/bin/env bash
# What the tests need besides the .NET SDK: Node.js and npm (Web Chat, its own client, the Bot Framework's JavaScript, axe-core), chromium and its headless
# shell (the page), and PostgreSQL 15 or newer (the journal of several replicas; the tests start their own, so no server needs to run).
# Installs Debian's when they are absent; says nothing when all is there.
set -uo pipefail
cd "$(dirname "$0")" || exit 1

missing=()
command -v node >/dev/null && command -v npm >/dev/null || missing+=(nodejs npm)
for browser in chromium chromium-headless-shell; do [ -x "/usr/bin/$browser" ] || missing+=("$browser"); done
command -v initdb >/dev/null || ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || missing+=(postgresql)
if [ ${#missing[@]} -gt 0 ]; then
  if ! command -v apt-get >/dev/null; then
    echo "The tests need Node.js 18 or newer with npm, /usr/bin/chromium, /usr/bin/chromium-headless-shell and PostgreSQL 15 or newer. Install them and run again." >&2
    exit 1
  fi
  as_root=()
  if [ "$(id -u)" -ne 0 ]; then as_root=(sudo); fi
  echo "Installing ${missing[*]} for the tests of the channels, the page and the journal."
  "${as_root[@]}" apt-get update -qq && "${as_root[@]}" apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null || exit 1
fi

page=OverdoseBot.EndToEnd.Tests
if [ ! -d "$page/node_modules" ]; then
  (cd "$page" && npm ci --no-audit --no-fund --loglevel=error >/dev/null) || { echo "npm ci failed in tests/$page." >&2; exit 1; }
fi
# Web Chat is one file of its package; the page in deploy/embed pins it by its hash, so that the browser checks it.
if [ ! -f "$page/node_modules/webchat-minimal.js" ]; then
  kept=$(mktemp -d)
  (cd "$kept" && npm pack botframework-webchat@4.18.1 --silent >/dev/null && tar -xzf ./*.tgz --strip-components=2 package/dist/webchat-minimal.js) \
    && mv "$kept/webchat-minimal.js" "$page/node_modules/" || { echo "Web Chat could not be fetched." >&2; exit 1; }
  rm -rf "$kept"
fi
