"""A window of Chromium, and what is asked of every page that it opens: nothing wider than 320 pixels, nothing on the console,
no request to another host, no planted markup come alive, no direction of writing leaking out of its field; and of every shape
of page nothing wider than 768 or 1280, and axe, by the rules of WCAG 2.2 AA, light at 320 pixels and dark at 1280."""
import re
from pathlib import Path
from urllib.parse import urlsplit

import axe_playwright_python

from house import Page
from plant import TURNED

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text()

LEAKS = """turned => {
    const found = [];
    // What stands after it in the same line, before the element ends that keeps it to itself.
    const followed = (node, at) => {
        for (let n = node; n !== at; n = n.parentNode) for (let s = n.nextSibling; s; s = s.nextSibling) {
            if (s.nodeType === Node.TEXT_NODE && s.data.trim()) return true;
            if (s.nodeType !== Node.ELEMENT_NODE) continue;
            const style = getComputedStyle(s);
            if (style.display === 'none' || style.position === 'absolute') continue;
            if (s.tagName === 'BR' || !/^(inline|contents)/.test(style.display)) return false;
            if (s.textContent.trim()) return true;
        }
        return false;
    };
    if (document.title.includes(turned)) found.push('title');
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        if (!node.data.includes(turned)) continue;
        let at = node.parentElement, isolated = false;
        while (at && !isolated) {
            const style = getComputedStyle(at);
            isolated = /isolate|plaintext/.test(style.unicodeBidi) || ['TEXTAREA', 'OPTION', 'TITLE'].includes(at.tagName)
                || (style.display !== 'inline' && at.textContent.trim() === node.data.trim());
            if (isolated || style.display !== 'inline') break;
            at = at.parentElement;
        }
        if (isolated && at && followed(node, at)) isolated = false;
        if (!isolated) found.push(node.parentElement.outerHTML.slice(0, 120));
    }
    return found;
}"""
ALIVE = """() => [...document.querySelectorAll('[onerror],[onmouseover],img[src*="evil.example"],script')]
    .map(e => e.outerHTML.slice(0, 120))"""
WIDE = """() => {
    const root = document.scrollingElement;
    if (root.scrollWidth <= innerWidth) return [];
    const right = document.dir === 'rtl' ? e => -e.getBoundingClientRect().left : e => e.getBoundingClientRect().right - innerWidth;
    const scrolls = e => { for (e = e.parentElement; e && e !== root; e = e.parentElement)
        if (/auto|scroll|hidden|clip/.test(getComputedStyle(e).overflowX)) return true; return false; };
    return [`${root.scrollWidth} px`].concat([...document.querySelectorAll('body *')].filter(e => right(e) > 1 && !scrolls(e))
        .slice(-2).map(e => e.outerHTML.slice(0, 150)));
}"""
# A button that is named is pressed; without one the form goes as it stands, and no browser asks whether it is complete.
SEND = """([place, text, pressed]) => {
    const form = document.forms[place];
    for (const field of text ? form.elements : []) {
        if (field.type === 'checkbox') field.checked = true;
        else if (field.tagName === 'SELECT') field.selectedIndex = field.options.length - 1;
        else if (['text', 'search', 'textarea', 'password'].includes(field.type)) field.value = text;
    }
    form.noValidate = true;
    const button = [...form.elements].find(e => e.tagName === 'BUTTON' && e.name && `${e.name}=${e.value}` === pressed);
    if (button) form.requestSubmit(button); else HTMLFormElement.prototype.submit.call(form);
}"""


class Looking:
    """What is found on the pages that windows open."""

    def __init__(self, browser, house, findings, routes, pictures=None):
        self.browser, self.house, self.findings, self.routes, self.pictures = browser, house, findings, routes, pictures
        self.tried, self.reached, self.looks = set(), set(), 0
        if pictures:
            pictures.mkdir(parents=True, exist_ok=True)

    def window(self, visitor, language):
        context = self.browser.new_context(
            viewport={"width": 320, "height": 900}, java_script_enabled=True, color_scheme="light")
        cookies = {c.name: c.value for c in visitor.session.cookies} | {"language": language}
        context.add_cookies([{"name": n, "value": v, "url": self.house.address} for n, v in cookies.items()])
        page = context.new_page()
        page.set_default_timeout(60_000)
        self.visitor, self.language, self.console = visitor, language, []
        page.on("console", lambda m: self.console.append(m.text) if m.type in ("error", "warning") else None)
        page.on("pageerror", lambda e: self.console.append(str(e)))
        page.on("dialog", lambda d: (self.console.append("a dialog: " + d.message), d.dismiss()))
        page.on("request", self.requested)
        page.on("response", self.answered)
        return page

    def requested(self, request):
        target = urlsplit(request.url)
        if target.netloc != self.house.host:
            if target.scheme not in ("data", "about"):
                self.findings.add("a request to another host", f"{self.visitor.function} {self.language}", request.url)
            return
        route, _ = self.routes.find(request.method, target.path)
        if route and request.method == "GET":
            self.reached.add(route.pattern)

    def answered(self, response):
        if response.status >= 400 and response.request.resource_type != "document":
            self.findings.add(f"a part of a page ends with {response.status}", self.visitor.function, response.url)

    def look(self, page, where):
        """Everything that is asked of a page that is open now."""
        self.looks += 1
        where = f"{self.visitor.function} {self.language} {where}"
        for text in self.console:
            if not re.search(r"Failed to load resource: the server responded with a status of [45]\d\d", text):
                self.findings.add("on the console", where, text)
        self.console.clear()
        for element in page.evaluate(ALIVE):
            self.findings.add("planted markup is alive", where, element)
        for element in page.evaluate(LEAKS, TURNED):
            self.findings.add("a direction of writing leaks", where, element)
        shape = (self.language, Page(page.content()).kept())
        isNew = shape not in self.tried
        self.tried.add(shape)
        self.measure(page, where, 320)
        if isNew:
            self.axe(page, f"{where} light at 320")
            self.picture(page, where, "light-320")
            self.measure(page, where, 768)
            self.picture(page, where, "light-768")
            self.measure(page, where, 1280)
            page.emulate_media(color_scheme="dark")
            self.axe(page, f"{where} dark at 1280")
            self.picture(page, where, "dark-1280")
            page.emulate_media(color_scheme="light")
            page.set_viewport_size({"width": 320, "height": 900})

    def measure(self, page, where, width):
        if page.viewport_size["width"] != width:
            page.set_viewport_size({"width": width, "height": 900})
        wide = page.evaluate(WIDE)
        if wide:
            self.findings.add(f"wider than {width} pixels", where, " | ".join(wide))

    def picture(self, page, where, look):
        if self.pictures:
            name = re.sub(r"[^\w-]+", "_", where)[:90]
            page.screenshot(path=self.pictures / f"{self.language}-{len(self.tried):04}-{name}-{look}.png", full_page=True)

    def axe(self, page, where):
        page.evaluate(AXE)
        outcome = page.evaluate(
            "tags => axe.run(document, {runOnly: {type: 'tag', values: tags}, resultTypes: ['violations']})", TAGS)
        for violation in outcome["violations"]:
            self.findings.add(f"axe {violation['id']}", where, violation["nodes"][0]["html"][:300])

    def open(self, page, address, where=None):
        page.goto(self.house.address + address, wait_until="load")
        self.look(page, where or address)

    def send(self, page, place, fill="", button=None):
        """Sends the form at `place` without asking the browser whether it is complete, and gives what came back."""
        with page.expect_navigation(wait_until="load") as sent:
            page.evaluate(SEND, [place, fill, button])
        return sent.value
