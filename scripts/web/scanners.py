"""Lets wapiti and sqlmap loose on the house: as nobody, and as people who are signed in. What there is to attack is read
from the pages themselves, and from the description of the interface: one address and two forms of each kind. Each scanner has
a time for each of them; what it left for want of time is counted, and of sqlmap it is a finding."""
import json
import re
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from urllib.parse import urlencode, urljoin, urlsplit

from findings import Findings
from house import UUID, House, Routes
from plant import Planting
from walk import Walk

# Left out: those that look for other people's programs or download lists of them, and those that need a machine of
# their makers on the Internet (ssrf, xxe, log4shell); and cookieflags: over plain http no cookie can be Secure, and over
# https the part tls looks at each.
MODULES = ("backup,crlf,csp,csrf,exec,file,htaccess,http_headers,methods,permanentxss,redirect,shellshock,sql,"
           "timesql,upload,xss")
FUNCTIONS = ("nobody", "caseworker", "coordinator")
# Seconds: for each module of wapiti on addresses and again on forms, and for all targets of sqlmap in the name of one.
MODULE_SECONDS, TARGETS_SECONDS = 10, 1100


class Surface:
    """What one visitor may be attacked through: an address and a form of each kind."""

    def __init__(self, house, routes, visitor, planted, seen):
        class Deaf:
            def add(self, *_):
                pass
        starts = ["/work", "/account"] + [f"/work/record/{r}" for r in planted] if visitor.row else ["/", "/sign-in"]
        walk = Walk(house, routes, visitor, Deaf()).run(starts)
        # Pages that bear one of the forms, and the links on these: a scanner that looks for forms follows links too.
        self.addresses, self.forms, self.bearing, self.links = [], [], [], set()
        for address, (kind, page) in walk.pages.items():
            # The public pages are the same in each language; what one visitor was attacked through is the same for others.
            pattern, names = re.sub(r"^/\w\w/", "/", kind[0]), kind[2]
            if not seen[(pattern, names)] and "{hash}" not in pattern:
                seen[(pattern, names)] += 1
                self.addresses.append(address)
            for form in page.forms if page else []:
                path = urlsplit(form["action"]).path or urlsplit(address).path
                route, _ = routes.find(form["method"].upper(), path)
                key = route and (re.sub(r"^/\w\w/", "/", route.pattern), form["method"])
                if route and not re.search(r"sign-out|/sessions/|/exit", path) and seen[key] < 2:
                    seen[key] += 1
                    self.forms.append((form["method"], path, form["fields"]))
                    self.bearing.append(address)
        for address in self.bearing:
            self.links |= {urljoin(address, link).split("#")[0] for link in walk.pages[address][1].links}
        self.links |= {link.split("?")[0] for link in self.links}
        self.links -= {path for _, path, _ in self.forms} | set(self.bearing)


def cookie(visitor):
    return "; ".join(f"{c.name}={c.value}" for c in visitor.session.cookies)


def wapiti(program, findings, house, visitor, surface, report):
    """Addresses with what stands in them; then pages with their forms, and nothing that is only linked there."""
    left = [house.address + link for link in sorted(surface.links) if link.startswith("/")]
    for kind, addresses, depth, left in [("addresses", surface.addresses, 0, []), ("forms", surface.bearing, 1, left)]:
        if addresses:
            attack(program, findings, house, visitor, (kind, addresses, depth, left), report)


def attack(program, findings, house, visitor, what, report):
    kind, addresses, depth, left = what
    folder = Path(report, f"wapiti-{visitor.function}-{kind}")
    folder.mkdir(parents=True, exist_ok=True)
    out = folder / "found.json"
    out.unlink(missing_ok=True)
    command = [
        program, "-u", house.address + addresses[0], "--scope", "domain", "-m", MODULES, "-d", str(depth), "--max-scan-time", "60",
        "--max-attack-time", str(MODULE_SECONDS), "-f", "json", "-o", str(out),
        "--flush-session", "--store-session", str(folder), "--store-config", str(folder), "--no-bugreport", "-v", "1",
        "-H", f"Cookie: {cookie(visitor)}", "-x", house.address + "/sign-out", "-x", house.address + "/exit",
        "-x", house.address + "/language/*", "-x", house.address + "/account/sessions/*",
    ]
    for address in addresses[1:]:
        command += ["-s", house.address + address]
    for address in left:
        command += ["-x", address]
    told = subprocess.run(command, capture_output=True, text=True, cwd=folder)
    (folder / "talk.txt").write_text(told.stdout + told.stderr)
    if not out.exists():
        findings.add("wapiti gave no report", f"{visitor.function} {kind}", told.stderr[-500:])
        return
    found = json.loads(out.read_text())
    findings.measure(f"{kind} tried by wapiti as {visitor.function}", found["infos"].get("crawled_pages_nbr", 0))
    stopped = set(re.findall(r"Max attack time was reached for module (\w+)", told.stdout))
    findings.measure(f"of {len(MODULES.split(','))} modules ended by the clock on {kind} as {visitor.function}", len(stopped))
    for group in ("vulnerabilities", "anomalies"):
        for name, items in found[group].items():
            for item in items:
                where = f'{item["method"]} {UUID.sub("ID", item["path"])} {item.get("parameter") or ""}'
                findings.add(name, f"{visitor.function} {where}", item["info"] + " | " + item["http_request"][:300])


