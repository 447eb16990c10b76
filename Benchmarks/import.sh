#!/usr/bin/env bash
# The whole import (read, map, interpret, seal, chain, write, derived tables) beside the sqlite3 shell, which inserts the
# very event rows that the import made as plain rows, by INSERT statements in one transaction and by .import of CSV.
# Prints both, their ratio run by run, and the medians; a ratio of 3 means a third of the shell's rate.
# Needs: Swift 6.3, the sqlite3 shell, python3, about 8 KB of disk a person. Leaves: nothing.
# Arguments: persons (default 1000000), runs (default 5).
set -euo pipefail
cd "$(dirname "$0")/.."
persons=${1:-1000000}
runs=${2:-5}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
swift build -c release --explicit-target-dependency-import-check error --product rapporteur >&2
program=$(swift build -c release --show-bin-path)/rapporteur
python3 Benchmarks/synthetic_persons.py "$persons" > "$work/persons.csv"
echo "machine: $(nproc) cores, $(sed -n 's/^model name.*: //p' /proc/cpuinfo | head -1), sqlite3 $(sqlite3 --version | cut -d' ' -f1)"
echo "input: $persons persons, $(stat -c %s "$work/persons.csv") bytes"

seconds() { # runs a command and prints how long it took
    local began ended
    began=$(date +%s.%N)
    "$@" > /dev/null
    ended=$(date +%s.%N)
    echo "$ended - $began" | bc
}
median() { sort -g | awk '{ value[NR] = $1 } END { print value[int((NR + 1) / 2)] }'; }

for run in $(seq "$runs"); do
    rm -rf "$work/register" "$work"/plain*
    "$program" init --data "$work/register" > /dev/null 2>&1
    ours=$(seconds /usr/bin/env time -f '%M' -o "$work/memory" \
        "$program" import "$work/persons.csv" --source Benchmarks/synthetic_persons.yaml --data "$work/register" \
        --held-back "$work/held-back.csv" --findings "$work/findings.csv")
    events=$(sqlite3 "$work/register/ledger.sqlite" 'SELECT count(*) FROM event')
    sqlite3 "$work/register/ledger.sqlite" '.mode insert event' 'SELECT * FROM event' |
        (echo 'BEGIN;'; cat; echo 'COMMIT;') > "$work/plain.sql"
    sqlite3 "$work/register/ledger.sqlite" '.mode csv' 'SELECT * FROM event' > "$work/plain.csv"
    columns=$(sqlite3 "$work/register/ledger.sqlite" "SELECT group_concat(name, ', ') FROM pragma_table_info('event')")
    sqlite3 "$work/plain-insert.sqlite" "CREATE TABLE event (${columns/sequence/sequence INTEGER PRIMARY KEY})"
    sqlite3 "$work/plain-import.sqlite" "CREATE TABLE event (${columns/sequence/sequence INTEGER PRIMARY KEY})"
    rm -rf "$work/register"
    insert=$(seconds sqlite3 "$work/plain-insert.sqlite" ".read $work/plain.sql")
    import=$(seconds sqlite3 "$work/plain-import.sqlite" '.mode csv' ".import $work/plain.csv event")
    echo "run $run: $events events, rapporteur $ours s ($(cat "$work/memory") kB), shell INSERT $insert s, shell .import $import s," \
        "ratio to INSERT $(echo "scale=2; $ours / $insert" | bc), to .import $(echo "scale=2; $ours / $import" | bc)"
    echo "$ours $insert $import" >> "$work/figures"
done
echo "median: ratio to INSERT $(awk '{ print $1 / $2 }' "$work/figures" | median), to .import $(awk '{ print $1 / $3 }' "$work/figures" | median)"
