#!/usr/bin/env bash
# Kills `rapporteur link` while it scores a large file in bounded memory, starts it again, and compares the results with those
# of a run that nothing stopped. Needs: Swift 6.3, python3. Leaves: .build-bench.
# Arguments: records (default 1000000), memory for the search in MB (default 40).
set -euo pipefail
cd "$(dirname "$0")/.."
build=(swift build -c release --scratch-path .build-bench --explicit-target-dependency-import-check error)
"${build[@]}" --product rapporteur >&2
exec python3 Benchmarks/resume.py "$("${build[@]}" --show-bin-path)/rapporteur" "${1:-1000000}" "${2:-40}"
