#!/usr/bin/env bash
# Writes synthetic persons (about four events each) to a new ledger, then has the sqlite3 shell put the same event rows
# into a plain table without index, chain or derived tables (bytes as hexadecimal, since CSV has no other way), and prints both and their ratio, run by run and as median.
# Needs: Swift 6.3, the sqlite3 shell, python3, disk for about 4 KB a person. Leaves: nothing.
# Arguments: persons (default 1000000), runs (default 5).
set -euo pipefail
cd "$(dirname "$0")/.."
persons=${1:-1000000}
runs=${2:-5}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
build=(swift build -c release --scratch-path .build-bench --product LedgerBenchmark
    --explicit-target-dependency-import-check error)
ROOM=LedgerBenchmark "${build[@]}" >&2
program="$(ROOM=LedgerBenchmark "${build[@]}" --show-bin-path)/LedgerBenchmark"
columns='sequence, recorded_at, account, function, organisation, purpose, rule, mechanism, record, version, kind, state,
    effective, person, reason, origin, body, previous, hash'

echo "machine: $(nproc) cores, $(sed -n 's/^model name.*: //p' /proc/cpuinfo | head -1), sqlite3 $(sqlite3 --version | cut -d' ' -f1)"
for run in $(seq "$runs"); do
    rm -rf "$work"/*
    "$program" "$work/register" "$persons" > "$work/figures"
    sqlite3 "$work/register/ledger.sqlite" -cmd '.mode csv' \
        "SELECT $(echo "$columns" | sed 's/origin/hex(origin)/; s/hash/hex(hash)/') FROM event" > "$work/rows.csv"
    sqlite3 "$work/plain.sqlite" "CREATE TABLE event (${columns/sequence/sequence INTEGER PRIMARY KEY})"
    began=$(date +%s.%N)
    sqlite3 "$work/plain.sqlite" '.mode csv' ".import $work/rows.csv event"
    ended=$(date +%s.%N)
    echo "shell-import-seconds $(echo "$ended - $began" | bc)" >> "$work/figures"
    echo "run $run" && cat "$work/figures"
    awk '$1 == "append-seconds" { ours = $2 } $1 == "shell-import-seconds" { peer = $2 }
        END { printf "ratio (ledger / shell) %.2f\n", ours / peer }' "$work/figures" | tee -a "$work.ratios"
done
sort -k5 -n "$work.ratios" | awk '{ ratio[NR] = $NF } END { print "median ratio", ratio[int((NR + 1) / 2)] }'
rm -f "$work.ratios"
