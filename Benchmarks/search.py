#!/usr/bin/env python3
"""Asks for one record after the other against a file of many, with Splink on DuckDB: CPU milliseconds of a query.

Needs splink 5 (with DuckDB) in the virtual environment that runs it. Prints one line of JSON. The model is trained once, with the
settings of linkage_splink.py; a query links a table of one record with the table of all, the way that Splink 5 leaves for it.
Usage: search.py FILE.csv QUERIES
"""
import json
import logging
import resource
import statistics
import sys

import duckdb
from linkage_splink import settings
from splink import Linker, SettingsCreator, block_on
from splink.backends.duckdb import DuckDBAPI


def seconds():
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime


def main():
    logging.disable(logging.WARNING)
    file, queries = sys.argv[1], int(sys.argv[2])
    connection = duckdb.connect()
    connection.execute("SET threads TO 2")
    columns = ", ".join(f"nullif({name}, '') {name}" for name in ("given_name", "surname", "date_of_birth", "city", "phone"))
    connection.execute(f"CREATE TABLE records AS SELECT id, {columns} FROM read_csv(?, all_varchar = true)", [file])
    backend = DuckDBAPI(connection)
    trained = Linker(backend.register("records"), settings())
    trained.training.estimate_probability_two_random_records_match(
        [block_on("given_name", "surname", "date_of_birth"), block_on("phone")], recall=0.7)
    trained.training.estimate_u_using_random_sampling(max_pairs=5e6)
    trained.training.estimate_parameters_using_expectation_maximisation(block_on("given_name", "surname"))
    trained.training.estimate_parameters_using_expectation_maximisation(block_on("date_of_birth"))
    model = trained.misc.save_model_to_json()
    del model["sql_dialect"]
    model["link_type"] = "link_only"
    known = backend.register("records")
    milliseconds, found = [], 0
    for number in range(queries):
        connection.execute(
            f"CREATE TABLE query_{number} AS SELECT * FROM records ORDER BY id::INT DESC LIMIT 1 OFFSET {number}")
        before = seconds()
        linker = Linker([known, backend.register(f"query_{number}")], SettingsCreator(**model))
        named = linker.inference.predict(threshold_match_probability=0.5)
        milliseconds.append(1000 * (seconds() - before))
        found += connection.execute(f"SELECT count(*) FROM {named.physical_name}").fetchone()[0]
    print(json.dumps({
        "queries": queries, "found": found, "meanCpuMilliseconds": round(statistics.mean(milliseconds), 1),
        "medianCpuMilliseconds": round(statistics.median(milliseconds), 1)}))


if __name__ == "__main__":
    main()
