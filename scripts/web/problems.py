"""The pages of refusals: fetched as programs do, shown as browsers do.

412 is no page: only the interface asks for `If-Match`, and what it answers is no HTML. 500 needs a fault: the ledger of a house
of its own is overwritten while it is open.
"""
from urllib.parse import urlencode

import requests

from house import House, Page
from plant import HOSTILE

NOWHERE = "/work/record/00000000-0000-7000-8000-000000000000"


def problems(looking, language, worker, planting, program, demo):
    page = looking.window(worker, language)
    refused(looking, page, worker, planting)
    page.context.close()
    conflict(looking, language, worker, planting)
    house = House(program, demo, f"{looking.findings.report}/register-problems-{language}")
    try:
        page = looking.window(house.visitor(), language)
        held_off(looking, page, house, worker.row["sign-in"])
        page.context.close()
    finally:
        house.close()
    house = House(program, demo, f"{looking.findings.report}/register-problems-{language}", "--patience", "1000")
    try:
        visitor = house.visitor(worker.row)
        page = looking.window(house.visitor(), language)
        faulty(looking, page, house, visitor)
        page.context.close()
    finally:
        house.close()


def refused(looking, page, worker, planting):
    token = worker.token()
    record = f"/work/record/{planting.planted['person']}"
    for status, method, address, more in [
        (400, "GET", "/work?a=%FF", {}), (404, "GET", NOWHERE, {}), (404, "GET", "/nothing-here", {}),
        (405, "POST", "/work/lists", {}), (414, "GET", "/work?" + "a" * 5000, {}),
        (403, "GET", "/work/administration", {}), (403, "POST", "/work/search", {"form": {"family-name": HOSTILE}}),
        (413, "POST", "/work/search", {"form": {"csrf-token": token, "family-name": "a" * 300_000}}),
        (415, "POST", "/work/search", {"data": "{}", "headers": {"Content-Type": "text/plain"}}),
        (401, "POST", record + "/hand-over", {"form": {"reason": HOSTILE}, "anonymous": True}),
    ]:
        anonymous = more.pop("anonymous", False)
        session = requests.Session() if anonymous else worker.session
        show(looking, page, {status}, method, address, lambda: asked(looking, session, worker.house, method, address, **more))


def asked(looking, session, house, method, address, form=None, data=None, headers=None):
    known = {cookie.name: cookie.value for cookie in session.cookies} | {"language": looking.language}
    fields = {
        "Accept": "text/html", "Sec-Fetch-Site": "same-origin", "Cookie": "; ".join(f"{n}={v}" for n, v in known.items())}
    if form is not None:
        fields["Content-Type"] = "application/x-www-form-urlencoded"
    def once():
        return session.request(
            method, house.address + address, data=urlencode(form) if form is not None else data,
            headers=fields | (headers or {}), allow_redirects=False, timeout=60)

    # An answer that is lost twice over is found; one that was lost once, with the line that it came on, is told.
    try:
        return once()
    except (requests.exceptions.ChunkedEncodingError, requests.exceptions.ConnectionError) as failure:
        print(f"  lost an answer: {method} {address[:60]}: {failure}")
        return once()


def show(looking, page, expected, method, address, fetch):
    """Shows an answer at an address of its own, under the rules that came with it."""
    def answer(route):
        fetched = fetch()
        if fetched.status_code not in expected:
            looking.findings.add(f"answered {fetched.status_code} and not {expected}", f"{method} {address[:60]}")
        kept = {n: v for n, v in fetched.headers.items() if n.lower() in ("content-type", "content-security-policy")}
        route.fulfill(status=fetched.status_code, headers=kept, body=fetched.content)

    page.route("**/a-problem", answer)
    page.goto(looking.house.address + "/a-problem", wait_until="load")
    looking.look(page, f"problem {sorted(expected)} {method} {address[:60]}")
    page.unroute("**/a-problem")


def conflict(looking, language, worker, planting):
    """Two windows of two sessions open the same step of the same record, and the slower one meets what the faster one did."""
    # In each language another person.
    steps = (f"/work/record/{person}/step/correct" for person in planting.records("person", worker))
    step = [step for step in steps if worker.get(step).status_code == 200][language == "ar"]
    windows = [looking.window(looking.house.visitor(worker.row), language) for _ in range(2)]
    for page in windows:
        page.goto(looking.house.address + step, wait_until="load")
    for number, page in enumerate(windows):
        # What is asked first, and the reason, which is asked last.
        for field in (page.locator("main form input:not([type]):visible").first, page.locator("main form textarea:visible").last):
            field.fill(f"Written in window {number + 1}")
        place = next(n for n, form in enumerate(Page(page.content()).forms) if "act=send" in form["buttons"])
        sent = looking.send(page, place, button="act=send")
    if sent.status != 409:
        looking.findings.add(f"answered {sent.status} and not 409", f"the slower of two windows {step}")
    looking.look(page, "two windows, one record")
    for page in windows:
        page.context.close()


def held_off(looking, page, house, name):
    """With the limits as shipped: an account that was guessed at too often, then an address that asks too often."""
    guesser = house.visitor()

    def guessed():
        for _ in range(12):
            form = {"name": name, "password": "wrong wrong wrong", "csrf-token": guesser.token("/sign-in")}
            answer = asked(looking, guesser.session, house, "POST", "/sign-in", form=form)
            if answer.status_code == 429:
                break
        return answer

    def flooded():
        # Each guess at the door waits for the clock; what only reads is asked until it is too much.
        for _ in range(2000):
            answer = asked(looking, guesser.session, house, "GET", "/sign-in")
            if answer.status_code == 429:
                break
        return answer

    show(looking, page, {429}, "POST", "/sign-in", guessed)
    show(looking, page, {429}, "GET", "/sign-in", flooded)


def faulty(looking, page, house, visitor):
    """A disk that lost what was on it: the house says so, and not more."""
    for file in house.folder.glob("ledger.sqlite*"):
        size = file.stat().st_size
        with open(file, "r+b") as damaged:
            damaged.write(b"\x5a" * min(size, 4 << 20))
    show(looking, page, {500}, "GET", "/work/lists", lambda: asked(looking, visitor.session, house, "GET", "/work/lists"))
    if "sqlite" in page.content() or str(house.folder) in page.content():
        looking.findings.add("a failure tells where the file lies", looking.language, page.content())
