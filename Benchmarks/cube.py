#!/usr/bin/env python3
"""Cube of five breakdowns over 1,000,000 persons: the counting room beside DuckDB, on the same columns, in one run.

Needs: Swift, Python 3 with the PyPI packages duckdb and numpy (`pip install duckdb numpy`). Leaves nothing.
Prints: machine, sizes, the median of five for both, the ratio (below 1: the counting room is faster), and the cold fold
of the facts. The counting room's time is the whole call: choosing each person's first record, counting, making the table.
DuckDB's is the grouping alone, of rows already chosen, with the groups counted inside (no result is carried to Python).
Fails where the two disagree, or where nothing was counted.
"""
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import duckdb
import numpy

ROOT = Path(__file__).resolve().parent.parent
ROUNDS = 5


def engine(folder: str) -> list[str]:
    """Runs the counting room's half and returns its report."""
    environment = dict(os.environ, ENGINE_ONLY="1", ROOM="Counting", RAPPORTEUR_CUBE_FOLDER=folder)
    subprocess.run(
        ["swift", "test", "--filter", "CubeBenchmark"], cwd=ROOT, env=environment, check=True,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return (Path(folder) / "report.txt").read_text().splitlines()


def peer(folder: str, name: str) -> tuple[list[float], int, int]:
    """Groups the same columns in DuckDB; returns milliseconds, groups, and the sum of squares of the counts."""
    columns = [line.split() for line in (Path(folder) / f"{name}.txt").read_text().splitlines()]
    arrays = {key.replace("-", "_"): numpy.fromfile(Path(folder) / file, dtype=kind) for key, kind, file in columns}
    connection = duckdb.connect()
    connection.execute(f"SET threads = {os.cpu_count()}")
    frame = arrays  # noqa: F841  read by DuckDB by name
    connection.execute("CREATE TABLE person AS SELECT * FROM frame")
    rows = connection.execute("SELECT count(*) FROM person").fetchone()[0]
    if rows == 0:
        sys.exit("nothing was measured: the table is empty")
    keys = ", ".join(arrays)
    query = f"SELECT count(*), sum(n * n) FROM (SELECT {keys}, count(*) AS n FROM person GROUP BY {keys})"
    groups, squares = connection.execute(query).fetchone()
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        connection.execute(query).fetchone()
        times.append((time.perf_counter() - start) * 1000)
    return times, groups, int(squares)


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        lines = engine(folder)
        facts = dict(line.split() for line in lines if len(line.split()) == 2)
        checks = {line.split()[1]: [int(part) for part in line.split()[2:]] for line in lines if line.startswith("check")}
        print(f"machine: {os.cpu_count()} cores; DuckDB {duckdb.__version__}; load {os.getloadavg()[0]:.1f}")
        rate = float(facts["fold_ms"]) / float(facts["fold_events"]) * 1000
        print(f"cold fold: {int(facts['fold_events']):,} events in {float(facts['fold_ms']):,.0f} ms ({rate:.2f} µs an event)")
        print(f"columns made ready: {float(facts['prepare_ms']):,.0f} ms; snapshot {int(facts['snapshot_bytes']):,} bytes")
        for line in lines:
            parts = line.split()
            if parts[0] != "cube":
                continue
            name, cells, own = parts[1], int(parts[3]), [float(part) for part in parts[5:]]
            times, groups, squares = peer(folder, name)
            if [groups, squares] != checks[name]:
                sys.exit(f"{name}: DuckDB has {groups} groups and {squares}, the counting room {checks[name]}")
            ours, theirs = statistics.median(own), statistics.median(times)
            print(f"{name}: {cells:,} cells; counting {ours:.2f} ms, DuckDB {theirs:.2f} ms; ratio {ours / theirs:.2f}")


if __name__ == "__main__":
    main()
