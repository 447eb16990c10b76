"""Looks at every page of the house in Chromium, as each function that may open it, in English and Arabic.

Found by walking the links from the first page of each function through a register whose every text is hostile
(plant.py), and sorted into the route table of the program: a route that no walk reached is named. The walk reads every
page; the window opens one of each shape (elements, classes and roles, whatever the texts), or every one where `every`
stands last. Every form is sent as it stands and filled with hostile text, so that pages with errors are seen too. On
each page in the window: nothing wider than 320 pixels, nothing on the console, no request to another host, no planted
markup come alive, no direction of writing leaking out of its field; and axe, by the rules of WCAG 2.2 AA, at both widths.
"""
import json
import re
import sys
from pathlib import Path
from urllib.parse import urlencode, urlsplit

import axe_playwright_python
import requests
from playwright.sync_api import sync_playwright

from findings import Findings
from house import UUID, House, Page, Routes
from plant import HOSTILE, TURNED, Planting
from walk import ENDING, Walk

LANGUAGES = ("en", "ar")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text()

LEAKS = """turned => {
    const found = [];
    if (document.title.includes(turned)) found.push('title');
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        if (!node.data.includes(turned)) continue;
        let at = node.parentElement, isolated = false;
        while (at && !isolated) {
            const style = getComputedStyle(at);
            isolated = /isolate|plaintext/.test(style.unicodeBidi) || ['TEXTAREA', 'OPTION', 'TITLE'].includes(at.tagName)
                || (style.display !== 'inline' && at.textContent.trim() === node.data.trim());
            if (style.display !== 'inline') break;
            at = at.parentElement;
        }
        if (!isolated) found.push(node.parentElement.outerHTML.slice(0, 120));
    }
    return found;
}"""
ALIVE = """() => [...document.querySelectorAll('[onerror],[onmouseover],img[src*="evil.example"],script')]
    .map(e => e.outerHTML.slice(0, 120))"""
WIDE = """() => {
    const root = document.scrollingElement;
    if (root.scrollWidth <= innerWidth) return [];
    const right = document.dir === 'rtl' ? e => -e.getBoundingClientRect().left : e => e.getBoundingClientRect().right - innerWidth;
    const scrolls = e => { for (e = e.parentElement; e && e !== root; e = e.parentElement)
        if (/auto|scroll|hidden|clip/.test(getComputedStyle(e).overflowX)) return true; return false; };
    return [`${root.scrollWidth} px`].concat([...document.querySelectorAll('body *')].filter(e => right(e) > 1 && !scrolls(e))
        .slice(-2).map(e => e.outerHTML.slice(0, 150)));
}"""


