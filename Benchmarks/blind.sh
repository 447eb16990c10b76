#!/usr/bin/env bash
# Compares two files of filters, with anonlink and with ours in one run on the same files: CPU seconds, and the ratio of
# anonlink's median to that of each of our kernels. Needs: Swift 6.3, python3 with venv, the network for the first run.
# Leaves: .build-bench. Argument: filters in each file (default 10000). Ends with 3 where the two find other pairs.
set -euo pipefail
cd "$(dirname "$0")/.."
count=${1:-10000}
venv=.build-bench/venv-blind
if [ ! -x $venv/bin/python ]; then
    python3 -m venv $venv
    $venv/bin/pip install --quiet 'clkhash==0.18.3' 'anonlink==0.15.3'
fi
build=(swift build -c release --scratch-path .build-bench/blind --explicit-target-dependency-import-check error)
ROOM=BlindBenchmark "${build[@]}" --product BlindBenchmark >&2
peer=$($venv/bin/python Benchmarks/blind.py "$count" .build-bench)
own=$(.build-bench/blind/release/BlindBenchmark .build-bench/first.txt .build-bench/second.txt 0.8)
printf '%s\n%s\n' "$peer" "$own"
python3 -c 'import re, sys
line = r"^(.+): ([0-9.]+) CPU s, .* ([0-9]+) pairs$"
(_, peer, found), = re.findall(line, sys.argv[1], re.M)
kernels = re.findall(line, sys.argv[2], re.M)
if not kernels: sys.exit("nothing was measured")
for name, seconds, pairs in kernels:
    print(f"{name}: {float(peer) / float(seconds):.1f} times as fast as anonlink" + ("" if pairs == found else ", other pairs"))
sys.exit(3 * any(pairs != found for _, _, pairs in kernels))' "$peer" "$own"
