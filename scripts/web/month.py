"""A secretariat's month in the browser, without a script in any page: focal points, a questionnaire to 27 respondents, chasing,
extending, consolidating, states of play with evidence, deadlines, the table of two days, recommendations, ratifications, a post
that changes hands. Each step does what its people would do and reads what the page says afterwards; axe looks at every page.

A step that goes otherwise is named with its page and what the page said; the next step is tried all the same. Ends with 3 where
something was found."""
import csv
import datetime
import io
import re
import sys
import time

from playwright.sync_api import Error, sync_playwright

from findings import Findings
from house import House
from person import Looks, Person, Trouble

PASSWORD = "rusty anchors in the garden 7"
REASON = "Several offices asked for it."


def day(days=0):
    return (datetime.datetime.now(datetime.timezone.utc).date() + datetime.timedelta(days=days)).isoformat()


class Month:
    def __init__(self, browser, house, findings):
        self.browser, self.house, self.findings = browser, house, findings
        self.looks = Looks(browser, house, findings)
        self.people, self.rows = {}, house.sign_ins()

    def person(self, function, language="en"):
        """The first holder of a function, in a language; signed in once."""
        if (function, language) not in self.people:
            row = next(row for row in self.rows if row["function"] == function)
            someone = Person(self.browser, self.house, self.looks, function, language)
            self.people[function, language] = someone.signs_in(row["sign-in"], row["password"])
        return self.people[function, language]

    def run(self):
        done = 0
        for number, step in enumerate(STEPS, 1):
            name = step.__name__.replace("_", " ")
            self.looks.step = f"step {number} ({name})"
            begun = time.monotonic()
            try:
                said = step(self)
                done += 1
                print(f"  {number:2} {name}: {said} [{time.monotonic() - begun:.1f} s]", file=sys.stderr, flush=True)
            except (Trouble, Error, LookupError, ValueError) as failure:
                self.findings.add("a step went otherwise", self.looks.step, str(failure)[:1500])
        self.findings.measure(f"of {len(STEPS)} steps done", done)
        self.findings.measure("pages tried with axe", self.looks.count)


def expect(fact, person, what):
    if not fact:
        raise person.trouble(what)


def shown_once(person):
    """The address of a link that stands on this page only."""
    return re.sub(r"^https?://[^/]+", "", person.page.inner_text("main dl code >> nth=0").strip())


def nominate_focal_points(month):
    operator = month.person("system-operator")
    month.focal_points = []
    for number in (1, 2):
        name = f"Focal point of office {number}"
        operator.goes("/work/administration/new-account").fills(name=f"focal-{number}", display_name=name).presses()
        link = shown_once(operator)
        operator.goes("/work/administration/organisations").follows(f"District Office {number}")
        office = operator.address
        operator.follows("Open a post")
        operator.fills(f_kind="respondent", f_title="Focal point").sends()
        operator.goes(office).follows("Nominate")
        operator.follows(name)
        operator.fills(f_rank="main", f_from=day()).sends()
        operator.goes(office).reads(name)
        someone = Person(month.browser, month.house, month.looks, name)
        someone.goes(link).fills(new_password=PASSWORD, new_password_again=PASSWORD).presses()
        someone.signs_in(f"focal-{number}", PASSWORD)
        month.focal_points.append(someone)
    return "two accounts, two posts, two mandates; both signed in"


def write_the_next_version(month):
    coordinator = month.person("coordinator")
    coordinator.goes("/work/questionnaires").follows("What hinders your office")
    coordinator.presses(form="main section[aria-labelledby='next'] form")
    month.form = coordinator.address.split("?")[0]
    coordinator.goes(f"{month.form}/languages/ara")
    coordinator.fill("reviewed", "yes")
    coordinator.presses()
    coordinator.goes(month.form)
    return "version 2, its Arabic reviewed again"