class Looking:
    """A window, and what is found on the pages that it opens."""

    def __init__(self, browser, house, findings):
        self.browser, self.house, self.findings = browser, house, findings
        self.tried, self.looks, self.axes = set(), 0, 0

    def window(self, visitor, language):
        context = self.browser.new_context(viewport={"width": 320, "height": 900}, java_script_enabled=True)
        cookies = {c.name: c.value for c in visitor.session.cookies} | {"language": language}
        context.add_cookies([{"name": n, "value": v, "url": self.house.address} for n, v in cookies.items()])
        page = context.new_page()
        page.set_default_timeout(60_000)
        self.visitor, self.language, self.console = visitor, language, []
        page.on("console", lambda m: self.console.append(m.text) if m.type in ("error", "warning") else None)
        page.on("pageerror", lambda e: self.console.append(str(e)))
        page.on("dialog", lambda d: (self.console.append("a dialog: " + d.message), d.dismiss()))
        page.on("request", self.requested)
        return page

    def requested(self, request):
        target = urlsplit(request.url)
        if target.netloc != self.house.host and target.scheme not in ("data", "about"):
            self.findings.add("a request to another host", f"{self.visitor.function} {self.language}", request.url)

    def look(self, page, where):
        """Everything that is asked of a page that is open now."""
        self.looks += 1
        where = f"{self.visitor.function} {self.language} {where}"
        for text in self.console:
            if not re.search(r"Failed to load resource: the server responded with a status of 4\d\d", text):
                self.findings.add("on the console", where, text)
        self.console.clear()
        for element in page.evaluate(ALIVE):
            self.findings.add("planted markup is alive", where, element)
        for element in page.evaluate(LEAKS, TURNED):
            self.findings.add("a direction of writing leaks", where, element)
        wide = page.evaluate(WIDE)
        if wide:
            self.findings.add("wider than 320 pixels", where, " | ".join(wide))
        shape = (self.language, Page(page.content()).kept())
        if shape in self.tried:
            return
        self.tried.add(shape)
        for width in (320, 1280):
            page.set_viewport_size({"width": width, "height": 900})
            self.axe(page, f"{where} at {width}")
        page.set_viewport_size({"width": 320, "height": 900})

    def axe(self, page, where):
        self.axes += 1
        page.evaluate(AXE)
        outcome = page.evaluate(
            "tags => axe.run(document, {runOnly: {type: 'tag', values: tags}, resultTypes: ['violations']})", TAGS)
        for violation in outcome["violations"]:
            self.findings.add(f"axe {violation['id']}", where, violation["nodes"][0]["html"][:300])

    def open(self, page, address, where=None):
        page.goto(self.house.address + address, wait_until="load")
        self.look(page, where or address)

    def send(self, page, place, fill):
        """Sends the form at `place` without asking the browser whether it is complete."""
        with page.expect_navigation(wait_until="load"):
            page.evaluate("""([place, text]) => {
                const form = document.forms[place];
                for (const field of text ? form.elements : []) {
                    if (field.type === 'checkbox') field.checked = true;
                    else if (field.tagName === 'SELECT') field.selectedIndex = field.options.length - 1;
                    else if (['text', 'search', 'textarea'].includes(field.type)) field.value = text;
                }
                HTMLFormElement.prototype.submit.call(form);
            }""", [place, fill])


def forms(looking, routes, page, address, known, sent):
    """Sends every form of the page at `address` that was not sent yet, empty and with hostile text."""
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
        if key in sent:
            continue
        sent.add(key)
        for fill in ("", HOSTILE):
            page.goto(looking.house.address + address, wait_until="load")
            looking.console.clear()
            if len(Page(page.content()).forms) <= place:
                break
            looking.send(page, place, fill)
            looking.look(page, f"POST {path} {'hostile' if fill else 'empty'}")


def problems(looking, page, house, visitor):
    """The pages of refusals: fetched as programs do, shown as browsers do."""
    token = visitor.token()
    record = next((a for a in visitor.walk.pages if a.startswith("/work/record/")), "/work")
    asked = [
        (400, "GET", "/work?a=%FF", {}), (404, "GET", "/work/record/00000000-0000-7000-8000-000000000000", {}),
        (404, "GET", "/nothing-here", {}), (405, "POST", "/work/lists", {}), (414, "GET", "/work?" + "a" * 5000, {}),
        (403, "POST", "/work/search", {"form": {"family-name": HOSTILE}}),
        (413, "POST", "/work/search", {"form": {"form-token": token, "family-name": "a" * 300_000}}),
        (415, "POST", "/work/search", {"data": "{}", "headers": {"Content-Type": "text/plain"}}),
        (401, "POST", record + "/hand-over", {"form": {"reason": HOSTILE}, "anonymous": True}),
    ]
    def cookies(anonymous):
        known = {} if anonymous else {c.name: c.value for c in visitor.session.cookies}
        return "; ".join(f"{name}={value}" for name, value in (known | {"language": looking.language}).items())

    for status, method, address, more in asked:
        more = dict(more)
        anonymous = more.pop("anonymous", False)

        def answer(route):
            asking = requests.Session() if anonymous else visitor.session
            headers = {"Accept": "text/html", "Sec-Fetch-Site": "same-origin", "Cookie": cookies(anonymous)}
            if "form" in more:
                headers["Content-Type"] = "application/x-www-form-urlencoded"
            body = urlencode(more["form"]) if "form" in more else more.get("data")
            fetched = asking.request(
                method, house.address + address, data=body, headers=headers | more.get("headers", {}),
                allow_redirects=False, timeout=60)
            if fetched.status_code != status:
                looking.findings.add(f"answered {fetched.status_code} and not {status}", f"{method} {address[:60]}")
            kept = {n: v for n, v in fetched.headers.items() if n.lower() in ("content-type", "content-security-policy")}
            route.fulfill(status=fetched.status_code, headers=kept, body=fetched.content)

        page.route("**/a-problem", answer)
        page.goto(house.address + "/a-problem", wait_until="load")
        looking.look(page, f"problem {status} {method} {address[:60]}")
        page.unroute("**/a-problem")


