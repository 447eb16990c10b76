"""What was found, compared with what was looked at and accepted: accepted.csv, one line each with its reason."""
import csv
import json
import os
import re
import sys
from collections import Counter
from pathlib import Path

ACCEPTED = Path(__file__).with_name("accepted.csv")


class Findings:
    """The findings of one part. An accepted finding that no longer occurs is a finding too: the list tells no tales."""

    def __init__(self, part, report):
        self.part, self.report = part, Path(report)
        self.found, self.measured, self.told = [], {}, set()

    def add(self, what, where, detail=""):
        finding = {"what": what, "where": where, "detail": str(detail)[:2000]}
        self.found.append(finding)
        # One of each kind at once, for whoever waits.
        if (what, finding["detail"][:60]) not in self.told:
            self.told.add((what, finding["detail"][:60]))
            print(f"  {what}: {where} {finding['detail'][:200]!r}", file=sys.stderr, flush=True)

    def late(self, what, where):
        """What was not tried for want of time: a finding, but where a slow machine is no fault (scripts/check-web)."""
        if os.environ.get("WHERE_POSSIBLE"):
            self.measure(what, self.measured.get(what, 0) + 1)
        else:
            self.add(what, where)

    def measure(self, name, figure):
        self.measured[name] = figure

    def end(self):
        """Writes the report, tells what is open, and gives the exit status."""
        with open(ACCEPTED, newline="") as file:
            accepted = [row for row in csv.DictReader(file) if row["part"] == self.part]
        used, open_ones = set(), []
        for finding in self.found:
            line = f'{finding["what"]} {finding["where"]}'
            hit = next((i for i, row in enumerate(accepted) if re.search(row["finding"], line)), None)
            used.add(hit)
            if hit is None:
                open_ones.append(finding)
        for index, row in enumerate(accepted):
            if index not in used:
                open_ones.append({"what": "accepted, but no longer found", "where": row["finding"], "detail": "take the line out"})
        outcome = {
            "part": self.part, "measured": self.measured, "open": open_ones, "accepted": len(self.found) - len(
                [f for f in self.found if f in open_ones]),
        }
        self.report.mkdir(parents=True, exist_ok=True)
        (self.report / f"{self.part}.json").write_text(json.dumps(outcome, indent=1, ensure_ascii=False))
        figures = ", ".join(f"{figure} {name}" for name, figure in self.measured.items())
        print(f"{self.part}: {figures}; {len(open_ones)} open, {outcome['accepted']} accepted")
        for what, times in Counter(finding["what"] for finding in open_ones).most_common():
            print(f"  {times} × {what}")
        return 3 if open_ones else 0