def send_to_27_respondents(month):
    coordinator = month.person("coordinator")
    coordinator.goes(month.form)
    # One post of each organisation, or its link where it has none; focal points and caseworkers before others.
    choices = coordinator.page.eval_on_selector_all(
        "main input[name='respondents']",
        "all => all.map(e => [e.value, e.parentElement.textContent.trim()])")
    names = {}
    for value, label in choices:
        name = label.split(" – ")[0]
        names.setdefault(name, []).append((not re.search("Focal point|caseworker", label), len(names), value))
    month.asked = [sorted(options)[0][2] for options in names.values()]
    expect(len(month.asked) == 27, coordinator, f"{len(month.asked)} organisations and not 27: {sorted(names)}")
    coordinator.fills(title="Second half-year", deadline=day(10), languages=["ara"], respondents=month.asked)
    coordinator.presses(form="main section[aria-labelledby='sending'] form")
    month.round = coordinator.address.split("?")[0]
    expect(coordinator.rows("respondents") == 27, coordinator, f"{coordinator.rows('respondents')} rows and not 27")
    coordinator.reads("0 of 27")
    return "27 organisations asked, in English and Arabic"


def answer_in_arabic(month):
    worker = month.person("caseworker", "ar")
    worker.goes("/work")
    expect(worker.page.get_attribute("html", "dir") == "rtl", worker, "the page does not run from right to left")
    worker.goes("/work/questionnaires")
    worker.goes(worker.link(r"/responses/[0-9a-f-]+"))
    if not worker.page.locator("main form [name='a.focal-point']").count():
        worker.goes(worker.address.split("?")[0] + "/answers")
    worker.reads("هل لمكتبكم جهة اتصال وبديل عنها؟", "ليس بعد")
    # What the office answered in the first half-year is taken over by a button.
    worker.presses("reuse:focal-point")
    worker.fill("a.trained", "١٢")
    worker.fill("a.referral-form", "part")
    worker.fill("a.hindrance", "لا أحد يجيب ليلًا.")
    worker.presses("submit")
    worker.goes("/work/questionnaires")
    return "read, taken over from the first round, filled in and sent in Arabic, with Arabic digits"


def answer_by_post_and_by_link(month):
    for someone, hindrance in zip(month.focal_points, ("Too few interpreters.", "No permit for the house.")):
        someone.goes("/work/questionnaires")
        someone.goes(someone.link(r"/responses/[0-9a-f-]+").split("?")[0].removesuffix("/answers") + "/answers")
        someone.fill("a.focal-point", "yes")
        someone.presses("submit", expecting=(422,))
        someone.fill("a.referral-form", "none")
        someone.fill("a.hindrance", hindrance)
        someone.presses("submit")
    coordinator = month.person("coordinator")
    coordinator.goes(month.round).follows("District Office 9")
    coordinator.presses(form="main section[aria-labelledby='link'] form:has([name='until'])")
    link = shown_once(coordinator)
    nobody = Person(month.browser, month.house, month.looks, "nobody, by a link")
    nobody.goes(link)
    nobody.fill("a.focal-point", "no")
    nobody.fill("a.referral-form", "part")
    nobody.presses("submit")
    nobody.closes()
    coordinator.goes(month.round).reads("4 of 27")
    return "two focal points, one of them only after the page said what was missing; one office without an account"


def chase_those_who_are_silent(month):
    coordinator = month.person("coordinator")
    coordinator.goes(month.round)
    expect(coordinator.rows("chasing") == 23, coordinator, f"{coordinator.rows('chasing')} to chase and not 23")
    expect("Demo holder of" in coordinator.row("Legal Aid Centre", "chasing"), coordinator, "nobody to call at the Legal Aid Centre")
    coordinator.goes(f"/work/calendar?month={day(10)[:7]}").reads("Second half-year")
    return "23 on the list, with who holds the post; all of them in the calendar"


def extend_the_deadline(month):
    coordinator = month.person("coordinator")
    coordinator.goes(month.round)
    extending = "main section[aria-labelledby='extend'] form"
    coordinator.fills(deadline=day(3), reason=REASON).presses(form=extending, expecting=(422,))
    coordinator.fills(deadline=day(24), reason=REASON).presses(form=extending)
    coordinator.reads(REASON)
    return "an earlier day was refused; the later one stands, with the former and the reason beside it"


