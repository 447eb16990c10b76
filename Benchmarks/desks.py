"""Every page of the desks of a register with a large plan, a round that went to many, and a large library.

    desks.py send PORT SIGN-INS ASKED.csv            a round to BODY,POST a line; prints PLACE,BODY,POST,RESPONSE for each
    desks.py answers PLACE                           what a respondent answers
    desks.py measure PORT SIGN-INS TITLE TIMES       of the plan of this title first

Pages are found by following links from the home page and the desks; of each kind of address (ids and values of filters left
out, and not more than one filter) two are asked. Files are left out: what they take depends on what is in them.
"""
import csv
import html
import re
import sys
from urllib.parse import urlencode

from library import Desk

ID = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}")
LINK = re.compile(r'href="(/work[^"#]*)')
FILE = re.compile(r"[.](csv|xlsx|json|ics|css|js|png)$")
PLACES = ("plans", "questionnaires", "treaties", "recommendations", "meetings", "contacts", "overviews", "library", "calendar")
QUESTIONNAIRE, ROUND = "What hinders your office", "A round to many"


def answers(place):
    kept = {
        "focal-point": "yes" if place % 3 else "no", "hindrance": f"Nobody answers at night, says body number {place}.",
        "referral-form": ("full", "part", "none")[place % 3], "trained": str(place)}
    return "\n".join(f"{key}: {answer}" for key, answer in kept.items())


def send(port, sign_ins, asked):
    desk = Desk.of(port, sign_ins, "coordinator")
    with open(asked, newline="") as file:
        asked = list(csv.reader(file))
    home = desk.ask("GET", "/work/questionnaires")[1]
    form = re.search(r'"(/work/questionnaires/forms/[0-9a-f-]{36})"[^>]*>' + QUESTIONNAIRE, home)[1]
    page = desk.ask("GET", form)[1]
    sent = page[page.index(f'action="{form}/send"'):]
    fields = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', sent.partition("</form>")[0])
    fields += [("title", ROUND), ("deadline", "2035-01-01"), *(("respondents", post) for _, post in asked)]
    status, _ = desk.ask("POST", f"{form}/send", urlencode([(name, html.unescape(value)) for name, value in fields]))
    if status != 303:
        sys.exit(f"the round was not sent: {status}")
    page = desk.ask("GET", place_of(desk, ROUND))[1]
    responses = dict.fromkeys(re.findall(r'"/work/questionnaires/responses/([0-9a-f-]{36})"', page))
    posts = dict(asked)
    for place, response in enumerate(responses):
        record = desk.ask("GET", f"/work/record/{response}")[1]
        body = next(one for one in ID.findall(record) if one in posts)
        print(f"{place + 1},{body},{posts[body]},{response}")


def place_of(desk, title):
    home = desk.ask("GET", "/work/questionnaires")[1]
    return re.search(r'"(/work/questionnaires/rounds/[0-9a-f-]{36})"[^>]*>' + title, home)[1]


def kind(path):
    """What kind of page an address leads to; nil for files, and for more filters than one."""
    place, _, query = path.partition("?")
    names = sorted({part.partition("=")[0] for part in query.split("&")} if query else [])
    # What changed is asked between two days.
    if FILE.search(place) or len(names) > (3 if place.endswith("/changes") else 1):
        return None
    return ID.sub("*", place), tuple(names)


def found(desk, begin, most=2):
    """Addresses of pages, of each kind no more than some, the nearest to where it begins first."""
    waiting, kinds, seen = list(begin), {}, set()
    while waiting:
        path = waiting.pop(0)
        if path in seen or kind(path) is None or len(kinds.get(kind(path), [])) >= most:
            continue
        seen.add(path)
        status, page = desk.ask("GET", path)
        if status != 200:
            continue
        kinds.setdefault(kind(path), []).append(path)
        waiting += [html.unescape(link) for link in LINK.findall(page)]
    return kinds


def measure(port, sign_ins, title, times):
    desk = Desk.of(port, sign_ins, "coordinator")
    plan = re.search(r'"(/work/plans/[0-9a-f-]{36})"[^>]*>' + re.escape(title), desk.ask("GET", "/work/plans")[1])[1]
    round = place_of(desk, ROUND)
    begin = [plan, f"{plan}/table", f"{plan}/changes", round, f"{round}/annex", "/work", *(f"/work/{name}" for name in PLACES)]
    rows = []
    for paths in (kinds := found(desk, begin)).values():
        for path in paths:
            first, page = desk.timed(path)
            taken = sorted(desk.timed(path)[0] for _ in range(times))
            rows.append((taken[len(taken) // 2], taken[int(len(taken) * 0.99)], first, len(page.encode()) // 1024, path))
    for median, last, first, size, path in sorted(rows, reverse=True):
        print(f"median {median:8.1f} ms   p99 {last:8.1f} ms   first {first:8.1f} ms   {size:5} KB   {path}")
    slow = sum(row[0] >= 100 for row in rows)
    print(f"{len(rows)} pages of {len(kinds)} kinds; median at or above 100 ms: {slow}; p99: {sum(r[1] >= 100 for r in rows)}")


if __name__ == "__main__":
    if sys.argv[1] == "send":
        send(int(sys.argv[2]), *sys.argv[3:5])
    elif sys.argv[1] == "answers":
        print(answers(int(sys.argv[2])))
    else:
        measure(int(sys.argv[2]), *sys.argv[3:5], int(sys.argv[5]))
