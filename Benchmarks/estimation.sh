#!/usr/bin/env bash
# Measures the estimates of multiple systems in CPU seconds, median of five, on tables given as files.
# Needs: Swift 6.3. Leaves: .build-bench. Arguments: CSV files with a column of 0 and 1 for each list and one of counts.
set -euo pipefail
files=()
for file in "$@"; do files+=("$(realpath "$file")"); done
cd "$(dirname "$0")/.."
build=(swift build -c release --scratch-path .build-bench --product EstimationBenchmark
    --explicit-target-dependency-import-check error)
ROOM=EstimationBenchmark "${build[@]}" >&2
echo "machine: $(nproc) cores, $(sed -n 's/^model name.*: //p' /proc/cpuinfo | head -1)"
"$(ROOM=EstimationBenchmark "${build[@]}" --show-bin-path)/EstimationBenchmark" "${files[@]}"
