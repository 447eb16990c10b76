#!/usr/bin/env python3
"""Cube of five breakdowns over 1,000,000 persons: the counting room beside DuckDB, on the same columns, in one run.

Needs: Swift, Python 3 with the PyPI packages duckdb and numpy (`pip install duckdb numpy`). Leaves nothing.
Prints: machine, sizes, the median of five for both, the ratio (below 1: the counting room is faster), and the cold fold
of the facts. The counting room's time is the whole call: choosing each person's first record, counting, making the table.
DuckDB's is the grouping alone, of rows already chosen, with the groups counted inside; in brackets, the same with the
groups fetched as arrays, which is nearer to the table that the counting room makes.
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


def measured(work) -> float:
    """The median of the rounds, in milliseconds, after one that warms."""
    times = []
    for _ in range(ROUNDS + 1):
        start = time.perf_counter()
        work()
        times.append((time.perf_counter() - start) * 1000)
    return statistics.median(times[1:])


def peer(folder: str, name: str) -> tuple[float, float, list[int]]:
    """Groups the same columns in DuckDB; returns milliseconds without and with the result, and [groups, squares]."""
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
    grouping = f"SELECT {keys}, count(*) AS n FROM person GROUP BY {keys}"
    query = f"SELECT count(*), sum(n * n) FROM ({grouping})"
    groups, squares = connection.execute(query).fetchone()
    alone = measured(lambda: connection.execute(query).fetchone())
    fetched = measured(lambda: connection.execute(grouping).fetchnumpy())
    return alone, fetched, [groups, int(squares)]


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
            theirs, fetched, check = peer(folder, name)
            if check != checks[name]:
                sys.exit(f"{name}: groups and sum of squares differ: DuckDB {check}, the counting room {checks[name]}")
            ours = statistics.median(own)
            print(
                f"{name}: {cells:,} cells; counting {ours:.2f} ms, DuckDB {theirs:.2f} ms; ratio {ours / theirs:.2f} "
                f"(groups fetched: {fetched:.2f} ms; {ours / fetched:.2f})")


if __name__ == "__main__":
    main()
