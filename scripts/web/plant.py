"""Opens a record of every mechanism whose every text is hostile: markup, a template's braces, a formula, signs that turn
the direction of writing, and one word that is far too long for a narrow page."""
import datetime
import json
import secrets

from asking import send_questionnaire, take_calendar

TURNED = "\u202e"
HOSTILE = (
    '=HYPERLINK("https://evil.example/","x")"><img src="https://evil.example/x.png" onerror="alert(1)">'
    "<script>alert(1)</script></textarea></title>{{frame}}{{{frame}}}' onmouseover='alert(1)" + TURNED + "txet denrut "
    + "W" * 90)

# Texts with a grammar of their own, which refuse everything else.
SPELLED = {"hours": "mo-fr 09:00-17:00", "special-days": "2026-12-24 closed", "time-zone": "Europe/Lisbon"}


class Planting:
    def __init__(self, house, visitors):
        self.house, self.visitors = house, visitors
        self.mechanisms = [
            self.ask(visitors[0], "GET", f"/mechanisms/{item['name']}").json()
            for item in self.ask(visitors[0], "GET", "/mechanisms").json()["mechanisms"]]
        self.tokens = {visitor.function: visitor.token() for visitor in visitors}
        # By mechanism: the planted record.
        self.planted, self.refused = {}, {}
        # Places that no link leads to, by function: choices from a list, and ways in by a secret.
        self.places = {"nobody": [], "coordinator": []}

    def ask(self, visitor, method, path, body=None):
        headers = {"Accept": "application/json", "Sec-Fetch-Site": "same-origin"}
        if body is not None:
            headers |= {"X-CSRF-Token": self.tokens[visitor.function], "Idempotency-Key": secrets.token_hex(16)}
        return visitor.session.request(
            method, self.house.address + "/api/v1" + path, json=body, headers=headers, timeout=60)

    def run(self):
        # Later mechanisms name earlier ones; a second round reaches what named a later one.
        for number in range(2):
            for mechanism in self.mechanisms:
                if mechanism["name"] not in self.planted:
                    self.plant(mechanism)
            if number == 0:
                send_questionnaire(self)
                take_calendar(self)
        self.attach()
        return self

    def attach(self):
        """A document whose file bears a hostile name."""
        visitor = next(v for v in self.visitors if v.function == "caseworker")
        answer = visitor.session.post(
            self.house.address + "/api/v1/documents", timeout=60,
            data={"about": self.records("person", visitor)[0], "effective": self.today()},
            files={"file": (HOSTILE + ".txt", b"A letter.\n", "text/plain")},
            headers={"X-CSRF-Token": self.tokens[visitor.function], "Idempotency-Key": secrets.token_hex(16)})
        if answer.status_code == 201:
            self.planted["document"] = answer.json()["record"]
        else:
            self.refused["document"] = f"{answer.status_code} {answer.text[:300]}"

    @staticmethod
    def openings(mechanism):
        """The steps by which somebody opens a record of it."""
        return [s for s in mechanism["steps"] if not s["from"] and not s["isTakenByRegister"]]

    def plant(self, mechanism):
        for step in self.openings(mechanism):
            for visitor in (v for v in self.visitors if v.function in step["by"]):
                for fields in self.attempts(mechanism, step, visitor):
                    if self.opens(mechanism, step, visitor, fields):
                        return

    def opens(self, mechanism, step, visitor, fields):
        """Tries to open a record, and again without what was named as wrong, three times."""
        for _ in range(3):
            body = {"transition": step["name"], "effective": self.today(), "reason": HOSTILE, "fields": fields}
            answer = self.ask(visitor, "POST", f"/{mechanism['name']}", body)
            if answer.status_code == 201:
                self.planted.setdefault(mechanism["name"], answer.json()["record"])
                return answer.json()["record"]
            self.refused[mechanism["name"]] = f"{answer.status_code} {answer.text[:300]}"
            named = {p["pointer"].rsplit("/", 1)[-1] for p in self.problems(answer) if p.get("pointer")}
            mended = self.mended(mechanism, fields, named, visitor)
            if mended == fields:
                return None
            fields = mended
        return None

    @staticmethod
    def problems(answer):
        try:
            return answer.json().get("problems", [])
        except ValueError:
            return []

    def mended(self, mechanism, fields, named, visitor):
        """A plain word where no other is taken, another record where one is missing, and nothing where there was too much."""
        mended = dict(fields)
        for field in mechanism["fields"]:
            name = field["name"]
            if name not in named:
                continue
            if name not in fields and field["kind"] == "link":
                other = next(m for m in self.mechanisms if m["name"] == field["links"])
                for step in self.openings(other):
                    for other_fields in self.attempts(other, step, visitor):
                        record = None if name in mended else self.opens(other, step, visitor, other_fields)
                        if record:
                            mended[name] = record
            elif field["kind"] == "text" and fields.get(name) == HOSTILE:
                mended[name] = "plain"
            else:
                mended.pop(name, None)
        return mended

    def attempts(self, mechanism, step, visitor):
        """Everything filled in, then what is required and all texts, then what is required alone."""
        required = set(step["required"]) | {f["name"] for f in mechanism["fields"] if f["isRequired"]}
        every = {}
        for field in mechanism["fields"]:
            value = self.value(field, visitor, json.dumps(every))
            if value is not None:
                every[field["name"]] = value
        texts = {f["name"] for f in mechanism["fields"] if f["kind"] in ("text", "name", "identity")}
        yield every
        yield {name: value for name, value in every.items() if name in required | texts}
        for text in sorted(texts):
            yield {name: value for name, value in every.items() if name in required | {text}}
        yield {name: value for name, value in every.items() if name in required}
        # Years, thresholds, shares: whole numbers have limits of their own.
        small = {f["name"]: 10 for f in mechanism["fields"] if f["kind"] == "integer"}
        yield every | {name: value for name, value in small.items() if name in every}

    def value(self, field, visitor, used):
        kind = field["kind"]
        if kind in ("code", "codes"):
            entries = self.ask(visitor, "GET", f"/codelists/{field['codeList']}").json()["codes"]
            return [entries[0]["code"]] if kind == "codes" else entries[0]["code"]
        if kind in ("link", "links"):
            for target in ("case", "person") if field["links"] == "any" else (field["links"],):
                known = [self.planted[target]] if target in self.planted else []
                for record in known + self.records(target, visitor):
                    seen = self.ask(visitor, "GET", f"/{target}/{record}").status_code == 200
                    if seen and record not in used:
                        return [record] if kind == "links" else record
            return None
        if kind in ("period", "date"):
            return self.today()
        return {"integer": 1990, "boolean": True, "decimal": 1}.get(kind, SPELLED.get(field["name"], HOSTILE))

    def records(self, mechanism, visitor):
        answer = self.ask(visitor, "GET", f"/{mechanism}?limit=5")
        return [row["record"] for row in answer.json()["records"]] if answer.status_code == 200 else []

    @staticmethod
    def today():
        return datetime.datetime.now(datetime.timezone.utc).date().isoformat()