def accept_and_return(month):
    coordinator = month.person("coordinator")
    coordinator.goes(month.round).follows("District Office 1")
    coordinator.reads("Too few interpreters.").presses(form="main section[aria-labelledby='accept'] form")
    coordinator.goes(month.round).follows("District Office 2")
    coordinator.fills(reason="Which house do you mean?").presses(form="main section[aria-labelledby='return'] form")
    someone = month.focal_points[1]
    someone.goes("/work/questionnaires")
    someone.goes(someone.link(r"/responses/[0-9a-f-]+").split("?")[0].removesuffix("/answers") + "/answers")
    someone.reads("Which house do you mean?").fill("a.hindrance", "No permit for the house in the south.")
    someone.presses("submit")
    return "one accepted; one returned, mended and sent again"


def consolidate(month):
    coordinator = month.person("coordinator")
    coordinator.goes(f"{month.round}/annex").reads("No permit for the house in the south.", "لا أحد يجيب ليلًا.")
    silent = coordinator.page.locator("main section[aria-labelledby='non-respondents'] li").count()
    expect(silent == 23, coordinator, f"{silent} named as silent and not 23")
    rows = table(coordinator, f"{month.round}/annex.csv")
    expect(len({row["respondent"] for row in rows}) == 27, coordinator, "the file does not name all 27")
    expect(all(row["marking"] for row in rows), coordinator, "a row has no marking")
    return f"four answers side by side, 23 named who sent none; {len(rows)} rows as a file"


def table(person, path):
    answer = person.context.request.get(person.house.address + path)
    if answer.status != 200:
        raise person.trouble(f"{path} answered {answer.status}")
    return list(csv.DictReader(io.StringIO(answer.body().decode("utf-8-sig"))))


def board(month, person, plan="Plan against trafficking"):
    person.goes("/work/plans").follows(plan)
    month.plan = person.address.split("?")[0]
    return person


def action(month, person, code):
    """The address of an action's record."""
    board(month, person)
    place = person.page.locator("main section[aria-labelledby='actions'] th a", has_text=re.compile(f"^{re.escape(code)} "))
    if not place.count():
        raise person.trouble(f"the board has no action {code}")
    return place.first.get_attribute("href")


def plan_record(month, person):
    return month.plan.rsplit("/", 1)[-1]


def standing(month, code):
    coordinator = month.person("coordinator")
    action(month, coordinator, code)
    return coordinator.row(f"{code} ")


def report_a_state_of_play_with_evidence(month):
    authority, coordinator = month.person("competent-authority"), month.person("coordinator")
    place = action(month, authority, "1.2.a")
    record = plan_record(month, authority)
    authority.goes("/work/new/action-evidence/submit").picks("plan", record).picks("action", place)
    authority.fills(f_kind="document", f_title="The form that all five signed").sends()
    evidence = authority.address.split("?")[0]
    authority.goes("/work/new/state-of-play/report").picks("plan", record).picks("actions", place)
    authority.picks("evidence", evidence)
    authority.fills(f_stands_on=day(), f_status="done", f_text="All five offices have signed the form.").sends()
    coordinator.goes(f"{evidence}/step/accept").fills(f_satisfies="Form signed by all.").sends()
    coordinator.goes(f"{place}/step/finish").picks("evidence", evidence)
    coordinator.fills(f_assessment_kinds=["document"]).sends()
    said = standing(month, "1.2.a")
    expect("Done" in said and "All five offices have signed" in said, coordinator, f"the board says: {said}")
    return "an authority reported and showed it, the secretariat accepted it; the board says done"


def revise_a_deadline(month):
    coordinator = month.person("coordinator")
    place = action(month, coordinator, "3.1.a")
    record = plan_record(month, coordinator)
    before = coordinator.row("3.1.a ")
    # The deadline in force, by its own page.
    coordinator.goes("/work/list/action-deadline")
    coordinator.goes(f"{place}")
    former = next(
        href for href in coordinator.page.eval_on_selector_all(
            "main a", "links => links.map(l => [l.getAttribute('href'), l.textContent.trim()])")
        if re.match(r"End of ", href[1]))[0]
    year = datetime.date.today().year + 2
    coordinator.goes("/work/new/action-deadline/set").picks("plan", record).picks("action", place)
    coordinator.picks("replaces", former)
    coordinator.fills(f_words=f"End of {year}", f_set_on=day()).sends()
    coordinator.goes(f"{former}/step/replace").fills(reason="The permit was refused twice.").sends()
    said = standing(month, "3.1.a")
    expect(f"End of {year}" in said and said != before and "moved by days" in said, coordinator, f"the board says: {said}")
    return "the former stays readable, the board says by how many days it moved"


