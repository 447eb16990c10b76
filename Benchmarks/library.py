"""Papers of no meaning for a library, and what its desk takes beside SQLite's FTS5 alone.

    library.py make FOLDER PAPERS WORDS
    library.py measure FOLDER PORT SIGN-INS SEARCHES
    library.py search FOLDER PORT SIGN-INS SEARCHES

Words are made of syllables and follow Zipf's law, as those of a language do; each paper names about six others by number.
"""
import csv
import http.client
import random
import re
import sqlite3
import statistics
import sys
import time
from pathlib import Path
from urllib.parse import quote, urlencode

SYLLABLES = [c + v for c in "bdfgklmnprstvz" for v in "aeiou"]


def vocabulary(count=30_000):
    source = random.Random(1)
    words = {}
    while len(words) < count:
        words["".join(source.choice(SYLLABLES) for _ in range(source.choice((2, 3, 3, 4))))] = None
    return list(words)


def number(place):
    return f"{5001 + place % 40_000}/{6 + place // 40_000:02}"


def make(folder, papers, words):
    folder.mkdir(parents=True)
    source, known = random.Random(2), vocabulary()
    weights = [1 / (rank + 1) for rank in range(len(known))]
    with open(folder / "list.csv", "w", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["file", "number", "title", "body", "language", "kind", "marking"])
        for place in range(papers):
            text = source.choices(known, weights, k=words)
            for _ in range(6):
                # Old papers are named more often than new ones, and some are in no library.
                named = int(papers * 1.05 * source.random() ** 2)
                if named != place:
                    text[source.randrange(words)] = f"see document {number(named)} and"
            title = " ".join(source.choices(known, weights, k=6)).capitalize()
            (folder / f"{place}.txt").write_text(f"{title}.\n" + " ".join(text) + ".\n")
            rows.writerow([f"{place}.txt", number(place), title, f"Body {place % 23}", "eng", "note", "professionals"])


class Desk:
    """Somebody who is signed in, over one connection."""

    def __init__(self, port, name, password):
        self.line, self.cookies = http.client.HTTPConnection("127.0.0.1", port, timeout=120), {}
        token = re.search(r'name="csrf-token" value="([^"]+)"', self.ask("GET", "/sign-in")[1])[1]
        form = urlencode({"name": name, "password": password, "csrf-token": token})
        status, _ = self.ask("POST", "/sign-in", form)
        if status != 303:
            sys.exit(f"{name} cannot sign in: {status}")

    @classmethod
    def of(cls, port, sign_ins, function):
        """The first of a function in the list of a demo's sign-ins."""
        with open(sign_ins, newline="") as file:
            person = next(row for row in csv.DictReader(file) if row["function"] == function)
        return cls(port, person["sign-in"], person["password"])

    def ask(self, method, path, body=None):
        headers = {"Cookie": "; ".join(f"{n}={v}" for n, v in self.cookies.items()), "Accept": "text/html"}
        if body:
            headers |= {"Content-Type": "application/x-www-form-urlencoded", "Sec-Fetch-Site": "same-origin"}
        try:
            self.line.request(method, path, body, headers)
            answer = self.line.getresponse()
        except http.client.RemoteDisconnected:
            # The house closes what was silent while another was measured; what it closed it did not answer.
            self.line.close()
            self.line.request(method, path, body, headers)
            answer = self.line.getresponse()
        for name, value in answer.getheaders():
            if name.lower() == "set-cookie":
                key, _, rest = value.partition("=")
                self.cookies[key] = rest.split(";")[0]
        return answer.status, answer.read().decode(errors="replace")

    def timed(self, path):
        begun = time.perf_counter()
        status, page = self.ask("GET", path)
        taken = (time.perf_counter() - begun) * 1000
        if status != 200:
            sys.exit(f"{path}: {status}")
        return taken, page


def said(name, times, beside=None):
    times = sorted(times)
    median, last = statistics.median(times), times[int(len(times) * 0.99)]
    ratio = f"  {last / beside:6.1f} times the index alone" if beside else ""
    print(f"{name:<34} median {median:8.2f} ms   p99 {last:8.2f} ms{ratio}")
    return last


def bare(folder):
    """The same texts in an index of words with nothing around it."""
    database = sqlite3.connect(":memory:")
    database.execute("CREATE VIRTUAL TABLE word USING fts5(number, title, body, tokenize='unicode61 remove_diacritics 0')")
    with open(folder / "list.csv", newline="") as file:
        database.executemany(
            "INSERT INTO word VALUES (?, ?, ?)",
            ((row["number"], row["title"], (folder / row["file"]).read_text()) for row in csv.DictReader(file)))
    database.commit()
    return database


def measure(folder, port, sign_ins, searches):
    desks = {function: Desk.of(port, sign_ins, function) for function in ("coordinator", "caseworker")}
    first, _ = desks["coordinator"].timed("/work/library")
    print(f"first page after the start: {first:.0f} ms")
    page = desks["coordinator"].timed("/work/library?standing=held")[1]
    paper = re.search(r'"(/work/library/paper/[0-9a-f-]{36})"', page)[1]
    pages = {
        "the shelf": "/work/library", "the shelf, filtered": "/work/library?body=" + quote("Body 7"),
        "page 50 of the shelf": "/work/library?from=9800", "what is missing": "/work/library/missing", "a paper": paper,
        "the text of a paper": paper + "/text",
    }
    for function, desk in desks.items():
        for name, path in pages.items():
            desk.timed(path)
            said(f"{function}: {name}", [desk.timed(path)[0] for _ in range(30)])
    search(folder, desks, searches)


def search(folder, desks, searches, engine=""):
    source, known = random.Random(3), vocabulary()
    words = [known[int(30_000 * source.random() ** 2)] for _ in range(searches)]
    database = bare(folder)
    alone = []
    for word in words:
        begun = time.perf_counter()
        database.execute("SELECT count(*) FROM word WHERE word MATCH ?", [f'"{word}"*']).fetchone()
        database.execute(
            "SELECT number, title, body FROM word WHERE word MATCH ? ORDER BY bm25(word, 20.0, 8.0, 1.0) LIMIT 50",
            [f'"{word}"*']).fetchall()
        alone.append((time.perf_counter() - begun) * 1000)
    last = said("FTS5 alone: search", alone)
    for function, desk in desks.items():
        said(f"{function}: search{engine}", [desk.timed("/work/library?words=" + word)[0] for word in words], last)


if __name__ == "__main__":
    if sys.argv[1] == "make":
        make(Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4]))
    elif sys.argv[1] == "measure":
        measure(Path(sys.argv[2]), int(sys.argv[3]), sys.argv[4], int(sys.argv[5]))
    else:
        desks = {name: Desk.of(int(sys.argv[3]), sys.argv[4], name) for name in ("coordinator", "caseworker")}
        desks["coordinator"].timed("/work/library")
        search(Path(sys.argv[2]), desks, int(sys.argv[5]), " in PostgreSQL")
