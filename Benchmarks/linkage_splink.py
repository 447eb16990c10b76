#!/usr/bin/env python3
"""De-duplicates a file of repeated_persons.py with Splink, as its own guide for synthetic persons does, for the benchmark.

Needs splink 5 (with DuckDB) in the virtual environment that runs it. Prints one line of JSON: CPU seconds and greatest
memory of the whole process, and pairwise F1 at 0.5 and at the best of its thresholds.
Usage: linkage_splink.py FILE.csv
"""
import json
import logging
import resource
import sys

import duckdb
import splink.comparison_library as comparisons
from splink import Linker, SettingsCreator, block_on
from splink.backends.duckdb import DuckDBAPI

THRESHOLDS = [0.01, 0.05, 0.1, 0.2, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 0.99, 0.999]


def settings():
    return SettingsCreator(
        link_type="dedupe_only", unique_id_column_name="id",
        blocking_rules_to_generate_predictions=[
            block_on("given_name", "surname"), block_on("surname", "date_of_birth"),
            block_on("given_name", "date_of_birth"), block_on("phone"), block_on("city", "date_of_birth"),
            block_on("city", "surname"),
        ],
        comparisons=[
            comparisons.NameComparison("given_name").configure(term_frequency_adjustments=True),
            comparisons.NameComparison("surname").configure(term_frequency_adjustments=True),
            comparisons.DateOfBirthComparison("date_of_birth", input_is_string=True),
            comparisons.ExactMatch("city").configure(term_frequency_adjustments=True),
            comparisons.DamerauLevenshteinAtThresholds("phone", [1, 2]),
        ],
        retain_matching_columns=False,
    )


def main():
    logging.disable(logging.WARNING)
    connection = duckdb.connect()
    connection.execute("SET threads TO 2")
    connection.execute(
        "CREATE TABLE records AS SELECT id, nullif(given_name, '') given_name, nullif(surname, '') surname,"
        " nullif(date_of_birth, '') date_of_birth, nullif(city, '') city, nullif(phone, '') phone"
        " FROM read_csv(?, all_varchar = true)", [sys.argv[1]])
    backend = DuckDBAPI(connection)
    linker = Linker(backend.register("records"), settings())
    linker.training.estimate_probability_two_random_records_match(
        [block_on("given_name", "surname", "date_of_birth"), block_on("phone")], recall=0.7)
    linker.training.estimate_u_using_random_sampling(max_pairs=5e6)
    linker.training.estimate_parameters_using_expectation_maximisation(block_on("given_name", "surname"))
    linker.training.estimate_parameters_using_expectation_maximisation(block_on("date_of_birth"))
    found = linker.inference.predict(threshold_match_probability=THRESHOLDS[0])
    linker.clustering.cluster_pairwise_predictions_at_threshold(found, threshold_match_probability=0.5)
    usage = resource.getrusage(resource.RUSAGE_SELF)
    print(json.dumps({
        "cpuSeconds": round(usage.ru_utime + usage.ru_stime, 2), "megabytes": usage.ru_maxrss // 1024,
        "f1": accuracy(connection, found.physical_name)}))


def accuracy(connection, pairs):
    """F1 by threshold, of the pairs themselves."""
    connection.execute("CREATE TABLE truth AS SELECT id, person FROM read_csv(?, all_varchar = true)", [sys.argv[1]])
    true = connection.execute("SELECT sum(n * (n - 1) / 2) FROM (SELECT count(*) n FROM truth GROUP BY person)").fetchone()[0]
    result = {}
    for threshold in THRESHOLDS:
        found, right = connection.execute(
            f"SELECT count(*), sum((a.person = b.person)::INT) FROM {pairs} JOIN truth a ON a.id = id_l"
            f" JOIN truth b ON b.id = id_r WHERE match_probability >= ?", [threshold]).fetchone()
        result[str(threshold)] = round(2 * (right or 0) / (found + true), 4)
    return {"at 0.5": result["0.5"], "best": max(result.values())}


if __name__ == "__main__":
    main()
