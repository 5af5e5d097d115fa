"""Walks the program as a browser without scripts: every page that a link leads to, every form that stands on one."""

import random
import re
import urllib.error
import urllib.parse
import urllib.request
from html.parser import HTMLParser
from http.cookies import SimpleCookie

# Pages of one kind that are read: a screening that collects, one that is closed, one that is reported.
OF_A_KIND = 3
MOST_PAGES = 400


def template(path):
    """A path without its ids and numbers: what it is a page of."""
    path = re.sub(r"/[0-9a-f]{32}\b", "/{id}", path.split("#")[0])
    return re.sub(r"(?<=[/=])[0-9][0-9.]*(?=$|[/&])", "{n}", path)


class Request:
    """What sqlmap is handed: a page, or a form with its fields as they stand on the page."""

    def __init__(self, method, path, fields=()):
        self.method, self.path, self.values = method, path, list(fields)
        names = ",".join(sorted({re.sub(r"\[.*", "[]", name) for name, _ in self.values}))
        self.name = f"{method} {template(path)}" + (f" ({names})" if names else "")
        self.key = self.name

    def fields(self):
        """How many values are tried."""
        return len(self.values) + self.marked().count("*")

    def marked(self):
        """The path with a star after each id, where sqlmap tries its own."""
        path, _, query = self.path.partition("?")
        path = re.sub(r"/([0-9a-f]{32})(?=/|$)", r"/\1*", path)
        return path + (f"?{query}" if query else "")

    def text(self, host, cookie):
        """As it goes over the wire."""
        head = [f"{self.method} {self.marked() if self.method == 'GET' else self.path} HTTP/1.1", f"Host: {host}",
                "Accept: text/html", "Sec-Fetch-Site: same-origin"]
        head += [f"Cookie: {cookie}"] if cookie else []
        if self.method == "GET":
            return "\r\n".join([*head, "", ""])
        body = urllib.parse.urlencode(self.values)
        return "\r\n".join([*head, "Content-Type: application/x-www-form-urlencoded", f"Content-Length: {len(body)}", "", body])


class Reader(HTMLParser):
    """A page's links, and its forms with their fields."""

    def __init__(self):
        super().__init__()
        self.links, self.forms, self.form, self.area, self.select = [], [], None, None, None

    def handle_starttag(self, tag, attributes):
        at = {name: value or "" for name, value in attributes}
        if tag == "a" and "href" in at:
            self.links.append(at["href"])
        elif tag == "form":
            self.form = (at.get("method", "get").upper(), at.get("action", ""), at.get("enctype", ""), {})
        elif self.form and at.get("name"):
            name, fields = at["name"], self.form[3]
            if tag == "textarea":
                self.area = name
                fields[name] = "Ro på"
            elif tag == "select":
                self.select = name
            elif tag in ("input", "button") and at.get("type") != "file":
                # Of several to choose from, the one that is chosen, or the first.
                if at.get("type") not in ("radio", "checkbox") or "checked" in at or name not in fields:
                    fields[name] = at.get("value") or "1"
        elif self.form and tag == "option" and self.select:
            if "selected" in at or self.select not in self.form[3]:
                self.form[3][self.select] = at.get("value", "")

    def handle_data(self, data):
        if self.area and self.form and data.strip():
            self.form[3][self.area] = data.strip()

    def handle_endtag(self, tag):
        if tag == "textarea":
            self.area = None
        elif tag == "select":
            self.select = None
        elif tag == "form" and self.form:
            self.forms.append(self.form)
            self.form = None


class Still(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_):
        return None


class Walker:
    """Someone with their cookies, and what they came upon."""

    def __init__(self, address):
        self.address, self.cookies, self.pages, self.found = address, {}, [], {}
        self.opener = urllib.request.build_opener(Still)
        # An address of its own, so that nobody waits for another's wrong tries.
        self.place = f"10.{random.randrange(256)}.{random.randrange(256)}.{random.randrange(1, 255)}"

    def cookie(self):
        return "; ".join(f"{name}={value}" for name, value in self.cookies.items())

    def headers(self):
        return {"Accept": "text/html", "Sec-Fetch-Site": "same-origin", "X-Forwarded-For": self.place, "Cookie": self.cookie()}

    def ask(self, path, form=None):
        """Status, where it leads, kind and bytes."""
        data = urllib.parse.urlencode(form).encode() if form is not None else None
        # Reserved letters stay, others are written as an address wants them.
        path = urllib.parse.quote(path, safe="/?=&%:+,;@-._~!$'()*")
        request = urllib.request.Request(self.address + path, data)
        for name, value in self.headers().items():
            if value:
                request.add_header(name, value)
        try:
            reply = self.opener.open(request, timeout=60)
        except urllib.error.HTTPError as error:
            reply = error
        for header in reply.headers.get_all("Set-Cookie") or []:
            for name, morsel in SimpleCookie(header).items():
                self.cookies[name] = morsel.value
        return reply.status, reply.headers.get("Location", ""), reply.headers.get("Content-Type", ""), reply.read()

    def sign_in(self, email, password):
        _, to, _, _ = self.ask("/api/sign-in", {"email": email, "password": password})
        if to != "/screeninger":
            raise SystemExit(f"{email} was not signed in")

    def begin(self, code):
        _, to, _, _ = self.ask("/api/answer/begin", {"code": code})
        if to != "/svar":
            raise SystemExit(f"the code was not taken: {to}")

    def still_in(self):
        return self.ask("/konto")[0] == 200

    def walk(self, waiting):
        """Reads pages until there is none of a kind that was read too seldom. Files are left out: each is printed anew."""
        seen, kinds = set(), {}
        waiting = list(waiting)
        while waiting and len(self.pages) < MOST_PAGES:
            path = waiting.pop(0)
            kind = template(path)
            if re.search(r"\.(pdf|docx|xlsx|csv|json|zip|ics)$", path):
                continue
            if path in seen or kinds.get(kind, 0) >= OF_A_KIND:
                continue
            seen.add(path)
            kinds[kind] = kinds.get(kind, 0) + 1
            status, to, content, data = self.ask(path)
            waiting += [to] if to.startswith("/") else []
            if status == 200:
                self.note(Request("GET", path))
            if status != 200 or not content.startswith("text/html"):
                continue
            self.pages.append(path)
            reader = Reader()
            reader.feed(data.decode("utf-8", "replace"))
            base = f"http://here{path}"
            for link in reader.links:
                whole = urllib.parse.urljoin(base, link)
                if whole.startswith("http://here/"):
                    waiting.append(whole.removeprefix("http://here").split("#")[0])
            for method, action, kind, fields in reader.forms:
                to = urllib.parse.urljoin(base, action or path).removeprefix("http://here")
                if method == "POST" and "multipart" not in kind:
                    self.note(Request("POST", to, fields.items()))
                elif method == "GET":
                    self.note(Request("GET", f"{to.partition('?')[0]}?{urllib.parse.urlencode(fields)}"))

    def note(self, request):
        self.found.setdefault(request.key, request)

    def requests(self):
        """One of each kind: pages that have an id or a field, and forms."""
        return [one for one in self.found.values() if one.values or one.fields() or "?" in one.path]
