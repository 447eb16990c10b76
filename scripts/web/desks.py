"""Gives the desks something to show: a file that is looked at before it is brought in, and a draft of a release."""
import csv
import io
import re
import time

from plant import HOSTILE

SECONDS = 120


def fill_desks(house, visitors, findings):
    filled = 0
    for visitor in visitors:
        filled += importing(house, visitor, findings) + releasing(house, visitor, findings)
    findings.measure("desks filled", filled)


# Columns of the standard, so that the file is read and its rows are held back one by one.
COLUMNS = ("record_id", "prs_FirstName", "vic_TraffickingStatus", "cas_IncomingReferralDate")


def importing(house, visitor, findings):
    """A file whose every cell is hostile, for those who may import: one whose columns nobody knows, and one with rows to correct."""
    return sum(bring(house, visitor, findings, header) for header in ((), COLUMNS)) // 2


def bring(house, visitor, findings, header):
    page = visitor.get("/work/import")
    sources = re.findall(r'name="source" value="([^"]+)"', page.text)
    if page.status_code != 200 or not sources:
        return 0
    name = next((source for source in sources if "htcds" in source), sources[0])
    text = io.StringIO()
    writer = csv.writer(text)
    for row in ([header] if header else []) + 4 * [(HOSTILE, "=1+1", HOSTILE, "2026-13-45")]:
        writer.writerow(row)
    given = re.search(r'name="id" value="([^"]+)"', page.text)[1]
    answer = visitor.session.post(
        house.address + "/work/import", allow_redirects=False, timeout=60, headers={"Sec-Fetch-Site": "same-origin"},
        data={"csrf-token": visitor.token("/work/import"), "id": given, "source": name},
        files={"file": (HOSTILE + ".csv", text.getvalue().encode(), "text/csv")})
    return followed(visitor, answer, "/work/import", "/stop", findings)


def releasing(house, visitor, findings):
    """A draft of each table by itself: the gate stops some of them, and one at least must be ready to be published."""
    if visitor.get("/work/releasing").status_code != 200:
        return 0
    ready = 0
    for table in ("referrals", "registered-victims", "index"):
        page = visitor.get("/work/releasing").text
        form = {
            "csrf-token": visitor.token("/work/releasing"), "threshold": "5", "period": "", "table": table,
            "key": re.search(r'name="key" value="([^"]+)"', page)[1]}
        answer = visitor.post("/work/releasing/drafts", form)
        if not followed(visitor, answer, "/work/releasing", "/stop", findings):
            return 0
        ready += '/publish"' in visitor.get(answer.headers["Location"]).text
    if not ready:
        findings.add("no draft is ready", visitor.function)
    return 1


def followed(visitor, answer, desk, running, findings):
    """Waits until what was begun is done: its page no longer offers to stop it."""
    if answer.status_code != 303:
        findings.add("a desk took nothing", f"{visitor.function} {desk}", f"{answer.status_code} {answer.text[:300]}")
        return 0
    for _ in range(SECONDS):
        if f'{running}"' not in visitor.get(answer.headers["Location"]).text:
            return 1
        time.sleep(1)
    findings.late("not done within two minutes", f"{visitor.function} {desk}")
    return 1
