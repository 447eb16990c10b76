"""The house under trial: a server of the demo country on this machine, and whoever signs in there."""
import csv
import ctypes
import re
import shutil
import signal
import subprocess
import sys
import time
from html.parser import HTMLParser
from pathlib import Path

import requests

# A script that is told to end closes its house first; one that is killed takes it along.
signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))


def end_with_parent(death_signal=1):
    ctypes.CDLL(None).prctl(death_signal, signal.SIGTERM)


UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


class Route:
    """One line of docs/reference/routes.md, as the program under trial writes it."""

    def __init__(self, method, pattern, rule, body, voice):
        self.method, self.pattern, self.rule, self.body, self.voice = method, pattern, rule, body, voice
        parts = [p for p in pattern.split("/") if p]
        expression = ""
        for part in parts:
            if part.startswith("{") and part.endswith("...}"):
                expression += "(?:/(?P<%s>.*))?" % part[1:-4].replace("-", "_")
            elif part.startswith("{") and part.endswith("}"):
                expression += "/(?P<%s>[^/]+)" % part[1:-1].replace("-", "_")
            else:
                expression += "/" + re.escape(part).replace(re.escape("{hash}"), "[0-9a-f]{12}")
        self.expression = re.compile("^" + (expression or "/") + "/?$")
        # The most specific shape wins, as in the program.
        self.breadth = [2 if p.endswith("...}") else 1 if p.startswith("{") else 0 for p in parts]

    @property
    def name(self):
        return f"{self.method} {self.pattern}"


class Routes:
    def __init__(self, program, folder):
        subprocess.run([program, "reference", "--out", folder], check=True, stdout=subprocess.DEVNULL)
        self.all = []
        for line in Path(folder, "routes.md").read_text().splitlines():
            cells = [c.strip() for c in line.strip("|").split(" | ")]
            if len(cells) == 5 and cells[1].startswith("`"):
                self.all.append(Route(cells[0], cells[1].strip("`"), *cells[2:]))
        if len(self.all) < 20:
            raise SystemExit("The route table cannot be read: its page has another form than this script knows.")

    def find(self, method, path):
        """The route of a path with what its braces took, or nothing."""
        hits = [(r, r.expression.match(path)) for r in self.all if r.method == method]
        hits = [(r, m) for r, m in hits if m]
        if not hits:
            return None, {}
        route, match = min(hits, key=lambda hit: hit[0].breadth)
        return route, match.groupdict()


class House:
    """A copy of the demo register, served until `close`. `before`: what is done to the copy while it is not."""

    def __init__(self, program, demo, copy, *options, before=None):
        shutil.rmtree(copy, ignore_errors=True)
        shutil.copytree(demo, copy)
        self.folder = Path(copy)
        self.prepared = before(program, self.folder) if before else None
        self.log = open(f"{copy}.log", "w+")
        self.process = subprocess.Popen(
            [program, "serve", "--data", copy, "--port", "0", *options],
            stdout=subprocess.DEVNULL, stderr=self.log, preexec_fn=end_with_parent)
        self.address, self.authority = None, True
        for _ in range(600):
            found = re.search(r"Open (https?://\S+)/ in", Path(f"{copy}.log").read_text())
            if found:
                self.address = found[1]
                break
            if self.process.poll() is not None:
                raise SystemExit(Path(f"{copy}.log").read_text())
            time.sleep(0.2)
        else:
            raise SystemExit("The house did not open within two minutes.")
        self.host = self.address.split("//")[1]
        self.port = int(self.host.split(":")[1])

    def sign_ins(self):
        """The first sign-in of each function: name, password, function, organisation."""
        first = {}
        with open(self.folder / "sign-ins.csv", newline="") as file:
            for row in csv.DictReader(file):
                first.setdefault(row["function"], row)
        return list(first.values())

    def visitor(self, row=None):
        return Visitor(self, row)

    def answers(self):
        """Whether it still lives."""
        if self.process.poll() is not None:
            return False
        return requests.get(self.address + "/alive", timeout=30, verify=self.authority).status_code == 204

    def failures(self):
        """Lines of the log that name a failure of ours; N122 is of a provider of identities that does not answer."""
        lines = Path(f"{self.folder}.log").read_text().splitlines()
        return [line for line in lines if line.startswith("W299") and " N122 " not in line]

    def judge(self, findings, where=""):
        """Whether it came through what was done to it, and without a failure of ours."""
        if not self.answers():
            findings.add("the house died", where)
        for line in self.failures():
            findings.add("a failure of ours", where, line)

    def close(self):
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(30)
        except subprocess.TimeoutExpired:
            self.process.kill()


