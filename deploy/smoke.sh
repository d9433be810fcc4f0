#!/usr/bin/env bash
# Asks a running service what a frightened person would ask, and fails unless it leads them on. It leaves one chat, which retention deletes.
#   deploy/smoke.sh https://bot.example      DIRECTLINE_SECRET is used when anonymous chats are off.
set -euo pipefail
site=${1:?Write the address of the service, such as https://bot.example}
line=$site/v3/directline
fail() { echo "FAILED: $1" >&2; exit 1; }
say() { curl -fsS --max-time 10 "$@"; }
field() { sed -n "s/.*\"$1\" *: *\"\([^\"]*\)\".*/\1/p" | head -1; }

say "$site/health/live" >/dev/null || fail "the process does not answer"
say "$site/health/ready" >/dev/null || fail "the journal does not answer"
say "$site/guide" >/dev/null || fail "the guide does not answer"
opened=$(say -X POST ${DIRECTLINE_SECRET:+-H "Authorization: Bearer $DIRECTLINE_SECRET"} "$line/tokens/generate") || fail "no token was given"
opened=$(say -X POST -H "Authorization: Bearer $(field token <<<"$opened")" "$line/conversations") || fail "no chat began"
who=(-H "Authorization: Bearer $(field token <<<"$opened")")
chat=$line/conversations/$(field conversationId <<<"$opened")/activities
[[ $(field streamUrl <<<"$opened") == "${site/#http/ws}"/* ]] || fail "streams are not at ${site/#http/ws}: set DirectLine__PublicUrl"
say -X POST "${who[@]}" -H 'Content-Type: application/json' -d '{"type":"message","from":{"id":"smoke"},"text":"she is not breathing"}' "$chat" >/dev/null \
  || fail "a message was not taken"
for _ in 1 2 3 4 5; do
  if say "${who[@]}" "$chat" | grep -q '"step":"respond/compressions"'; then
    echo "ok: $site leads on from \"she is not breathing\""
    exit 0
  fi
  sleep 1
done
fail "the answer to \"she is not breathing\" is not the step of compressions"