def print_two_days_and_their_difference(month):
    rapporteur = month.person("rapporteur")
    board(month, rapporteur)
    for of in (day(-200), day(), None):
        rapporteur.goes(f"{month.plan}/table?as-of={of}" if of else f"{month.plan}/changes?from={day(-200)}&to={day()}")
        paper = rapporteur.page.pdf(format="A4", landscape=True)
        expect(paper.startswith(b"%PDF") and len(paper) > 10_000, rapporteur, "the page does not print")
    rapporteur.reads("A first list was sent out with seven names.", "All five offices have signed the form.")
    board(month, rapporteur).follows("What changed").fills(**{"from": day(-200)}).presses(form="main form.controls")
    rows = table(rapporteur, f"{month.plan}/changes.csv?from={day(-200)}&to={day()}")
    shown = rapporteur.rows("changes")
    expect(len(rows) == shown > 10, rapporteur, f"{shown} cells on the page and {len(rows)} in the file")
    expect({"1.2.a", "3.1.a"} <= {row["code"] for row in rows}, rapporteur, "an action that changed is not in the file")
    return f"two tables and what lies between them as PDF; {shown} cells differ, on the page and in the file"


def find_what_nobody_carries_out(month):
    rapporteur = month.person("rapporteur")
    board(month, rapporteur, "Plan of the region")
    expect("Nobody carries it out" in rapporteur.row("4.1.b"), rapporteur, "4.1.b is not named")
    expect("N 1 3.1.a" in rapporteur.row("3.1.a"), rapporteur, "3.1.a does not say who carries it out")
    return "the plan above says which of its actions nobody carries out"


def publish_the_table(month):
    """One person proposes it, another lets it out, and somebody without an account reads it in Arabic; then it is taken back."""
    coordinator, rapporteur = month.person("coordinator"), month.person("rapporteur")
    said = "All five offices have signed the form."
    coordinator.goes("/work/notices").follows("Plan against trafficking", "main section[aria-labelledby='sources']")
    coordinator.fills(publisher="Office of the Coordinator", as_of=day()).presses().reads("You proposed it.", said)
    notice = coordinator.address.split("?")[0]
    expect(not coordinator.page.locator("[name='check']").count(), coordinator, "who proposed it may let it out")
    rapporteur.goes(notice).reads(said).fills(check="Read line by line: nobody is named.").presses()
    public = rapporteur.reads("This is public.").link(r"^/en/notices/")
    number = public.rsplit("/", 1)[-1]
    reader = Person(month.browser, month.house, month.looks, "the public", "ar")
    reader.goes(f"/ar/notices/{number}").reads(said)
    expect(reader.page.get_attribute("html", "dir") == "rtl", reader, "the page does not run from right to left")
    answer = reader.context.request.get(f"{reader.house.address}/notices/{number}/table.csv")
    expect(answer.status == 200 and said in answer.text(), reader, "the table cannot be fetched")
    reader.goes("/ar/notices")
    rapporteur.goes(f"{notice}/withdraw").fills(reason="A newer one follows.").presses()
    reader.goes(f"/ar/notices/{number}").reads("A newer one follows.")
    expect(said not in reader.text, reader, "what was taken back is shown")
    gone = reader.context.request.get(f"{reader.house.address}/notices/{number}/table.csv")
    expect(gone.status == 404, reader, f"its file answers {gone.status}")
    return "proposed by one, let out by another, read in Arabic without an account, and gone once it was taken back"


