#!/usr/bin/env bash
# Compares filters beside anonlink in one run and prints both rates. Needs: Swift 6.3, python3 with venv.
# Leaves: .build, .build-bench. Argument: filters in each file (default 10000).
set -euo pipefail
cd "$(dirname "$0")/.."
count=${1:-10000}
venv=.build-bench/venv-blind
if [ ! -x $venv/bin/python ]; then
    python3 -m venv $venv
    $venv/bin/pip install --quiet 'clkhash==0.18.3' 'anonlink==0.15.3'
fi
ROOM=BlindBenchmark swift build -c release --product BlindBenchmark --scratch-path .build-bench/blind 2>&1 | tail -1
$venv/bin/python Benchmarks/blind.py "$count" .build-bench
.build-bench/blind/release/BlindBenchmark .build-bench/first.txt .build-bench/second.txt 0.8
