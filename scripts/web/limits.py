"""Attacks the door itself, with the limits as shipped: broken HTTP, two requests in one, bodies that never end, heads that
trickle in, guessing, floods; and whether the fields of safety stand on everything."""
import re
import socket
import sys
import time
import zlib

import requests

from findings import Findings
from house import House

FIELDS = {
    "Content-Security-Policy": "default-src 'none'", "X-Content-Type-Options": "nosniff", "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer", "Permissions-Policy": "camera=()", "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
FORM = "Content-Type: application/x-www-form-urlencoded\r\n"


def raw(house, text, wait=3.0):
    """Everything that comes back on one connection."""
    with socket.create_connection(("127.0.0.1", house.port), timeout=wait) as line:
        line.sendall(text if isinstance(text, bytes) else text.encode("latin-1"))
        pieces = []
        try:
            while piece := line.recv(65536):
                pieces.append(piece)
        except (TimeoutError, ConnectionResetError):
            pass
    return b"".join(pieces).decode("utf-8", "replace")


def answers(text):
    return re.findall(r"^HTTP/1\.[01] (\d{3})", text, re.M)


def broken(house, findings):
    """Requests that are no HTTP, or two in one: each must be refused, once, and nothing of it be carried out."""
    get = "GET /alive HTTP/1.1\r\nHost: {h}\r\n"
    hidden = "GET /sign-in HTTP/1.1\r\nHost: {h}\r\n\r\n"
    cases = {
        "two lengths": f"POST /sign-in HTTP/1.1\r\nHost: {{h}}\r\n{FORM}Content-Length: 0\r\nContent-Length: {len(hidden)}\r\n\r\n",
        "a list of lengths": f"POST /sign-in HTTP/1.1\r\nHost: {{h}}\r\n{FORM}Content-Length: 0, 44\r\n\r\n",
        "a signed length": f"POST /sign-in HTTP/1.1\r\nHost: {{h}}\r\n{FORM}Content-Length: +5\r\n\r\na=b&c",
        "a length below nought": f"POST /sign-in HTTP/1.1\r\nHost: {{h}}\r\n{FORM}Content-Length: -1\r\n\r\n",
        "a length in another base": f"POST /sign-in HTTP/1.1\r\nHost: {{h}}\r\n{FORM}Content-Length: 0x5\r\n\r\na=b&c",
        "length and chunks": f"POST /sign-in HTTP/1.1\r\nHost: {{h}}\r\n{FORM}Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        "an unknown encoding": f"POST /sign-in HTTP/1.1\r\nHost: {{h}}\r\n{FORM}Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n",
        "chunked twice": f"POST /sign-in HTTP/1.1\r\nHost: {{h}}\r\n{FORM}Transfer-Encoding: chunked, chunked\r\n\r\n0\r\n\r\n",
        "a chunk without a size": f"POST /sign-in HTTP/1.1\r\nHost: {{h}}\r\n{FORM}Transfer-Encoding: chunked\r\n\r\nzz\r\n\r\n",
        "a chunk too large to count": f"POST /sign-in HTTP/1.1\r\nHost: {{h}}\r\n{FORM}Transfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFFF\r\n\r\n",
        "a bare CR in a field": get + "X-A: b\rSet-Cookie: session=1\r\n\r\n",
        "a blank before the colon": get + "X-A : b\r\n\r\n",
        "a folded field": get + "X-A: b\r\n c\r\n\r\n",
        "a nought in a field": get + "X-A: b\0c\r\n\r\n",
        "a nought in the target": "GET /alive\0 HTTP/1.1\r\nHost: {h}\r\n\r\n",
        "a blank in the target": "GET /alive x HTTP/1.1\r\nHost: {h}\r\n\r\n",
        "no such version": "GET /alive HTTP/9.9\r\nHost: {h}\r\n\r\n",
        "no method": " /alive HTTP/1.1\r\nHost: {h}\r\n\r\n",
        "another protocol": "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
        "a field without a name": get + ": b\r\n\r\n",
        "a huge field": get + "X-A: " + "b" * 40_000 + "\r\n\r\n",
        "too many fields": get + "".join(f"X-{n}: b\r\n" for n in range(400)) + "\r\n",
        "two hosts": "GET /alive HTTP/1.1\r\nHost: {h}\r\nHost: evil.example\r\n\r\n",
        "no host": "GET /alive HTTP/1.1\r\n\r\n",
        "a way through": "CONNECT evil.example:443 HTTP/1.1\r\nHost: {h}\r\n\r\n",
    }
    # Well made, and asking for what there is not: what follows on the line is a request of its own.
    whole = {"no host", "two hosts", "a way through"}
    for name, text in cases.items():
        # Whatever follows must not be read as a request of its own after a refusal.
        told = raw(house, (text + (hidden if name not in whole else "")).replace("{h}", house.host), wait=1.5)
        codes = answers(told)
        if any(code.startswith("2") for code in codes):
            findings.add("broken HTTP is carried out", name, codes)
        elif len(codes) > 1:
            findings.add("broken HTTP is answered twice", name, codes)
        if "Swift" in told or "NIO" in told or "HTTPParser" in told:
            findings.add("the framework shows itself", name, told[:300])
        if codes and "X-Content-Type-Options" not in told:
            findings.add("no fields of safety", name, told[:200])
    findings.measure("kinds of broken HTTP", len(cases))


def slow(house, findings):
    """Heads and bodies that trickle: the line must end although something comes every second."""
    for name, start, drop in [
        ("a head that trickles", f"GET /alive HTTP/1.1\r\nHost: {house.host}\r\n", "X-A: b\r\n"),
        ("a body that trickles", f"POST /sign-in HTTP/1.1\r\nHost: {house.host}\r\n{FORM}Content-Length: 5000\r\n\r\n", "a"),
        ("chunks that trickle", f"POST /sign-in HTTP/1.1\r\nHost: {house.host}\r\n{FORM}Transfer-Encoding: chunked\r\n\r\n", "1\r\na\r\n"),
    ]:
        with socket.create_connection(("127.0.0.1", house.port), timeout=2) as line:
            line.sendall(start.encode())
            begun, ended = time.monotonic(), False
            while time.monotonic() - begun < 60 and not ended:
                try:
                    line.sendall(drop.encode())
                    line.settimeout(1)
                    ended = not line.recv(65536) if line else True
                except TimeoutError:
                    continue
                except OSError:
                    ended = True
            if not ended:
                findings.add("never ends", name, "after 60 seconds")
    findings.measure("kinds of slow senders", 3)


def heavy(house, findings):
    """Bodies that are more than they seem."""
    interface = {"Content-Type": "application/json", "Authorization": "Bearer x"}
    bomb = zlib.compress(b"0" * 50_000_000, 9, wbits=31)
    visitor = house.visitor(next(r for r in house.sign_ins() if r["function"] == "caseworker"))
    token = visitor.token()
    signed = {"X-CSRF-Token": token, "Sec-Fetch-Site": "same-origin", "Content-Type": "application/json", "Idempotency-Key": "a" * 20}
    cases = [
        ("a packed body", {**signed, "Content-Encoding": "gzip"}, bomb, {415}),
        ("a deep body", signed, b"[" * 100_000, {400}),
        ("deep objects", signed, b'{"a":' * 5000 + b"1" + b"}" * 5000, {400}),
        ("a huge number", signed, b'{"effective":1e999999999}', {400}),
        ("a number past 64 bits", signed, b'{"effective":92233720368547758079}', {400}),
        ("one name twice", signed, b'{"effective":"2026","effective":"2025","fields":{}}', {400}),
        ("half a surrogate", signed, b'{"effective":"\\ud800","fields":{}}', {400}),
        ("no UTF-8", signed, b'{"effective":"\xff"}', {400}),
        ("a nought in a text", signed, b'{"effective":"2026","fields":{"given-name":"a\\u0000b"}}', {400, 422}),
        ("2 MiB", signed, b'{"a":"' + b"b" * 2_000_000 + b'"}', {413}),
        ("without a session", interface, b"{}", {401}),
    ]
    for name, headers, body, expected in cases:
        try:
            status = visitor.session.post(house.address + "/api/v1/person", data=body, headers=headers, timeout=30).status_code
        except requests.ConnectionError:
            # A body that is refused unread ends the line; what matters is that the house lives.
            status = "ended"
        if status not in expected | {"ended"}:
            findings.add(f"answered {status} and not {expected}", name)
    # 3,000 fields of a form, a query of 3,000, cookies without end.
    for name, ask in [
        ("a form of 3,000 fields", lambda: visitor.post("/work/search", {f"f{n}": "x" for n in range(3000)})),
        ("a query of 300 fields", lambda: visitor.get("/work?" + "&".join(f"f{n}" for n in range(300)))),
        ("a long range", lambda: visitor.session.get(house.address + "/en/", headers={"Range": "bytes=" + ",".join("0-1" for _ in range(900))}, timeout=30)),
        ("a thousand languages", lambda: visitor.session.get(house.address + "/work", headers={"Accept-Language": ",".join(f"x{n}" for n in range(1000))}, timeout=30)),
    ]:
        status = ask().status_code
        if status >= 500:
            findings.add(f"answered {status}", name)
    findings.measure("kinds of heavy bodies", len(cases) + 4)


def headers(house, findings):
    """The fields of safety on every kind of answer; no name of the software; nothing that a caller wrote comes back."""
    asked = [
        ("GET", "/"), ("GET", "/sign-in"), ("GET", "/work"), ("GET", "/nothing"), ("GET", "/api/v1/person"), ("GET", "/alive"),
        ("POST", "/sign-in"), ("OPTIONS", "/work"), ("TRACE", "/work"), ("BREW", "/work"), ("GET", "/work?x=%FF"), ("GET", "/%2e%2e/etc/passwd"),
        ("GET", "/en/..%2f..%2fetc/passwd"), ("GET", "/releases/1/..%2fledger.sqlite"), ("GET", "/releases/../ledger.sqlite"),
        ("HEAD", "/sign-in"), ("GET", "/language/en?after=//evil.example/"), ("GET", "/language/en?after=https://evil.example"),
        ("GET", "/language/en?after=/%0d%0aX-Evil:1"), ("GET", "/language/en?after=/\\evil.example"), ("GET", "/sign-in?after=//evil.example"),
        ("GET", "/exit"),
    ]
    for method, path in asked:
        told = raw(house, f"{method} {path} HTTP/1.1\r\nHost: evil.example\r\nX-Forwarded-Host: evil.example\r\nOrigin: https://evil.example\r\nConnection: close\r\n\r\n")
        where = f"{method} {path}"
        head = told.split("\r\n\r\n")[0]
        for name, value in FIELDS.items():
            if f"{name}: {value}" not in head:
                findings.add("a field of safety is missing", where, name)
        if re.search(r"^(Server|X-Powered-By|Access-Control-Allow-Origin):", head, re.M | re.I):
            findings.add("a field tells too much", where, head)
        if re.search(r"(?<!2F)evil\.example", told):
            findings.add("what the caller wrote comes back", where, re.findall(r".*[^F]evil.example.*", told)[:2])
        if "root:" in told or "SQLite format" in told:
            findings.add("a file comes out", where)
        if "X-Evil" in head:
            findings.add("a field was slipped in", where)
        if not head.startswith("HTTP/1.1 2") and method not in ("HEAD", "OPTIONS") and "Cache-Control: no-store" not in head and path != "/":
            findings.add("may be kept", where, head)
    findings.measure("answers with their fields", len(asked))


def guessing(house, findings):
    """An account that there is and one that there is not must not be told apart, by words or by time."""
    row = house.sign_ins()[0]
    told = {row["sign-in"]: ([], set()), "nobody-of-this-name": ([], set())}
    visitor = house.visitor()
    for _ in range(4):
        # In turns, so that what else the machine does meets both alike.
        for name, (times, bodies) in told.items():
            form = {"name": name, "password": "wrong wrong wrong", "csrf-token": visitor.token("/sign-in")}
            begun = time.monotonic()
            answer = visitor.post("/sign-in", form)
            times.append(time.monotonic() - begun)
            bodies.add((answer.status_code, re.sub(r'name="csrf-token" value="[^"]+"|value="%s"' % re.escape(name), "", answer.text)))
    (known, said), (unknown, said_unknown) = ((min(times), bodies) for times, bodies in told.values())
    if said != said_unknown:
        findings.add("an account shows itself", "by the words of the answer")
    if not 0.4 < known / unknown < 2.5:
        findings.add("an account shows itself", "by the time of the answer", f"{known:.3f} s and {unknown:.3f} s")
    visitor = house.visitor()
    statuses = []
    for _ in range(25):
        form = {"name": row["sign-in"], "password": "wrong wrong wrong", "csrf-token": visitor.token("/sign-in")}
        statuses.append(visitor.post("/sign-in", form).status_code)
    if 429 not in statuses:
        findings.add("guessing is not held off", "25 wrong passwords", statuses)
    links = {visitor.get(f"/account/link/{secret}").status_code for secret in ("a" * 43, "b" * 22, "%2e%2e", "0")}
    if not links <= {404, 410, 422, 429}:
        findings.add("a guessed link opens", "/account/link", links)
    findings.measure("guesses", 35)


def flood(house, findings):
    """More than anybody asks: refused with when to come again, and the house lives."""
    session, begun = requests.Session(), time.monotonic()
    statuses = [session.get(house.address + "/sign-in", timeout=30) for _ in range(600)]
    refused = [a for a in statuses if a.status_code == 429]
    if not refused and 600 / (time.monotonic() - begun) < 40:
        # Six hundred requests that take longer are no flood: nothing is wrong, and nothing was shown.
        findings.measure("floods that this machine was too busy to send", 1)
    elif not refused or not all(a.headers.get("Retry-After", "").isdigit() for a in refused):
        findings.add("a flood is not held off", "600 requests", len(refused))
    findings.measure("requests of a flood refused", len(refused))
    lines = []
    try:
        for _ in range(300):
            lines.append(socket.create_connection(("127.0.0.1", house.port), timeout=5))
        time.sleep(12)
        if not house.answers():
            findings.add("idle lines stop the house", "300 connections")
    finally:
        for line in lines:
            line.close()


def main(program, demo, report):
    findings = Findings("limits", report)
    for part in (broken, headers, heavy, guessing, slow, flood):
        # A house of its own for each, since the limits remember who asked.
        house = House(program, demo, f"{report}/register-limits")
        try:
            part(house, findings)
            # What was refused is forgiven within seconds.
            time.sleep(2)
            house.judge(findings, part.__name__)
        finally:
            house.close()
    return findings.end()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:4]))
