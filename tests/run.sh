#!/usr/bin/env bash
# Builds, checks the scripts, runs every test. Last line: N passed, N failed.
# Needs the .NET 10 SDK; what else the tests need (Node.js with npm, chromium) it installs from Debian's packages when absent.
set -uo pipefail
cd "$(dirname "$0")/.." || exit 1
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
log=$(mktemp)
trap 'rm -f "$log"' EXIT

fail() { echo "$1"; echo "0 passed, 1 failed"; exit 1; }

bash tests/needs.sh || fail "What the tests need could not be installed (tests/needs.sh)."
# As it is shipped: tests that compute take a third of the time of a debug build.
dotnet build OverdoseBot.sln -c Release -v quiet || fail "The build failed."
dotnet run -c Release --no-build --project src/OverdoseBot -- check || fail "The scripts in dialogs/ have faults (printed above)."

run() { dotnet test "$@" -c Release --no-build --logger "console;verbosity=minimal" 2>&1 | tee -a "$log"; return "${PIPESTATUS[0]}"; }

# Projects run two at a time in the order of OverdoseBot.sln: what measures real time does not stand beside the browser.
# What kills whole programs and their database comes alone and last: it measures them, and not what else the machine does.
if [ $# -gt 0 ]; then
  run OverdoseBot.sln "$@"
  status=$?
else
  run OverdoseBot.sln --filter 'FullyQualifiedName!~OverdoseBot.Replicas'
  status=$?
  run tests/OverdoseBot.Replicas.Tests || status=1
fi

# One line a project: "Passed!  - Failed:     0, Passed:   163, Skipped:     0, …"
sum() { sed -nE "s/^ *(Passed|Failed|Skipped)! +- .*$1: +([0-9]+).*/\2/p" "$log" | awk '{ n += $1 } END { print n + 0 }'; }
passed=$(sum Passed)
failed=$(sum Failed)
# A test host that died prints no count: it is a failure all the same.
if [ "$status" -ne 0 ] && [ "$failed" -eq 0 ]; then failed=1; fi
if [ "$passed" -eq 0 ]; then failed=$((failed + 1)); fi
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
