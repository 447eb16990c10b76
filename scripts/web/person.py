"""Somebody at a window of Chromium in which no script runs: what they see, fill in and press; and what axe says of the page,
which it is shown a second time with scripts, since axe is one."""
import re

from arriving import code
from looking import AXE, TAGS, WIDE


class Trouble(Exception):
    """What went otherwise than the step says, with where it was."""


class Person:
    def __init__(self, browser, house, findings, name, language="en"):
        self.browser, self.house, self.findings, self.name, self.language = browser, house, findings, name, language
        self.context = browser.new_context(
            viewport={"width": 1280, "height": 900}, java_script_enabled=False, accept_downloads=True)
        self.context.add_cookies([{"name": "language", "value": language, "url": house.address}])
        self.page = self.context.new_page()
        self.page.set_default_timeout(20_000)
        self.seen = set()

    def signs_in(self, name, password):
        self.goes("/sign-in")
        self.fills(name=name, password=password)
        self.presses()
        if "/sign-in/set-up" in self.page.url:
            # A program for codes, on a telephone: it is told the secret once.
            self.fill("code", code(self.page.locator("input[name=shown]").first.get_attribute("value")))
            self.presses().goes("/work")
        if "/sign-in" in self.page.url:
            raise self.trouble(f"{name} cannot sign in")
        return self

    # -- going and reading

    @property
    def address(self):
        return self.page.url.removeprefix(self.house.address)

    @property
    def text(self):
        return re.sub(r"\s+", " ", self.page.inner_text("main"))

    def goes(self, path, expecting=200):
        answer = self.page.goto(self.house.address + path, wait_until="load")
        if answer.status != expecting:
            raise self.trouble(f"answered {answer.status} and not {expecting}")
        return self.looks()

    def follows(self, text, within="main"):
        """Follows the first link with the text."""
        link = self.page.locator(f"{within} a", has_text=text).first
        if not link.count():
            raise self.trouble(f"no link “{text}”")
        with self.page.expect_navigation(wait_until="load"):
            link.click()
        return self.looks()

    def link(self, pattern):
        """The address of the first link of a shape."""
        for href in self.page.eval_on_selector_all("main a", "links => links.map(l => l.getAttribute('href'))"):
            if re.search(pattern, href or ""):
                return href
        raise self.trouble(f"no link to {pattern}")

    def reads(self, *texts):
        for text in texts:
            if text not in self.text:
                raise self.trouble(f"the page does not say “{text}”")
        return self

    def row(self, text, section=None):
        """The first row of a table or list with the text in it, as text; of a section where one is named."""
        within = f"main section[aria-labelledby='{section}']" if section else "main"
        rows = self.page.locator(f"{within} tbody tr, {within} ul.list > li", has_text=text)
        if not rows.count():
            raise self.trouble(f"no row with “{text}”")
        return re.sub(r"\s+", " ", rows.first.inner_text())

    def rows(self, section):
        return self.page.locator(f"main section[aria-labelledby='{section}'] tbody tr").count()

    # -- writing

    def fills(self, **values):
        """Fields by their names; `f_title` stands for `f.title`, and a minus for an underscore that is none."""
        for name, value in values.items():
            self.fill(re.sub("^([ft])_", r"\1.", name).replace("_", "-"), value)
        return self

    def fill(self, name, value):
        fields = self.page.locator(f"main form [name='{name}']")
        if not fields.count():
            raise self.trouble(f"no field “{name}”")
        field = fields.first
        # What stands in a part that is folded up is opened first, as readers do.
        folded = self.page.locator(f"main details:not([open]):has([name='{name}']) > summary")
        if folded.count():
            folded.first.click()
        kind = field.evaluate("e => e.tagName + (e.type === 'radio' || e.type === 'checkbox' ? ':' + e.type : '')")
        if kind == "SELECT":
            options = field.locator("option", has_text=value)
            field.select_option(options.first.get_attribute("value") if options.count() else value)
        elif ":" in kind:
            for one in value if isinstance(value, list) else [value]:
                self.page.locator(f"main form [name='{name}'][value='{one}']").first.check()
        else:
            field.fill(value)

    def presses(self, button=None, form="main form", expecting=(200,)):
        """Presses a button by its text or value, or the last of the form."""
        buttons = self.page.locator(f"{form} button:not(.unseen)")
        chosen = buttons.last
        if button:
            by_value = self.page.locator(f"{form} button[value='{button}']:not(.unseen)")
            chosen = by_value.first if by_value.count() else self.page.locator(f"{form} button", has_text=button).last
        if not chosen.count():
            raise self.trouble(f"no button “{button}”")
        with self.page.expect_navigation(wait_until="load") as sent:
            chosen.click()
        if sent.value.status not in expecting:
            raise self.trouble(f"answered {sent.value.status} and not {expecting}")
        return self.looks()

    def picks(self, field, record):
        """Chooses a record for a field of a form, by its address, which people copy."""
        self.presses(f"pick:{field}")
        self.fill("pasted", record)
        self.presses(form="main form:has(#pasted)")
        return self

    def sends(self, expecting=(200,)):
        """The form of a step."""
        return self.presses("send", expecting=expecting)

    # -- being looked at

    def looks(self):
        """What axe and a narrow window find on the page, once for each address."""
        address = self.address.split("?done=")[0]
        if address in self.seen or self.page.locator("main").count() == 0:
            return self
        self.seen.add(address)
        self.findings.looked(self, address)
        return self

    def trouble(self, what):
        said = self.page.locator("main .notice.wrong, main .error, main h1")
        told = " | ".join(re.sub(r"\s+", " ", t) for t in said.all_inner_texts()) if said.count() else ""
        return Trouble(f"{what}; {self.name} at {self.address}: {told}")

    def closes(self):
        self.context.close()


class Looks:
    """Every page once with scripts, for axe: at 320 pixels in light, at 1280 in dark."""

    def __init__(self, browser, house, findings):
        self.browser, self.house, self.findings, self.count = browser, house, findings, 0
        self.step = ""

    def looked(self, person, address):
        context = self.browser.new_context(viewport={"width": 320, "height": 900}, color_scheme="light")
        # The page as it stands, answers to forms too: opened anew, a page that was posted is another one.
        html, url = person.page.content(), person.page.url
        context.add_cookies(person.context.cookies())
        page = context.new_page()
        page.route(url, lambda route: route.fulfill(status=200, content_type="text/html; charset=utf-8", body=html))
        page.goto(url, wait_until="load")
        where = f"{self.step} {person.language} {address}"
        wide = page.evaluate(WIDE)
        if wide:
            self.findings.add("wider than 320 pixels", where, " | ".join(wide))
        for scheme, width in (("light", 320), ("dark", 1280)):
            page.emulate_media(color_scheme=scheme)
            page.set_viewport_size({"width": width, "height": 900})
            page.evaluate(AXE)
            outcome = page.evaluate(
                "tags => axe.run(document, {runOnly: {type: 'tag', values: tags}, resultTypes: ['violations']})", TAGS)
            for violation in outcome["violations"]:
                self.findings.add(f"axe {violation['id']}", f"{where} {scheme}", violation["nodes"][0]["html"][:300])
        self.count += 1
        context.close()
