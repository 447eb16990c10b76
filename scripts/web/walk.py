"""The addresses that a visitor reaches by links, and what is wrong with them before a browser has opened one."""
import csv
import html
import io
import re
import zipfile
from collections import Counter
from urllib.parse import parse_qsl, urljoin, urlsplit

from house import UUID, Page

# Links of one shape that are followed from pages of one shape; and with the same parameters, wherever they stand.
FOLLOWED, ASKED = 2, 3
# Never sent from a page: they end the session that looks.
ENDING = {"/sign-out", "/exit"}


class Walk:
    """The addresses that one visitor reaches by links."""

    def __init__(self, house, routes, visitor, findings):
        self.house, self.routes, self.visitor, self.findings = house, routes, visitor, findings
        self.pages, self.counts, self.reached = {}, Counter(), set()

    def kind(self, path, query=""):
        route, taken = self.routes.find("GET", path)
        named = tuple(v for v in taken.values() if v and not UUID.search(v) and not re.fullmatch(r"\d+", v))
        # Two filters of a list meet each other alike, whichever they are.
        asked = sorted({n for n, _ in parse_qsl(query)})
        return (route.pattern if route else None, named, tuple(asked) if len(asked) < 2 else ("several",))

    def run(self, starts):
        waiting = [(start, None) for start in starts]
        seen = set()
        while waiting:
            address, source = waiting.pop(0)
            parts = urlsplit(address)
            kind = self.kind(parts.path, parts.query)
            if address in seen or parts.path in ENDING or parts.path.startswith("/language/"):
                continue
            # What every page of a kind loads with it is asked once.
            if re.search(r"\.(css|svg)$", parts.path) and kind[0] in self.reached:
                continue
            # The public site is the same for everybody.
            if self.visitor.row and kind[0] and self.is_public(kind):
                continue
            if source and self.counts[(kind, source)] >= FOLLOWED:
                continue
            if source and parts.query and self.counts[kind] >= ASKED:
                continue
            if source and kind[0] == "/work/record/{record}" and self.counts[kind] > 150:
                continue
            seen.add(address)
            self.counts[(kind, source)] += 1
            self.counts[kind] += 1
            answer = self.visitor.get(address)
            where = f"{self.visitor.function} {address}"
            if kind[0] is None:
                self.findings.add("leads to no route", where)
                continue
            self.reached.add(kind[0])
            if answer.status_code >= 400:
                self.findings.add(f"a link ends with {answer.status_code}", where, f"from {source}")
            type = answer.headers.get("Content-Type", "")
            if answer.status_code in (302, 303):
                waiting.append((urljoin(address, answer.headers["Location"]), kind[:2]))
            elif "html" in type:
                page = Page(answer.text)
                self.pages[address] = (kind, page)
                for name in page.alive:
                    self.findings.add("planted markup is alive", where, name)
                for link in page.links:
                    target = urlsplit(urljoin(self.house.address + address, html.unescape(link)))
                    if target.netloc == self.house.host:
                        self_link = target.path + (f"?{target.query}" if target.query else "")
                        waiting.append((self_link, kind[:2]))
                    elif target.scheme in ("http", "https") and not self.is_public(kind):
                        self.findings.add("leads to another host", where, link)
            else:
                self.pages[address] = (kind, None)
                self.check_file(where, type, answer.content)
        return self

    @staticmethod
    def is_public(kind):
        return not kind[0].startswith(("/work", "/account", "/sign-in"))

    def check_file(self, where, type, body):
        """A cell that a spreadsheet would take for a formula."""
        if "csv" in type:
            for row in csv.reader(io.StringIO(body.decode("utf-8-sig"))):
                for cell in row:
                    if cell[:1] in ("=", "+", "-", "@", "\t", "\r") and not re.fullmatch(r"-?\d+(\.\d+)?", cell):
                        self.findings.add("a cell is a formula", where, cell[:80])
        elif "spreadsheetml" in type:
            book = zipfile.ZipFile(io.BytesIO(body))
            if any(b"<f>" in book.read(n) or b"<f " in book.read(n) for n in book.namelist() if n.endswith(".xml")):
                self.findings.add("a cell is a formula", where)
