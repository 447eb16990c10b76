#!/usr/bin/env python3
"""Draws how time and memory of `rapporteur link` grow with the records, from the rows that linkage.py and resume.py print.

Needs Python 3 only. One panel below the other, so that a telephone shows figures that can be read. Both axes are logarithmic: along the dashed line ten times the records cost ten times as much.
Usage: growth.py ROWS.csv > GROWTH.svg
"""
import csv
import math
import sys

WIDTH, LEFT, TOP, SIDE, RISE, PANEL = 360, 56, 34, 284, 190, 270
RECORDS = (4, 7)
STYLE = """text{font:14px system-ui,sans-serif;fill:#1d2327}.title{font-weight:600}.grid{stroke:#d9d9d2}
.even{stroke:#5a6268;stroke-dasharray:3 3;fill:none}.free{stroke:#1b5e83;fill:none;stroke-width:2}
.bound{stroke:#b3480f;fill:none;stroke-width:2;stroke-dasharray:6 3}circle{fill:#1b5e83}rect.dot{fill:#b3480f}rect.paper{fill:#fcfcfa}
@media(prefers-color-scheme:dark){text{fill:#e8eaea}.grid{stroke:#39434a}.even{stroke:#9aa5ab}.free{stroke:#86c5e6}
.bound{stroke:#ffb37a}circle{fill:#86c5e6}rect.dot{fill:#ffb37a}rect.paper{fill:#14181b}}"""


class Panel:
    """One figure by the number of records."""

    def __init__(self, title, top, rows, column, decades):
        self.title, self.top, self.decades = title, top, decades
        self.points = [(int(row["records"]), float(row[column]), row["bound"]) for row in rows]

    def across(self, records):
        first, last = RECORDS
        return LEFT + SIDE * (math.log10(records) - first) / (last - first)

    def up(self, value):
        first, last = self.decades
        return self.top + RISE * (last - math.log10(value)) / (last - first)

    def grid(self):
        yield f'<text class="title" x="{LEFT}" y="{self.top - 16}">{self.title}</text>'
        for decade in range(self.decades[0], self.decades[1] + 1):
            height = self.up(10**decade)
            yield f'<line class="grid" x1="{LEFT}" x2="{LEFT + SIDE}" y1="{height:.1f}" y2="{height:.1f}"/>'
            yield f'<text x="{LEFT - 6}" y="{height + 5:.1f}" text-anchor="end">{shown(10**decade)}</text>'
        for decade in range(RECORDS[0], RECORDS[1] + 1):
            place = self.across(10**decade)
            yield f'<line class="grid" x1="{place:.1f}" x2="{place:.1f}" y1="{self.top}" y2="{self.top + RISE}"/>'
            yield f'<text x="{place:.1f}" y="{self.top + RISE + 20}" text-anchor="middle">{shown(10**decade)}</text>'

    def lines(self):
        records, value, _ = min(self.points)
        most = min(10 ** RECORDS[1], records * 10 ** self.decades[1] / value)
        yield (f'<line class="even" x1="{self.across(records):.1f}" y1="{self.up(value):.1f}" '
               f'x2="{self.across(most):.1f}" y2="{self.up(value * most / records):.1f}"/>')
        for name in ("free", "bound"):
            points = sorted(point for point in self.points if bool(point[2]) == (name == "bound"))
            places = [(self.across(records), self.up(value)) for records, value, _ in points]
            yield f'<polyline class="{name}" points="{" ".join(f"{x:.1f},{y:.1f}" for x, y in places)}"/>'
            for x, y in places:
                yield (f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4"/>' if name == "free"
                       else f'<rect class="dot" x="{x - 4:.1f}" y="{y - 4:.1f}" width="8" height="8"/>')


def shown(number):
    for size, sign in ((10**6, " M"), (10**3, " k")):
        if number >= size:
            return f"{number // size}{sign}"
    return f"{number:g}"


def legend(top):
    yield f'<circle cx="{LEFT + 14}" cy="{top - 5}" r="4"/><text x="{LEFT + 36}" y="{top}">no bound on memory</text>'
    yield (f'<rect class="dot" x="{LEFT + 10}" y="{top + 13}" width="8" height="8"/>'
           f'<text x="{LEFT + 36}" y="{top + 22}">search bounded (--memory)</text>')
    yield (f'<line class="even" x1="{LEFT}" x2="{LEFT + 28}" y1="{top + 39}" y2="{top + 39}"/>'
           f'<text x="{LEFT + 36}" y="{top + 44}">as the records grow</text>')


def main():
    with open(sys.argv[1], encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    panels = [
        Panel("CPU seconds, by records", TOP, rows, "cpu seconds", (-1, 3)),
        Panel("Megabytes, by records", TOP + PANEL, rows, "MB", (1, 4))]
    parts = [part for panel in panels for part in (*panel.grid(), *panel.lines())]
    height = TOP + 2 * PANEL + 60
    print(f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height}" viewBox="0 0 {WIDTH} {height}" '
          'role="img" aria-labelledby="title">')
    print('<title id="title">CPU seconds and memory of rapporteur link by number of records, both axes logarithmic</title>')
    print(f'<style>{STYLE}</style><rect class="paper" width="{WIDTH}" height="{height}"/>')
    print("\n".join([*parts, *legend(TOP + 2 * PANEL), "</svg>"]))


if __name__ == "__main__":
    main()
