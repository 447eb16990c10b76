"""Sends the planted questionnaire at its desk until the caseworker is among those who were asked, and makes a link to one
response, which no page shows again; before that, translates it."""
import datetime
import html
import re

ANY = r"/work/questionnaires/responses/([0-9a-f-]{36})"


def send_questionnaire(planting):
    coordinator, worker = (
        next(v for v in planting.visitors if v.function == function) for function in ("coordinator", "caseworker"))
    last = (datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(days=30)).date().isoformat()
    sheet = f"/work/questionnaires/forms/{planting.planted['questionnaire']}"
    planting.places["coordinator"].append(sheet + "/languages?language=fra")
    translate(planting, coordinator, sheet + "/languages/fra")
    options = re.findall(r'name="respondents" value="([^"]+)"[^>]*><span>([^<]+)', coordinator.get(sheet).text)
    own = [post for post, label in options if label.startswith(worker.row["organisation"])]
    other = next(post for post, label in options if not label.startswith(worker.row["organisation"]))
    for post in own:
        form = {
            "csrf-token": coordinator.token(sheet), "title": "Round", "deadline": last, "respondents": [post, other],
            "key": re.search(r'name="key" value="([^"]+)"', coordinator.get(sheet).text)[1]}
        answer = coordinator.post(sheet + "/send", form)
        if answer.status_code != 303:
            raise SystemExit(f"{sheet}/send answered {answer.status_code}: {re.findall('<li>(.*?)</li>', answer.text)}")
        if re.search(ANY, worker.get("/work/questionnaires").text):
            break
    place = answer.headers["Location"].split("?")[0]
    planting.planted["questionnaire-round"] = place.rsplit("/", 1)[-1]
    response = re.search(ANY, coordinator.get(place).text)
    planting.planted["questionnaire-response"] = response[1]
    made = coordinator.post(
        f"{response[0]}/link", {"csrf-token": coordinator.token(response[0]), "until": last})
    planting.places["nobody"] += re.findall(r"/answer/[0-9a-f-]{36}/[A-Za-z0-9_-]+", made.text)[:1]


def take_calendar(planting):
    """An address of one's own calendar, which the page shows once."""
    worker = next(v for v in planting.visitors if v.function == "caseworker")
    page = worker.get("/account/calendars").text
    hidden = re.findall(r'type="hidden" name="([^"]+)" value="([^"]*)"', page[page.find("<main"):page.find("</main")])
    made = worker.post("/account/calendars", dict(hidden) | {"label": "plain"})
    planting.places["nobody"] += re.findall(r"/calendar/[A-Za-z0-9_.-]+", made.text)[:1]


def translate(planting, coordinator, address):
    hidden = re.findall(r'type="hidden" name="([^"]+)" value="([^"]*)"', coordinator.get(address).text)
    texts = re.findall(r'<(?:textarea|input type="text")[^>]* name="([^"]+)"', coordinator.get(address).text)
    sent = {name: html.unescape(value) for name, value in hidden} | {name: "plain" for name in texts}
    answer = coordinator.post(address, sent)
    made = planting.records("question-translation", coordinator)
    if answer.status_code != 303 or not made:
        planting.refused["question-translation"] = f"{answer.status_code} {re.findall('<li>(.*?)</li>', answer.text)[:3]}"
        return
    planting.planted["question-translation"] = made[0]
