"""A kind of import for tests: redirects, a small table every installation has."""

from django.db.models import Q
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Site

from portal.imports.cells import boolean_cell, text_cell
from portal.imports.columns import Column
from portal.imports.kinds import ImportKind, Match, WritingRefused
from portal.imports.vocabularies import Vocabulary


def sites():
    return Vocabulary(
        "Сайты", lambda: [(site.hostname, site.site_name or site.hostname) for site in Site.objects.all()]
    )


class RedirectsKind(ImportKind):
    slug = "redirects"
    title = "Переадресации"
    permissions = ("wagtailredirects.add_redirect",)
    columns = (
        Column("old_path", "Прежний адрес", parse=text_cell(60), is_required=True),
        Column("redirect_link", "Куда ведёт", aliases=("Ссылка",), parse=text_cell(60)),
        Column("is_permanent", "Постоянная", parse=boolean_cell, empty_value=False),
        Column("site", "Сайт", make_vocabulary=sites, empty_value=None),
    )
    left_by_undo = "остались нарочно"
    dies_at = stays = None

    def identities(self, values):
        return [values["old_path"]]

    def title_of(self, values):
        return values.get("old_path", "")

    def match(self, rows):
        paths = [values["old_path"] for values in rows]
        known = dict(Redirect.objects.filter(old_path__in=paths).values_list("old_path", "pk"))
        return [Match(known.get(path)) for path in paths]

    def current(self, records):
        return {
            redirect.pk: self.values_of(redirect)
            for redirect in Redirect.objects.filter(pk__in=records).select_related("site")
        }

    def values_of(self, redirect):
        return {
            "old_path": redirect.old_path,
            "redirect_link": redirect.redirect_link,
            "is_permanent": redirect.is_permanent,
            "site": redirect.site.hostname if redirect.site else None,
        }

    def check(self, row, known):
        if row.record is None and not row.values.get("redirect_link"):
            row.add_problem("Новой переадресации нужна ссылка.", "redirect_link")

    def write(self, rows, run):
        for row in rows:
            if row.number == self.dies_at:
                raise KeyboardInterrupt
            if row.values.get("redirect_link") == "/refused/":
                raise WritingRefused(f"Строка {row.number}: нельзя.")
            row.record = self.save(row.record, row.values)

    def save(self, record, values):
        redirect = Redirect.objects.get(pk=record) if record else Redirect()
        for key, value in values.items():
            setattr(redirect, key, Site.objects.filter(Q(hostname=value)).first() if key == "site" else value)
        redirect.save()
        return redirect.pk

    def undo(self, rows, run):
        for row in rows:
            if row.state != "new":
                self.save(row.record, row.before)
            elif row.title != self.stays:
                Redirect.objects.get(pk=row.record).delete()
        return [row.title for row in rows if row.title == self.stays]

    def current_rows(self):
        yield from (self.values_of(redirect) for redirect in Redirect.objects.select_related("site"))
