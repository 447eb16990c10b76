#!/usr/bin/env bash
# Every page of the desks of a register with a large plan, a round of a questionnaire that went to many, and a large library:
# milliseconds at the server's door, warm, the slowest first; and the first look at the plan's board after a write to it.
# Needs: Swift 6.3, Python 3.11, disk for about 60 KB a paper. Leaves: .build-bench. PROGRAM=FILE measures that program and
# builds none; WORK=FOLDER keeps the register there, and measures it again where it is whole. Arguments: actions (default 5000), respondents (default 200), papers (default 20000), looks at each (default 20).
set -euo pipefail
cd "$(dirname "$0")/.."
actions=${1:-5000} respondents=${2:-200} papers=${3:-20000} times=${4:-20}
work=${WORK:-$(mktemp -d)}
server=
trap '[ -n "$server" ] && kill "$server"; [ -n "${WORK:-}" ] || rm -rf "$work"' EXIT
mkdir -p "$work"
if [ -z "${PROGRAM:-}" ]; then
    build=(swift build -c release --scratch-path .build-bench --explicit-target-dependency-import-check error)
    "${build[@]}" --product rapporteur >&2
    PROGRAM=$("${build[@]}" --show-bin-path)/rapporteur
fi
data="$work/register"

serve() {
    # Of an earlier server: what it said is no sign that this one listens.
    rm -f "$work/log"
    "$PROGRAM" serve --data "$data" --port 18097 --patience 1000 > /dev/null 2> "$work/log" &
    server=$!
    until grep -qs '^Open ' "$work/log"; do
        kill -0 "$server" 2> /dev/null || { cat "$work/log" >&2; exit 1; }
        sleep 0.2
    done
}

stop() {
    kill "$server"
    wait "$server" || true
    server=
}

if [ ! -e "$work/whole" ]; then
    "$PROGRAM" demo --persons 60 --data "$data" > /dev/null 2>&1
    python3 Benchmarks/plans.py table "$actions" "$work/first.csv" "$work/second.csv"
    for turn in first:120 second:20; do
        "$PROGRAM" plan import "$work/${turn%:*}.csv" --layout table --title "Plan of $actions actions" \
            --as-of "$(date -u -d "-${turn#*:} days" +%F)" --findings "$work/findings.csv" --data "$data" > /dev/null
    done
    for number in $(seq "$respondents"); do
        open=("$PROGRAM" record open --as system-operator --effective 2026-01-01 --data "$data")
        body=$("${open[@]}" organisation --field "name=Body number $number" --field kind=local-government --field registers=no)
        post=$("${open[@]}" function --field "organisation=${body%,*}" --field kind=respondent --field "title=Desk $number")
        echo "${body%,*},${post%,*}"
    done > "$work/asked.csv"
    serve
    python3 Benchmarks/desks.py send 18097 "$data/sign-ins.csv" "$work/asked.csv" > "$work/responses.csv"
    stop
    # Three of four answer; the others are chased.
    while IFS=, read -r place body post response; do
        [ $((place % 4)) -ne 0 ] || continue
        "$PROGRAM" record step "$response" submit --version 1 --as respondent --for "$body" --post "$post" \
            --effective "$(date -u +%F)" --field "answers=$(python3 Benchmarks/desks.py answers "$place")" --data "$data" > /dev/null
    done < "$work/responses.csv"
    python3 Benchmarks/library.py make "$work/papers" "$papers" 800
    "$PROGRAM" library import --list "$work/papers/list.csv" --data "$data" > /dev/null
    touch "$work/whole"
fi
serve
echo "machine: $(nproc) cores, $(sed -n 's/^model name.*: //p' /proc/cpuinfo | head -1), load before: $(cut -d' ' -f1-3 /proc/loadavg)"
python3 Benchmarks/desks.py measure 18097 "$data/sign-ins.csv" "Plan of $actions actions" "$times"
echo "memory of the server, greatest: $(awk '/VmHWM/ { print int($2 / 1024) }' "/proc/$server/status") MB"
