#!/usr/bin/env bash
# De-duplicates a file of persons who do not exist beside Splink on DuckDB, in one run: the medians of CPU seconds, the
# greatest memory, F1, and the ratios. Then grows the file tenfold, ours only, to see how time and memory grow.
# Needs: Swift 6.3, python3 with venv, the network for the first run. Leaves: .build-bench.
# Arguments: records (default 100000), runs (default 5; 0 for the growing files only), the largest file (default 10000000;
# 0 for none), memory for the search of the growing files, in MB (default: no bound).
set -euo pipefail
cd "$(dirname "$0")/.."
records=${1:-100000} runs=${2:-5} largest=${3:-10000000} memory=${4:-}
venv=.build-bench/venv-linkage
if [ ! -x $venv/bin/python ]; then
    python3 -m venv $venv
    $venv/bin/pip install --quiet 'splink==5.0.0' 'duckdb==2.0.0'
fi
build=(swift build -c release --scratch-path .build-bench --explicit-target-dependency-import-check error)
"${build[@]}" --product rapporteur >&2
exec $venv/bin/python Benchmarks/linkage.py "$("${build[@]}" --show-bin-path)/rapporteur" "$records" "$runs" "$largest" ${memory:+"$memory"}
