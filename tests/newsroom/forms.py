"""Fills the forms of the admin in as a browser would: reads them from the page and sends them back with changes."""

from html.parser import HTMLParser

NOT_SENT = frozenset({"submit", "button", "file", "reset"})


class FormReader(HTMLParser):
    """Collects the names and values a browser would send; what stands in templates of new rows is not sent."""

    def __init__(self, text):
        super().__init__()
        self.values, self.area, self.select, self.hidden = {}, None, None, 0
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        name = given.get("name") or ""
        if tag == "template":
            self.hidden += 1
        elif self.hidden or "__prefix__" in name:
            return
        elif tag == "input" and name and self.is_sent(given):
            self.values.setdefault(name, []).append(given.get("value") or "")
        elif tag == "textarea" and name:
            self.area = name
            self.values[name] = [""]
        elif tag == "select" and name:
            self.select = name
        elif tag == "option" and self.select and "selected" in given:
            self.values.setdefault(self.select, []).append(given.get("value") or "")

    def is_sent(self, given):
        kind = given.get("type", "text")
        return kind not in NOT_SENT and (kind not in {"checkbox", "radio"} or "checked" in given)

    def handle_endtag(self, tag):
        if tag == "template":
            self.hidden -= 1
        elif tag == "textarea":
            self.area = None
        elif tag == "select":
            self.select = None

    def handle_data(self, data):
        if self.area and not self.hidden:
            self.values[self.area][0] += data.removeprefix("\n")


def filled_form(client, address, **changes):
    """Return what a browser would send from the form at ``address`` with ``changes``."""
    response = client.get(address)
    assert response.status_code == 200, (address, response.status_code)
    return {**FormReader(response.content.decode()).values, **changes}


def with_photo(values, photo_key, relation="photos"):
    """Return the form's values with one photo more in its list of photos."""
    place = int(values[f"{relation}-TOTAL_FORMS"][0])
    row = {"photo": photo_key, "caption": "", "id": "", "ORDER": place + 1, "DELETE": ""}
    added = {f"{relation}-{place}-{name}": value for name, value in row.items()}
    return {**values, **added, f"{relation}-TOTAL_FORMS": place + 1}
