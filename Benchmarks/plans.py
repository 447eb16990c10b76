"""A plan of many actions as a table that `rapporteur plan import --layout table` takes, and the same table of a later day;
then the board and the table of a served register, asked again and again: milliseconds at the server's door, warm.

    plans.py table ACTIONS FIRST.csv SECOND.csv
    plans.py ask PORT SIGN-INS.csv TITLE TIMES
"""
import csv
import datetime
import re
import statistics
import sys

from library import Desk

TIMETABLES = ["Mid 2027", "Ongoing", "Once per year", "March 2026", "By the end of 2026", "As soon as possible", "Q3 2027"]


def table(actions, first, second):
    for number, path in enumerate((first, second)):
        with open(path, "w", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(["chapter", "objective", "action", "timetable", "responsible", "assessment", "state-of-play"])
            for place in range(actions):
                # Twenty chapters of some objectives with twenty actions each; a third moves between the days.
                per_chapter = max(1, actions // 20)
                moved = number and place % 3 == 0
                writer.writerow([
                    f"{place // per_chapter + 1}. Chapter {place // per_chapter + 1}",
                    f"{place % per_chapter // 20 + 1}. Objective {place % per_chapter // 20 + 1}",
                    f"{chr(97 + place % 20)}) Action number {place} of the plan, in words that fill a line of the table.",
                    TIMETABLES[(place + moved) % len(TIMETABLES)], f"Office {place % 40}", "Report handed over.",
                    f"Stage {number} of {place} is reached." if place % 4 else ""])


def ask(port, sign_ins, title, times):
    desk = Desk.of(port, sign_ins, "coordinator")
    home = desk.ask("GET", "/work/plans")[1]
    place = re.search(r'href="(/work/plans/[0-9a-f-]{36})"[^>]*>' + re.escape(title), home)[1]
    today = datetime.date.today()
    past = (today - datetime.timedelta(days=100)).isoformat()
    pages = {
        "board": place, "board, filtered": place + "?standing=late", f"board as of {past}": f"{place}?as-of={past}",
        "table": place + "/table", f"table as of {past}": f"{place}/table?as-of={past}",
        "whole table": place + "/table?whole=yes", f"whole table as of {past}": f"{place}/table?whole=yes&as-of={past}",
        "what changed": f"{place}/changes?from={past}&to={today.isoformat()}", "first page of the day": "/work",
        "calendar": "/work/calendar", "smallest page": "/work/plans"}
    medians = {}
    for name, path in pages.items():
        taken, page = [], ""
        for turn in range(times + 1):
            milliseconds, page = desk.timed(path)
            taken.append(milliseconds)
        medians[name] = statistics.median(taken[1:])
        print(f"{name}: first {taken[0]:.1f} ms, then median {medians[name]:.1f} ms, most {max(taken[1:]):.1f} ms, "
              f"{len(page.encode()) / 1024:.0f} KB")
    for name in ("board", "table", "whole table"):
        print(f"ratio of the {name} of a past day to that of today: "
              f"{medians[f'{name} as of {past}'] / medians[name]:.2f}")


if __name__ == "__main__":
    if sys.argv[1] == "table":
        table(int(sys.argv[2]), *sys.argv[3:])
    else:
        ask(int(sys.argv[2]), *sys.argv[3:5], int(sys.argv[5]))