def targets(house, visitor, surface, planted):
    """What sqlmap is pointed at: arguments, and a name. (Its `--offline` would read its own session files only.)"""
    for address in surface.addresses:
        marked = UUID.sub(lambda m: m[0] + "*", address, count=1)
        if "?" in address or marked != address:
            yield UUID.sub("ID", address), ["-u", house.address + marked]
    for method, path, fields in surface.forms:
        form = urlencode([(n, v or "x") for n, v in fields if n != "csrf-token"])
        if method == "post":
            yield f"POST {UUID.sub('ID', path)}", ["-u", house.address + path, "--data", f"csrf-token={{token}}&{form}", "--skip", "csrf-token"]
        elif form:
            yield f"{path}?…", ["-u", f"{house.address}{path}?{form}"]
    if visitor.function == "caseworker":
        api = house.address + "/api/v1"
        yield "api list", ["-u", f"{api}/person?filter.sex=female&limit=2&state=open&own=true"]
        yield "api search", ["-u", f"{api}/search", "--data", '{"mechanism":"person","values":{"family-name":"nobody"}}']
        for mechanism in ("person", "case"):
            if mechanism in planted:
                yield f"api {mechanism}", ["-u", f"{api}/{mechanism}/{planted[mechanism]}*?asOf=2026-11-01"]
        yield "api lists", ["-u", f"{api}/codelists/sexes*"]


def sqlmap(program, findings, house, visitor, surface, planted, report):
    folder = Path(report, f"sqlmap-{visitor.function}")
    folder.mkdir(parents=True, exist_ok=True)
    tried, talk = 0, []
    token = visitor.token("/account" if visitor.row else "/sign-in")
    end = time.monotonic() + TARGETS_SECONDS
    for name, arguments in targets(house, visitor, surface, planted):
        if time.monotonic() > end:
            findings.late("sqlmap had no time for", f"{visitor.function} {name}")
            continue
        arguments = [a.replace("{token}", urlencode({"": token})[1:]) for a in arguments]
        told = subprocess.run(
            [program, *arguments, "--batch", "--level", "1", "--risk", "1", "--technique=BEU", "--threads", "4",
             "--dbms", "SQLite", "--flush-session", "--output-dir", str(folder), "--disable-coloring", "--ignore-code", "*",
             "--cookie", cookie(visitor), "--param-exclude", "session|arrival|language|csrf-token",
             "--headers", f"X-CSRF-Token: {token}\nSec-Fetch-Site: same-origin\nIdempotency-Key: sqlmap-sqlmap-sqlmap"],
            capture_output=True, text=True)
        talk.append(f"== {name}\n{told.stdout}{told.stderr}")
        tried += 1
        # What it first takes for one and then takes back (“false positive”) is not among these.
        if re.search(r"identified the following injection|is vulnerable\. Do you want", told.stdout):
            findings.add("sqlmap", f"{visitor.function} {name}", told.stdout[-800:])
        elif not re.search(r"all tested parameters do not appear to be injectable", told.stdout):
            findings.add("sqlmap did not try", f"{visitor.function} {name}", told.stdout[-600:])
    (folder / "talk.txt").write_text("\n".join(talk))
    findings.measure(f"targets of sqlmap as {visitor.function}", tried)


def main(tool, program, demo, report, scanner):
    findings = Findings(tool, report)
    routes = Routes(program, f"{report}/reference")
    house = House(program, demo, f"{report}/register-{tool}", "--patience", "1000")
    try:
        # All come in before anybody guesses at the door: from then on this address is held off.
        visitors = [house.visitor(row) for row in house.sign_ins()]
        planted = Planting(house, visitors).run().planted
        seen = Counter()
        for function in FUNCTIONS:
            visitor = next((known for known in visitors if known.function == function), None) or house.visitor()
            surface = Surface(house, routes, visitor, planted.values(), seen)
            if tool == "wapiti":
                wapiti(scanner, findings, house, visitor, surface, report)
            else:
                sqlmap(scanner, findings, house, visitor, surface, planted, report)
        house.judge(findings)
    finally:
        house.close()
    return findings.end()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:6]))
