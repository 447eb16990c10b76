#!/usr/bin/env python3
"""Links a file of persons who do not exist in bounded memory, kills a second run of it while it scores, starts that again,
and says whether both wrote the same bytes.

Needs Python 3 and a built `rapporteur`. Leaves nothing. Ends with 3 where the bytes differ, or nothing was killed in time.
Usage: resume.py RAPPORTEUR RECORDS MEMORY
"""
import hashlib
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from linkage import accuracy, command, measured, written

# Of the time that the whole run took: scoring is under way by then, and far from its end.
WHEN = 0.6


def digest(file):
    with open(file, "rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def killed(arguments, unfinished, seconds):
    """Whether a run was killed with scores already kept; how many bytes of them."""
    began = time.monotonic()
    with subprocess.Popen(arguments, stdout=subprocess.DEVNULL) as process:
        while process.poll() is None:
            late = time.monotonic() - began > WHEN * seconds
            if late and unfinished.exists() and unfinished.stat().st_size > 1000:
                process.kill()
                process.wait()
                return unfinished.stat().st_size
            time.sleep(0.05)
    return 0


def main():
    program, records, bound = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        file, whole, resumed = folder / "records.csv", folder / "whole", folder / "resumed"
        written(records, file)
        whole.mkdir()
        resumed.mkdir()
        cpu, memory, elapsed, _ = measured(command(program, file, whole, bound))
        f1 = accuracy(program, file, whole / "pairs.csv")
        print("records,bound,cpu seconds,seconds,MB,F1", flush=True)
        print(f"{records},{bound},{cpu:.1f},{elapsed:.1f},{memory},{f1}", flush=True)
        kept = killed(command(program, file, resumed, bound), resumed / "pairs.csv.unfinished", elapsed)
        print(f"killed with {kept} bytes of scores, load {os.getloadavg()[0]:.1f}", flush=True)
        cpu, memory, elapsed, _ = measured(command(program, file, resumed, bound))
        same = all(digest(whole / name) == digest(resumed / name) for name in ("pairs.csv", "groups.csv"))
        print(f"started again: {cpu:.1f} CPU s, {elapsed:.1f} s, {memory} MB, {'same' if same else 'OTHER'} bytes")
        sys.exit(0 if same and kept else 3)


if __name__ == "__main__":
    main()
