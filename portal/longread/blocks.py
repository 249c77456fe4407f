"""Blocks of the long-read's own sections."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks


class RolesBlock(blocks.StructBlock):
    """Who works there: a list of professions."""

    title = blocks.CharBlock(label=_("Общая строка"), max_length=120, required=False)
    roles = blocks.ListBlock(
        blocks.CharBlock(max_length=80, label=_("Профессия")), label=_("Профессии"), min_num=2, max_num=12
    )

    class Meta:
        label = _("Профессии")
        icon = "group"
        template = "longread/blocks/roles.html"
        description = _("Перечень профессий.")
        preview_value = {"title": _("Кто эти люди"), "roles": [_("наладчики"), _("технологи"), _("метрологи")]}