def main(program, demo, report, *more):
    every = "every" in more
    findings = Findings("pages", report)
    routes = Routes(program, f"{report}/reference")
    house = House(program, demo, f"{report}/register-pages", "--patience", "1000")
    try:
        visitors = [house.visitor(row) for row in house.sign_ins()]
        planting = Planting(house, visitors).run()
        findings.measure("mechanisms with hostile texts", len(planting.planted))
        for mechanism in planting.mechanisms:
            if mechanism["name"] not in planting.planted:
                findings.add("not planted", mechanism["name"], planting.refused.get(mechanism["name"], ""))
        look(findings, routes, house, visitors, planting, every)
        if not house.answers():
            findings.add("the house died", "/alive")
        for line in house.failures():
            findings.add("a failure of ours", line)
    finally:
        house.close()
    return findings.end()


def look(findings, routes, house, visitors, planting, every):
    everybody = [house.visitor()] + visitors
    reached, crawl = set(), {}
    for visitor in everybody:
        starts = ["/", "/sign-in"]
        if visitor.row:
            starts = ["/work", "/account"] + [f"/work/record/{record}" for record in planting.planted.values()]
        walk = Walk(house, routes, visitor, Quiet(findings, planting)).run(starts)
        visitor.walk = walk
        crawl[visitor.function] = sorted(walk.pages)
        reached |= {kind[0] for kind, _ in walk.pages.values()}
    Path(findings.report, "addresses.json").write_text(json.dumps(crawl, indent=1))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        looking = Looking(browser, house, findings)
        for language in LANGUAGES:
            sent, shapes = set(), set()
            for visitor in everybody:
                page = looking.window(visitor, language)
                pages = {a: parsed for a, (_, parsed) in visitor.walk.pages.items() if parsed}
                for address in pages:
                    # The public pages carry their language in the address.
                    public = re.match(r"/(\w\w)/", address)
                    if (every or (address[:3], pages[address].kept()) not in shapes) and (not public or public[1] == language):
                        shapes.add((address[:3], pages[address].kept()))
                        looking.open(page, address)
                for address in pages:
                    forms(looking, routes, page, address, pages[address], sent)
                if visitor.function == "caseworker":
                    problems(looking, page, house, visitor)
                page.context.close()
                print(f"  {language} {visitor.function}: {len(pages)} addresses, {looking.looks} looks", file=sys.stderr)
        browser.close()
    findings.measure("looks at pages", looking.looks)
    findings.measure("shapes of pages tried with axe", len(looking.tried))
    wanted = {r.pattern for r in routes.all if r.method == "GET" and r.voice == "a page"}
    for pattern in sorted(wanted - reached):
        findings.add("no walk reaches", pattern)
    findings.measure("routes of pages reached", len(wanted & reached))


class Quiet:
    """Findings of a walk that starts at planted records: not everybody may open each of them."""

    def __init__(self, findings, planting):
        self.findings, self.planted = findings, set(planting.planted.values())

    def add(self, what, where, detail=""):
        if detail == "from None" and any(record in where for record in self.planted):
            return
        self.findings.add(what, where, detail)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
