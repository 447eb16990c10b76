#!/usr/bin/env bash
# A register of many persons under mixed reads and writes, beside the smallest page of the same framework: errors, lost
# updates, the 99th percentile of each kind of request with its ratio to that page, throughput, memory. With KILLS=20
# instead: `kill -9` of the house under that load so often, what was acknowledged and lost, and whether the ledger verifies.
# Needs: Swift 6.3, disk for about 6 KB a person. Leaves: the build in SCRATCH (default .build-bench), and the register
# where REGISTER names a folder (made where it is missing, used again where it is there).
# Arguments: persons (default 1000000), seconds (default 300), workers (default 50). Ends with 3 on an error.
set -euo pipefail
cd "$(dirname "$0")/.."
persons=${1:-1000000} seconds=${2:-300} workers=${3:-50}
work=$(mktemp -d)
servers=()
trap 'for server in "${servers[@]}"; do kill "$server" 2> /dev/null || true; done; rm -rf "$work"' EXIT
build=(swift build -c release --scratch-path "${SCRATCH:-.build-bench}" --explicit-target-dependency-import-check error)
"${build[@]}" --product rapporteur >&2
"${build[@]}" --product ServingBenchmark >&2
bin=$("${build[@]}" --show-bin-path)
register=${REGISTER:-$work/register}
if [ ! -e "$register/sign-ins.csv" ]; then
    began=$(date +%s)
    "$bin/rapporteur" demo --persons "$persons" --data "$register" > /dev/null
    echo "made $persons persons in $(($(date +%s) - began)) s"
fi
echo "machine: $(nproc) cores, $(sed -n 's/^model name.*: //p' /proc/cpuinfo | head -1), load before: $(cut -d' ' -f1-3 /proc/loadavg)"
status=0
if [ -n "${KILLS:-}" ]; then
    "$bin/ServingBenchmark" kills 18098 "$bin/rapporteur" "$register" "$KILLS" "$workers" || status=$?
    "$bin/rapporteur" ledger verify --data "$register" || status=$?
    exit "$status"
fi
"$bin/rapporteur" serve --data "$register" --port 18098 --behind-proxy --trusted-proxy 127.0.0.1 \
    --patience 1000 > /dev/null 2> "$work/log" &
servers+=($!)
"$bin/ServingBenchmark" bare 18097 &
servers+=($!)
until grep -qs '^Open ' "$work/log" && (exec 3<> /dev/tcp/127.0.0.1/18097) 2> /dev/null; do sleep 0.2; done
"$bin/ServingBenchmark" load 18098 18097 "$register/sign-ins.csv" "$seconds" "$workers" || status=$?
ticks=$(awk '{ print $14 + $15 }' "/proc/${servers[0]}/stat")
echo "processor time of the house: $((ticks / $(getconf CLK_TCK))) s"
echo "memory, greatest: $(awk '/VmHWM/ { print int($2 / 1024) }' "/proc/${servers[0]}/status") MB; ledger $(du -m "$register/ledger.sqlite" | cut -f1) MB; load after: $(cut -d' ' -f1-3 /proc/loadavg)"
exit "$status"
