"""The way in, which no link leads along: one-time links, the first password, the second factor, the choice of a post, proving
oneself again, a provider of identities that does not answer, the choice of language and the quick exit."""
import base64
import csv
import hashlib
import hmac
import io
import re
import subprocess
import time

from looking import Looking

PASSWORD = "eleven quiet herons over the weir"
ADMINISTRATOR, TWO_POSTS = "newcomer", "two-posts"


def code(secret):
    """Of the present half minute (RFC 6238)."""
    key = base64.b32decode(re.sub(r"[^A-Z2-7]", "", secret.upper()) + "=" * (-len(re.sub(r"[^A-Z2-7]", "", secret.upper())) % 8))
    digest = hmac.new(key, int(time.time() // 30).to_bytes(8, "big"), hashlib.sha1).digest()
    place = digest[-1] & 15
    return f"{(int.from_bytes(digest[place:place + 4], 'big') & 0x7FFFFFFF) % 1_000_000:06}"


class Arriving:
    """A newcomer, in one language."""

    def __init__(self, looking: Looking, language):
        self.looking, self.house, self.language = looking, looking.house, language
        self.links = self.house.prepared[language]

    @staticmethod
    def prepare(program, folder):
        """Accounts of people who never were here, by language: their one-time links; and a provider where nobody is."""
        def run(*arguments, talk=""):
            return subprocess.run(
                [program, *arguments, "--data", folder], check=True, capture_output=True, text=True, input=talk).stdout

        posts = [row["record"] for row in csv.DictReader(io.StringIO(run(
            "record", "list", "function", "--as", "coordinator", "--filter", "kind=rapporteur")))]
        links = {}
        for language in ("en", "ar"):
            first = run("account", "create", f"{ADMINISTRATOR}-{language}", "--administrator").split()
            second = run("account", "create", f"{TWO_POSTS}-{language}", "--without-second-factor").split()
            for post in sorted(set(posts))[:2]:
                run("record", "open", "mandate", "--step", "open", "--as", "coordinator", "--effective", "2026-01-01",
                    "--field", f"function={post}", "--field", "holder=Somebody with two posts", "--field",
                    f"account={second[0]}", "--field", "rank=alternate", "--field", "from=2026-01-01")
            links[language] = {ADMINISTRATOR: first[1], TWO_POSTS: second[1]}
        run("provider", "add", "nobody-there", "--issuer", "http://127.0.0.1:9", "--client-id", "register", talk="\n")
        return links

    def run(self):
        self.newcomer()
        self.two_posts()
        self.without_a_page()

    def newcomer(self):
        page = self.window("newcomer")
        self.first_password(page, ADMINISTRATOR)
        self.sign_in(page, ADMINISTRATOR)
        self.see(page, "/sign-in/set-up", "the second factor")
        secret = page.locator("input[name=shown]").get_attribute("value")
        self.fill(page, "a wrong code", code="000000")
        self.fill(page, "recovery codes", code=code(secret))
        page.click("main a")
        page.wait_for_load_state("load")
        self.looking.look(page, "the first page of an administrator")
        for address in ("/account/proof", "/account/provider/nobody-there"):
            self.looking.open(page, address)
        page.goto(self.house.address + "/account/proof", wait_until="load")
        self.fill(page, "a wrong proof", password="not mine")
        page.context.close()
        page = self.window("newcomer again")
        self.sign_in(page, ADMINISTRATOR)
        self.see(page, "/sign-in/code", "the code")
        self.fill(page, "a wrong code", code="000000")
        page.context.close()

    def two_posts(self):
        page = self.window("two posts")
        self.first_password(page, TWO_POSTS)
        self.sign_in(page, TWO_POSTS)
        self.see(page, "/sign-in/post", "the choice of a post")
        page.check("main form input[type=radio] >> nth=0")
        self.press(page)
        self.looking.open(page, "/account")
        page.context.close()

    def without_a_page(self):
        """What leads on, or answers those who do not come from where they say."""
        page = self.window("stranger")
        for address in ("/sign-in/back?state=a&code=b", "/sign-in/with/nobody-there", "/account/link/" + "a" * 43):
            self.looking.open(page, address)
        page.context.close()
        visitor = self.house.visitor(self.house.sign_ins()[0])
        for address, to in [
            (f"/language/{self.language}?after=/account", "/account"), ("/favicon.ico", ""), ("/exit", "https://"),
            ("/account", "/sign-in"),
        ]:
            answer = visitor.get(address)
            if answer.status_code >= 400 or not answer.headers.get("Location", "").startswith(to):
                self.looking.findings.add("leads elsewhere", address, f"{answer.status_code} {answer.headers.get('Location')}")
            self.looking.reached.add(self.looking.routes.find("GET", address.split("?")[0])[0].pattern)

    def window(self, name):
        visitor = self.house.visitor()
        visitor.function = name
        return self.looking.window(visitor, self.language)

    def first_password(self, page, name):
        self.looking.open(page, self.links[name], "a one-time link")
        self.fill(page, "two passwords that differ", **{"new-password": PASSWORD, "new-password-again": "x"})
        self.fill(page, "a password that is too common", **{"new-password": "password1234", "new-password-again": "password1234"})
        self.fill(page, "the first password is set", **{"new-password": PASSWORD, "new-password-again": PASSWORD})

    def sign_in(self, page, name):
        page.goto(self.house.address + "/sign-in", wait_until="load")
        self.fill(page, "signed in", name=f"{name}-{self.language}", password=PASSWORD)

    def see(self, page, path, where):
        if path not in page.url:
            self.looking.findings.add("leads elsewhere", f"{self.language} {where}", page.url)

    def fill(self, page, where, **values):
        for name, value in values.items():
            page.fill(f"main form [name='{name}']", value)
        self.press(page)
        self.looking.look(page, where)

    @staticmethod
    def press(page):
        with page.expect_navigation(wait_until="load"):
            page.evaluate("() => { const form = document.querySelector('main form'); form.noValidate = true; form.requestSubmit(); }")
