#!/usr/bin/env bash
# Measures the estimates of multiple systems in CPU seconds, median of five, beside R's SparseMSE where that is installed
# (one run of it takes minutes). Needs: Swift 6.3. Leaves: .build-bench.
# Arguments: CSV files with a column of 0 and 1 for each list and one of counts; the published tables of the United
# Kingdom without any.
set -euo pipefail
[ $# -gt 0 ] || set -- "$(dirname "$0")/tables/uk-five-lists.csv" "$(dirname "$0")/tables/uk-six-lists.csv"
files=()
for file in "$@"; do files+=("$(realpath "$file")"); done
cd "$(dirname "$0")/.."
build=(swift build -c release --scratch-path .build-bench --product EstimationBenchmark
    --explicit-target-dependency-import-check error)
ROOM=EstimationBenchmark "${build[@]}" >&2
echo "machine: $(nproc) cores, $(sed -n 's/^model name.*: //p' /proc/cpuinfo | head -1)"
results=$("$(ROOM=EstimationBenchmark "${build[@]}" --show-bin-path)/EstimationBenchmark" "${files[@]}")
echo "$results"
if command -v Rscript > /dev/null && Rscript -e 'library(SparseMSE)' > /dev/null 2>&1; then
    for file in "${files[@]}"; do
        name=$(basename "$file" .csv)
        peer=$(Rscript -e "library(SparseMSE); table <- as.matrix(read.csv('$file'))
            cat(system.time(estimatepopulation(table, nboot = 1000))[['user.self']])" | tail -1)
        ours=$(echo "$results" | sed -n "s/^$name stepwise and BCa of 1000,//p")
        echo "$name SparseMSE with 1000 bootstraps,$peer"
        echo "$name ratio,$(echo "scale=0; $peer / $ours" | bc)"
    done
else
    echo '# SparseMSE is not installed: no ratio'
fi
