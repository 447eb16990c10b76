"""Looks at every page of the house in Chromium, as each function that may open it, in English and Arabic.

Found by walking the links from the first page of each function through a register whose every text is hostile
(plant.py, desks.py), and sorted into the route table of the program: a route that no walk reached is named. The walk reads
every page; the window (looking.py) opens one of each shape (elements, classes and roles, whatever the texts), or every one
where `every` stands last. Pages of refusals (problems.py) and those on the way in (arriving.py) come before any form is sent.
Then every form is sent as it stands, filled with hostile text, and by each of its buttons, so that pages with errors are
seen too. `pictures` keeps a picture of each shape, light and dark.
"""
import json
import multiprocessing
import re
import sys
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import sync_playwright

from arriving import Arriving
from clamd import Clamd
from desks import fill_desks
from findings import Findings
from house import UUID, House, Page, Routes
from looking import Looking
from pairs import propose_pair
from papers import bring_in_papers
from plant import HOSTILE, Planting
from problems import problems
from walk import ENDING, Walk

LANGUAGES = ("en", "ar")


def forms(looking, routes, page, address, known, sent):
    """Sends every form of the page at `address` that was not sent yet: empty, with hostile text, and by each named button."""
    for place, form in enumerate(known.forms):
        path = urlsplit(form["action"]).path or urlsplit(address).path
        route, taken = routes.find("POST", path)
        if form["method"] != "post" or path in ENDING or re.search(r"/sessions/.*end$", path):
            continue
        if route is None:
            looking.findings.add("a form leads to no route", f"{looking.visitor.function} {address}", path)
            continue
        named = tuple(v for v in taken.values() if v and not UUID.search(v) and len(v) < 40)
        key = (looking.language, route.pattern, named, tuple(name for name, _ in form["fields"]))
        for button in [None] + sorted(set(form["buttons"])):
            # A button is the same in every form of a route.
            seen = key if button is None else (looking.language, route.pattern, button.split(":")[0])
            if seen in sent:
                continue
            sent.add(seen)
            for fill in ("", HOSTILE) if button is None else ("",):
                page.goto(looking.house.address + address, wait_until="load")
                looking.console.clear()
                if len(Page(page.content()).forms) <= place:
                    break
                looking.send(page, place, fill, button)
                looking.look(page, f"POST {path} {button or ('hostile' if fill else 'empty')}")


def prepare(program, folder):
    propose_pair(program, folder)
    bring_in_papers(program, folder)
    return Arriving.prepare(program, folder)


def main(program, demo, report, *more):
    findings = Findings("pages", report)
    routes = Routes(program, f"{report}/reference")
    # Others vouch for people here at an address where nobody is: what such a provider shows is not ours.
    house = House(
        program, demo, f"{report}/register-pages", "--patience", "1000", "--address", "http://127.0.0.1:9",
        "--clamd", Clamd().port, before=prepare)
    try:
        visitors = [house.visitor(row) for row in house.sign_ins()]
        planting = Planting(house, visitors).run()
        findings.measure("mechanisms with hostile texts", len(planting.planted))
        for mechanism in planting.mechanisms:
            # Some are opened by the register alone.
            if mechanism["name"] not in planting.planted and planting.openings(mechanism):
                findings.add("not planted", mechanism["name"], planting.refused.get(mechanism["name"], ""))
        fill_desks(house, visitors, findings)
        look(findings, routes, house, visitors, planting, program, demo, more)
        house.judge(findings)
    finally:
        house.close()
    return findings.end()


def starts(visitor, planting):
    if not visitor.row:
        return ["/", "/sign-in"] + planting.places["nobody"]
    subject = planting.planted.get("person")
    review = [f"/work/protection/person/{subject}"] if visitor.function == "data-protection-officer" and subject else []
    places = ["/work", "/account"] + planting.places.get(visitor.function, [])
    return places + [f"/work/record/{record}" for record in planting.planted.values()] + review


def look(findings, routes, house, visitors, planting, program, demo, more):
    everybody = [house.visitor()] + visitors
    crawl = {}
    reached = set()
    for visitor in everybody:
        walk = Walk(house, routes, visitor, Quiet(findings, planting)).run(starts(visitor, planting))
        visitor.walk = walk
        crawl[visitor.function] = sorted(walk.pages)
        reached |= walk.reached
    Path(findings.report, "addresses.json").write_text(json.dumps(crawl, indent=1))
    known = len(findings.found)

    def in_language(language):
        pictures = Path(findings.report, "pictures") if "pictures" in more else None
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
            looking = Looking(browser, house, findings, routes, pictures)
            worker = next(v for v in visitors if v.function == "caseworker")
            problems(looking, language, worker, planting, program, demo)
            Arriving(looking, language).run()
            sent, shapes = set(), set()
            for visitor in everybody:
                windows(looking, routes, language, visitor, "every" in more, sent, shapes)
            browser.close()
        return findings.found[known:], looking.looks, len(looking.tried), looking.reached

    for found, looks, tried, opened in side_by_side(in_language, LANGUAGES):
        findings.found += found
        findings.measure("looks at pages", findings.measured.get("looks at pages", 0) + looks)
        findings.measure("shapes tried with axe", findings.measured.get("shapes tried with axe", 0) + tried)
        reached |= opened
    wanted = {r.pattern for r in routes.all if r.method == "GET" and r.voice == "a page"}
    for pattern in sorted(wanted - reached):
        findings.add("no walk reaches", pattern)
    findings.measure("routes of pages reached", len(wanted & reached))


def side_by_side(task, inputs):
    """What a task makes of each input, in processes of their own."""
    fork = multiprocessing.get_context("fork")
    waiting = []
    for each in inputs:
        receiving, sending = fork.Pipe(duplex=False)
        process = fork.Process(target=lambda: sending.send(task(each)), daemon=True)
        process.start()
        sending.close()
        waiting.append((process, receiving))
    results = [receiving.recv() for _, receiving in waiting]
    for process, _ in waiting:
        process.join()
    return results


def windows(looking, routes, language, visitor, every, sent, shapes):
    """All pages of one visitor in one language, then the forms on them: sending changes what the pages show."""
    page = looking.window(visitor, language)
    pages = {a: parsed for a, (_, parsed) in visitor.walk.pages.items() if parsed}
    for address, parsed in pages.items():
        # The public pages carry their language in the address.
        public = re.match(r"/(\w\w)/", address)
        if (every or (address[:3], parsed.kept()) not in shapes) and (not public or public[1] == language):
            shapes.add((address[:3], parsed.kept()))
            looking.open(page, address)
    for address, parsed in pages.items():
        forms(looking, routes, page, address, parsed, sent)
    page.context.close()
    print(f"  {language} {visitor.function}: {len(pages)} addresses, {looking.looks} looks", file=sys.stderr, flush=True)


class Quiet:
    """Findings of a walk that starts at planted records: not everybody may open each of them."""

    def __init__(self, findings, planting):
        self.findings, self.planted = findings, set(planting.planted.values())

    def add(self, what, where, detail=""):
        if detail == "from None" and any(record in where for record in self.planted):
            return
        # The provider that does not answer is meant to.
        if what == "a link ends with 502" and where.endswith("/nobody-there"):
            return
        self.findings.add(what, where, detail)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
