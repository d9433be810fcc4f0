#!/usr/bin/env bash
# What the tests need besides the .NET SDK: Node.js and npm, for the run with Web Chat's own client. Installs Debian's when they are absent.
set -uo pipefail
if command -v node >/dev/null && command -v npm >/dev/null; then exit 0; fi
if ! command -v apt-get >/dev/null; then
  echo "The tests need Node.js 18 or newer with npm. Install it and run again." >&2
  exit 1
fi
as_root=()
if [ "$(id -u)" -ne 0 ]; then as_root=(sudo); fi
echo "Installing nodejs and npm for the Direct Line conformance test."
"${as_root[@]}" apt-get update -qq && "${as_root[@]}" apt-get install -y -qq --no-install-recommends nodejs npm >/dev/null
