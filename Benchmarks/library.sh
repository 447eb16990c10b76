#!/usr/bin/env bash
# A library of many papers: bringing them in from a list, the desk's pages warm, and searches beside SQLite's FTS5 alone on
# the same texts in the same run (milliseconds: median, 99th percentile, ratio); where PostgreSQL is installed, the same
# searches with the words on a server of it, started for this run. Needs: Swift 6.3, python3 with FTS5, disk for about
# 80 KB a paper. Leaves: .build-bench. PROGRAM=FILE measures that program and builds none.
# Arguments: papers (default 20000), words of a paper (default 800), searches (default 400).
set -euo pipefail
cd "$(dirname "$0")/.."
papers=${1:-20000} length=${2:-800} searches=${3:-400}
work=$(mktemp -d)
server= words=
trap 'for process in $server $words; do kill -INT "$process"; wait "$process" || true; done; rm -rf "$work"' EXIT
if [ -z "${PROGRAM:-}" ]; then
    build=(swift build -c release --scratch-path .build-bench --explicit-target-dependency-import-check error)
    "${build[@]}" --product rapporteur >&2
    PROGRAM=$("${build[@]}" --show-bin-path)/rapporteur
fi
python3 Benchmarks/library.py make "$work/papers" "$papers" "$length"
"$PROGRAM" demo --persons 60 --data "$work/register" > /dev/null 2>&1
echo "machine: $(nproc) cores, $(sed -n 's/^model name.*: //p' /proc/cpuinfo | head -1), load before: $(cut -d' ' -f1-3 /proc/loadavg)"
began=$(date +%s%N)
"$PROGRAM" library import --list "$work/papers/list.csv" --data "$work/register"
echo "brought in: $((($(date +%s%N) - began) / 1000000)) ms; ledger $(du -m "$work/register/ledger.sqlite" | cut -f1) MB, words $(du -m "$work/register/library.sqlite" | cut -f1) MB"
serve() {
    : > "$work/log"
    "$PROGRAM" serve --data "$work/register" --port 18096 --patience 1000 "$@" > /dev/null 2> "$work/log" &
    server=$!
    until grep -qs '^Open ' "$work/log"; do
        kill -0 "$server" 2> /dev/null || { cat "$work/log" >&2; exit 1; }
        sleep 0.2
    done
}
serve
python3 Benchmarks/library.py measure "$work/papers" 18096 "$work/register/sign-ins.csv" "$searches"
echo "memory of the server, greatest: $(awk '/VmHWM/ { print int($2 / 1024) }' "/proc/$server/status") MB"

programs=$(ls -d /usr/lib/postgresql/*/bin 2> /dev/null | sort -V | tail -1)
[ -x "$programs/initdb" ] || { echo 'PostgreSQL is not installed: its searches are left out'; exit 0; }
kill -INT "$server"
wait "$server" || true
server= as=
socket=$work/socket
mkdir "$socket"
if [ "$(id -u)" = 0 ]; then
    as='setpriv --reuid=nobody --regid=nogroup --clear-groups'
    chown nobody "$socket"
    chmod 711 "$work"
fi
cd "$socket"
$as "$programs/initdb" -D "$socket/data" -U rapporteur -A trust -E UTF8 --locale=C > /dev/null
$as "$programs/postgres" -D "$socket/data" -k "$socket" -c listen_addresses= -c shared_buffers=256MB > "$work/postgres.log" 2>&1 &
words=$!
until "$programs/pg_isready" -q -h "$socket"; do
    kill -0 "$words" 2> /dev/null || { cat "$work/postgres.log" >&2; exit 1; }
    sleep 0.2
done
cd "$OLDPWD"
address="postgresql:///postgres?host=$socket&user=rapporteur"
began=$(date +%s%N)
"$PROGRAM" library index --data "$work/register" --library-words "$address"
size=$("$programs/psql" -XAtq -h "$socket" -U rapporteur -d postgres -c 'SELECT pg_database_size(current_database()) / 1048576')
echo "taken in by PostgreSQL: $((($(date +%s%N) - began) / 1000000)) ms; words $size MB"
serve --library-words "$address"
python3 Benchmarks/library.py search "$work/papers" 18096 "$work/register/sign-ins.csv" "$searches"
