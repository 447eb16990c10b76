#!/usr/bin/env bash
# Asks for one record against a file of many, beside Splink in one run: CPU milliseconds of a query and their ratio.
# Needs: Swift 6.3, python3 with venv, the network for the first run. Leaves: .build-bench.
# Arguments: records (default 100000), queries of ours (default 2000), of Splink (default 20).
set -euo pipefail
cd "$(dirname "$0")/.."
records=${1:-100000} ours=${2:-2000} theirs=${3:-20}
venv=.build-bench/venv-linkage
if [ ! -x $venv/bin/python ]; then
    python3 -m venv $venv
    $venv/bin/pip install --quiet 'splink==5.0.0' 'duckdb==2.0.0'
fi
build=(swift build -c release --scratch-path .build-bench/search --explicit-target-dependency-import-check error)
ROOM=SearchBenchmark "${build[@]}" --product SearchBenchmark >&2
file=.build-bench/search-records.csv
python3 Benchmarks/repeated_persons.py "$records" > $file
roles=given=given_name,family=surname,birth=date_of_birth,place=city,phone=phone
own=$(.build-bench/search/release/SearchBenchmark $file person $roles "$ours")
peer=$(PYTHONPATH=Benchmarks $venv/bin/python Benchmarks/search.py $file "$theirs")
printf 'rapporteur: %s\nSplink: %s\n' "$own" "$peer"
python3 -c 'import json, sys
own, peer = (json.loads(text)["medianCpuMilliseconds"] for text in sys.argv[1:])
print(f"ratio: {peer / own:.0f} times faster")' "$own" "$peer"
