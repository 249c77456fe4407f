"""Form fields' widgets of the admin."""

from typing import Any

from django import forms
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _


class FilteredChoices(forms.CheckboxSelectMultiple):
    """Several of many records as ticks in a list of its own height, found by a word; the ticked ones stand first.

    A plain list of several choices loses them all with one careless click.
    """

    class Media:
        js = ("core/admin/filtered_choices.js",)

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        """Return the ticks under a field that leaves those with the typed word."""
        return format_html(
            '<div data-filtered-choices><input type="search" class="choices-filter" aria-label="{}" placeholder="{}">'
            '<div class="choices-list" tabindex="0" role="group" aria-label="{}">{}</div></div>',
            _("Найти в списке"),
            _("Найти в списке…"),
            _("Список"),
            super().render(name, value, attrs, renderer),
        )

    def optgroups(self, name: str, value: list[str], attrs: Any = None) -> list[Any]:
        """Return the choices with the ticked ones first, each part in its own order."""
        groups = super().optgroups(name, value, attrs)
        return sorted(groups, key=lambda group: not any(option["selected"] for option in group[1]))
