#!/usr/bin/env python3
"""Runs `rapporteur link` and Splink in turn on one file, and `rapporteur link` on files ten times larger each.

Needs the virtual environment of linkage.sh, which calls it. Leaves nothing. CPU seconds are user and system time of the
whole process, reading and writing included; memory is the greatest resident size.
Usage: linkage.py RAPPORTEUR RECORDS RUNS LARGEST [MEMORY]
With 0 runs Splink is left out, and RECORDS is the first of the growing files. MEMORY bounds the search, in MB.
"""
import json
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROLES = "given=given_name,family=surname,birth=date_of_birth,place=city,phone=phone"


def measured(arguments):
    """CPU seconds, megabytes, seconds that passed, and what it printed."""
    began = os.times().elapsed
    with tempfile.TemporaryFile() as printed:
        process = subprocess.Popen(arguments, stdout=printed)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            sys.exit(f"{arguments[0]} ended with {process.returncode}.")
        printed.seek(0)
        return usage.ru_utime + usage.ru_stime, usage.ru_maxrss // 1024, os.times().elapsed - began, printed.read()


def written(records, place):
    with open(place, "wb") as file:
        subprocess.run([sys.executable, HERE / "repeated_persons.py", str(records)], stdout=file, check=True)


def command(program, file, folder, bound=None):
    """What links a file, with its results in a folder."""
    return [
        program, "link", file, "--id", "id", "--roles", ROLES, "--out", folder / "pairs.csv", "--groups",
        folder / "groups.csv", "--format", "json", *(["--memory", str(bound)] if bound else [])]


def ours(program, file, folder, bound=None):
    cpu, memory, elapsed, _ = measured(command(program, file, folder, bound))
    return cpu, memory, elapsed, folder / "pairs.csv"


def accuracy(program, file, pairs):
    found = subprocess.run(
        [program, "link", "evaluate", "--pairs", pairs, "--truth", file, "--key", "person", "--format", "json"],
        stdout=subprocess.PIPE, check=True).stdout
    return round(json.loads(found)["f1"], 4)


def beside(program, records, runs, file, folder):
    """Both in turn on one file."""
    written(records, file)
    mine, theirs = [], []
    for _ in range(runs):
        mine.append(ours(program, file, folder))
        peer = measured([sys.executable, HERE / "linkage_splink.py", file])
        theirs.append((*peer[:3], json.loads(peer[3])))
    cpu = [statistics.median(run[0] for run in each) for each in (mine, theirs)]
    memory = [max(run[1] for run in each) for each in (mine, theirs)]
    load = os.getloadavg()[0]
    print(f"{records} records, median of {runs}, load {load:.1f}")
    print(f"rapporteur: {cpu[0]:.2f} CPU s, {memory[0]} MB, F1 {accuracy(program, file, mine[-1][3])}")
    print(f"Splink: {cpu[1]:.2f} CPU s, {memory[1]} MB, F1 {theirs[-1][3]['f1']['at 0.5']} (best {theirs[-1][3]['f1']['best']})")
    print(f"ratio: {cpu[1] / cpu[0]:.2f} times faster, {memory[1] / memory[0]:.2f} times less memory", flush=True)


def main():
    program, records, runs, largest = sys.argv[1], *map(int, sys.argv[2:5])
    bound = int(sys.argv[5]) if len(sys.argv) > 5 else None
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        file = folder / "records.csv"
        if runs > 0:
            beside(program, records, runs, file, folder)
            records *= 10
        print("records,bound,cpu seconds,seconds,MB,F1", flush=True)
        while records <= largest:
            written(records, file)
            cpu, memory, elapsed, pairs = ours(program, file, folder, bound)
            f1 = accuracy(program, file, pairs)
            print(f"{records},{bound or ''},{cpu:.1f},{elapsed:.1f},{memory},{f1}", flush=True)
            records *= 10


if __name__ == "__main__":
    main()
