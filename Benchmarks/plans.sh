#!/usr/bin/env bash
# A plan of many actions: its board, its table of today and of a past day, and what changed between them, at the door of a served
# register; the first look, and those after it; the ratio of a past day to today. Needs: Swift 6.3, Python 3.11.
# Leaves: .build (release). PROGRAM=FILE measures that one and builds none.
# Arguments: actions (default 5000), looks at each page (default 20).
set -euo pipefail
cd "$(dirname "$0")/.."
actions=${1:-5000} times=${2:-20}
if [ -z "${PROGRAM:-}" ]; then
    swift build -c release --explicit-target-dependency-import-check error --product rapporteur >&2
    PROGRAM=$(swift build -c release --show-bin-path)/rapporteur
fi
work=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server"; rm -rf "$work"' EXIT
"$PROGRAM" demo --persons 0 --data "$work/register" > /dev/null
python3 Benchmarks/plans.py table "$actions" "$work/first.csv" "$work/second.csv"
title="Plan of $actions actions"
for turn in first:120 second:20; do
    day=$(date -u -d "-${turn#*:} days" +%F)
    begun=$SECONDS
    "$PROGRAM" plan import "$work/${turn%:*}.csv" --layout table --title "$title" --as-of "$day" \
        --findings "$work/findings.csv" --data "$work/register" > /dev/null
    echo "imported the table of $day in $((SECONDS - begun)) s"
done
"$PROGRAM" serve --data "$work/register" --port 8129 --patience 1000 > /dev/null 2> "$work/log" &
server=$!
until grep -qs '^Open ' "$work/log"; do sleep 0.2; done
echo "machine: $(nproc) cores, load before: $(cut -d' ' -f1-3 /proc/loadavg)"
python3 Benchmarks/plans.py ask 8129 "$work/register/sign-ins.csv" "$title" "$times"
echo "memory, greatest: $(awk '/VmHWM/ { print int($2 / 1024) }' "/proc/$server/status") MB"