def adopt_a_recommendation(month):
    coordinator = month.person("coordinator")
    place = action(month, coordinator, "4.1.b")
    text = "Name a prosecutor who answers for compensation."
    links = {}
    for field, mechanism in (("body", "recommending-body"), ("cycle", "recommendation-cycle")):
        coordinator.goes(f"/work/list/{mechanism}")
        links[field] = coordinator.link(r"/work/record/")
    coordinator.goes("/work/new/recommendation/issue")
    for field, record in links.items():
        coordinator.picks(field, record)
    coordinator.fills(f_place="9", f_number="9", f_text=text, f_due=f"End of {day(400)[:4]}").sends()
    said = coordinator.goes("/work/recommendations").row(text)
    expect("Unanswered" in said, coordinator, f"the tracker says: {said}")
    coordinator.follows(text)
    recommendation = coordinator.address.split("?")[0]
    coordinator.goes(f"{recommendation}/step/answer")
    coordinator.fills(
        f_acceptance="accepted", f_response="A prosecutor will be named for it.", f_responded_on=day()).sends()
    coordinator.goes("/work/new/recommendation-mapping/map").picks("recommendation", recommendation).picks("action", place)
    coordinator.fills(f_kind="implements").sends()
    coordinator.goes("/work/recommendations")
    said = coordinator.row(text)
    expect("4.1.b" in said and "Unanswered" not in said, coordinator, f"the tracker says: {said}")
    return "issued and unanswered; then accepted with an answer, and mapped to the action that carries it out"


def record_ratifications(month):
    coordinator = month.person("coordinator")
    protocol, convention = "Trafficking Protocol", "UNTOC"

    def act(treaty, expecting=(200,)):
        coordinator.goes("/work/treaties").follows(treaty, "main section[aria-labelledby='treaties']")
        record = coordinator.address.split("?")[0].rsplit("/", 1)[-1]
        coordinator.goes("/work/new/treaty-act").picks("treaty", record)
        coordinator.fills(f_kind="ratification", f_done_on=day(-3))
        coordinator.fill("t.country", "Iceland")
        coordinator.sends(expecting)

    act(protocol, (422,))
    refused = coordinator.page.locator("main [role='alert'], main .errors, main .notice.wrong").count()
    expect(refused, coordinator, "the page does not say why")
    act(convention)
    act(protocol)
    coordinator.goes("/work/treaties")
    said = coordinator.row("Iceland", "matrix")
    expect(said.count("Consented, not bound yet") == 2, coordinator, f"the matrix says: {said}")
    return "the Protocol was refused before its Convention, and taken with it on one day"


def hand_over_a_post(month):
    operator, coordinator = month.person("system-operator"), month.person("coordinator")
    leaving = month.focal_points[1]
    operator.goes("/work/administration/accounts").follows("Focal point of office 2")
    account = operator.address.split("?")[0]
    mandate = operator.link(r"/work/record/")
    operator.goes(f"{account}/leave")
    names = operator.page.eval_on_selector_all("main form [name]", "all => all.map(e => e.name)")
    checklist = next(name for name in names if name.startswith("checklist."))
    operator.fill(checklist, "The answer for the second half-year was sent again; wait for its acceptance.")
    operator.fills(reason="Moves to another office.").presses(form="main form:has([name='reason'])")
    gone = leaving.page.goto(month.house.address + "/work", wait_until="load")
    expect("/sign-in" in leaving.page.url or gone.status in (401, 403), leaving, "whoever left is still in")
    # The next one has an account already, and holds both posts.
    operator.goes("/work/administration/organisations").follows("District Office 2").reads("Vacant")
    operator.follows("Nominate").follows("Focal point of office 1")
    operator.fills(f_rank="main", f_from=day()).sends()
    coordinator.goes("/work/list/handover")
    coordinator.goes(coordinator.link(r"/work/record/"))
    handover = coordinator.address.split("?")[0]
    coordinator.reads("wait for its acceptance").goes(f"{handover}/step/receive").sends()
    coordinator.goes(handover)
    operator.goes(mandate)
    return "mandate ended and account closed in one step, access gone at once, the next holder has the list"


STEPS = [
    nominate_focal_points, write_the_next_version, send_to_27_respondents, answer_in_arabic, answer_by_post_and_by_link,
    chase_those_who_are_silent, extend_the_deadline, accept_and_return, consolidate, report_a_state_of_play_with_evidence,
    revise_a_deadline, print_two_days_and_their_difference, publish_the_table, find_what_nobody_carries_out,
    adopt_a_recommendation, record_ratifications, hand_over_a_post,
]


def main(program, demo, report):
    findings = Findings("month", report)
    house = House(program, demo, f"{report}/register-month", "--patience", "1000")
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
            Month(browser, house, findings).run()
            browser.close()
        house.judge(findings)
    finally:
        house.close()
    return findings.end()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
