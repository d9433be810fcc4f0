#!/usr/bin/env bash
# Builds, checks the scripts, runs every test. Last line: N passed, N failed.
# Needs the .NET 10 SDK; what else the tests need (Node.js with npm, chromium) it installs from Debian's packages when absent.
set -uo pipefail
cd "$(dirname "$0")/.." || exit 1
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
work=$(mktemp -d)
shm=
behind=
tidy() {
  [ -z "$behind" ] || kill -- -"$behind" 2>/dev/null
  rm -rf "$work" ${shm:+"$shm"}
}
trap tidy EXIT
trap 'exit 1' INT TERM

fail() { echo "$1"; echo "0 passed, 1 failed"; exit 1; }

bash tests/needs.sh || fail "What the tests need could not be installed (tests/needs.sh)."
# As it is shipped: tests that compute take a third of the time of a debug build.
dotnet build OverdoseBot.sln -c Release -v quiet || fail "The build failed."
dotnet run -c Release --no-build --project src/OverdoseBot -- check || fail "The scripts in dialogs/ have faults (printed above)."

# Journals and databases of the tests lie in memory where there is room: a disk that stands still is not what they measure, and
# what a killed program has written is kept there too. PostgreSQL has a user of its own, who must get in.
if [ "$(df --output=avail -k /dev/shm 2>/dev/null | tail -n 1)" -gt 2097152 ] 2>/dev/null && shm=$(mktemp -d /dev/shm/odb.XXXX); then
  chmod 755 "$shm"
  export TMPDIR=$shm
fi

# One line a project: "Passed!  - Failed:     0, Passed:   163, Skipped:     0, …"
sum() { sed -nE "s/^ *(Passed|Failed|Skipped)! +- .*$1: +([0-9]+).*/\2/p" "$2" | awk '{ n += $1 } END { print n + 0 }'; }

# Adds up what a log says. A test host that died prints no count: it is a failure all the same, and so are tests that are not found.
count() {
  local log=$1 status=$2 passed failed
  passed=$(sum Passed "$log")
  failed=$(sum Failed "$log")
  if [ "$failed" -eq 0 ] && { [ "$status" -ne 0 ] || [ "$passed" -eq 0 ]; }; then failed=1; fi
  echo "$passed $failed" >>"$work/counts"
}

test_with() { dotnet test "$@" -c Release --no-build --logger "console;verbosity=minimal" 2>&1; }

# Tests of projects one after another, with what is left of the machine by NICENESS: what each prints comes in one piece.
projects() {
  local niceness=$1 name log
  shift
  [ "$niceness" -eq 0 ] || renice -n "$niceness" -p "$BASHPID" >/dev/null
  for name in "$@"; do
    echo "$name …"
    log=$work/$name
    test_with "tests/OverdoseBot.$name.Tests" >"$log"
    count "$log" $?
    flock "$work" cat "$log"
  done
}

# Two lanes. What computes for minutes has only the time that the other lane leaves: that one has browsers and clocks.
# What kills whole programs and their database comes alone and last: it measures them, and not what else the machine does.
computing=(Mutation Paths Bot BotBuilder Scripts Understanding Printing TextAnalytics)
waiting=(EndToEnd Journal DirectLine Channels Sms Connector Watching)
alone=(Replicas)
if [ $# -gt 0 ]; then
  test_with OverdoseBot.sln "$@" | tee "$work/log"
  count "$work/log" "${PIPESTATUS[0]}"
else
  for folder in tests/OverdoseBot.*.Tests; do
    name=${folder#tests/OverdoseBot.}
    case " ${computing[*]} ${waiting[*]} ${alone[*]} " in *" ${name%.Tests} "*) ;; *) waiting+=("${name%.Tests}") ;; esac
  done
  set -m
  projects 19 "${computing[@]}" &
  behind=$!
  set +m
  projects 0 "${waiting[@]}"
  wait "$behind"
  behind=
  projects 0 "${alone[@]}"
fi

awk '{ passed += $1; failed += $2 } END { print passed + 0 " passed, " failed + 0 " failed"; exit !(passed > 0 && failed == 0) }' "$work/counts"
