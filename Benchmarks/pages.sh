#!/usr/bin/env bash
# The pages of the demonstration under load, beside the smallest answer of the same server (a redirect): requests a
# second and the 99th percentile. Needs: Swift 6.3, wrk. Leaves: nothing.
set -euo pipefail
cd "$(dirname "$0")/.."
work=$(mktemp -d)
server=
trap '[ -n "$server" ] && kill "$server"; rm -rf "$work"' EXIT
swift build -c release --explicit-target-dependency-import-check error --product rapporteur >&2
program=$(swift build -c release --show-bin-path)/rapporteur
"$program" init --country GB --data "$work/register" > /dev/null 2>&1
"$program" import demo/nrm-uk-referrals-2022Q2-2023Q3.csv --source sources/uk-nrm.yaml --data "$work/register" > /dev/null
"$program" release create --table referrals,index --data "$work/register" > /dev/null 2>&1
"$program" serve --data "$work/register" --port 18099 2> /dev/null &
server=$!
for _ in $(seq 50); do curl -sf -o /dev/null http://127.0.0.1:18099/en/ && break; sleep 0.2; done
for path in / /en/ /en/tables/referrals-by-quarter-organisation-kind-citizenship \
    /releases/1/referrals-by-quarter-organisation-kind-sex.csv; do
    wrk -t1 -c16 -d5s --latency -H 'Accept-Encoding: gzip' "http://127.0.0.1:18099$path" |
        awk -v path="$path" '/99%/ { p99 = $2 } /Requests\/sec/ { rate = $2 } END { print path, rate " requests/s, p99 " p99 }'
done