class Visitor:
    """A browser without a window: cookies, and the token of its forms."""

    def __init__(self, house, row):
        self.house, self.row = house, row
        self.function = row["function"] if row else "nobody"
        self.session = requests.Session()
        self.session.headers["Accept"] = "text/html"
        if row:
            self.sign_in(row["sign-in"], row["password"])

    def get(self, path, **more):
        return self.session.get(self.house.address + path, allow_redirects=False, timeout=60, **more)

    def post(self, path, form, **more):
        return self.session.post(
            self.house.address + path, data=form, allow_redirects=False, timeout=60,
            headers={"Sec-Fetch-Site": "same-origin"}, **more)

    def token(self, path="/account"):
        found = re.search(r'name="csrf-token" value="([^"]+)"', self.get(path).text)
        return found[1] if found else ""

    def sign_in(self, name, password):
        form = {"name": name, "password": password, "csrf-token": self.token("/sign-in")}
        answer = self.post("/sign-in", form)
        if answer.status_code != 303:
            raise SystemExit(f"{name} cannot sign in: {answer.status_code}")
        if answer.headers["Location"].startswith("/sign-in/post"):
            raise SystemExit(f"{name} holds more than one post, which the demo does not make.")


class Page(HTMLParser):
    """What a page leads to, and its shape: elements with what may make a difference to a reader's tools."""

    VOID = {"meta", "link", "input", "br", "hr", "img", "path", "rect", "circle", "line", "use", "source", "wbr", "col"}
    KEPT = ("class", "type", "role", "aria-", "required", "scope", "lang", "dir", "open", "checked", "disabled")

    def __init__(self, html):
        super().__init__()
        self.links, self.forms, self.alive, self.shape, self.stack = [], [], [], set(), []
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        kept = sorted(
            f"{name}={value}" if name in ("class", "type", "role", "scope", "dir") else name
            for name, value in attributes if name.startswith(self.KEPT))
        # A drawing is one thing, whatever it shows.
        if "svg" not in self.stack:
            self.shape.add(">".join(self.stack[-3:] + [tag]) + str(kept))
        if tag not in self.VOID:
            self.stack.append(tag)
        if tag == "script" or "evil.example" in (values.get("src") or "") or any(n.startswith("on") for n in values):
            self.alive.append(str((tag, attributes))[:120])
        if tag in ("a", "link") and values.get("href"):
            self.links.append(values["href"])
        if tag == "form":
            if values.get("method", "get").lower() == "get":
                self.links.append(values.get("action") or "")
            self.forms.append({"method": values.get("method", "get").lower(), "action": values.get("action") or "", "fields": [], "buttons": []})
        if tag == "button" and self.forms and values.get("name"):
            self.forms[-1]["buttons"].append(f'{values["name"]}={values.get("value") or ""}')
        if tag in ("input", "select", "textarea") and self.forms and values.get("name"):
            self.forms[-1]["fields"].append((values["name"], values.get("value") or ""))

    def kept(self):
        """The shape as something to compare."""
        return frozenset(self.shape)

    def handle_endtag(self, tag):
        if tag in self.stack:
            while self.stack.pop() != tag:
                pass
