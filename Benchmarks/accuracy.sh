#!/usr/bin/env bash
# Links sets whose truth is known and prints accuracy and calibration as the table of docs/methods/linkage.md.
# Needs: Swift 6.3, python3. Leaves: .build-bench. Arguments: the folder of sets of others, records and seeds of made ones.
set -euo pipefail
cd "$(dirname "$0")/.."
build=(swift build -c release --scratch-path .build-bench --explicit-target-dependency-import-check error)
"${build[@]}" --product rapporteur >&2
exec python3 Benchmarks/accuracy.py "$("${build[@]}" --show-bin-path)/rapporteur" "$@"
