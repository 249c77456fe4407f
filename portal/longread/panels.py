"""The list of sections in the article's editor."""

from typing import Any

from django.urls import reverse
from wagtail.admin.panels import Panel

from portal.core.models import SectionPage


class SectionsPanel(Panel):
    """Shows each section of the article with its state, order and problems, and leads to its editor."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "longread/admin/sections_panel.html"

        def is_shown(self) -> bool:
            """An article that has not been saved has no sections yet."""
            return bool(self.instance.pk)

        def get_context_data(self, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
            """Add a row for each section and the addresses for adding and reordering."""
            context = super().get_context_data(parent_context)
            context["rows"] = [self._row(section) for section in self._sections()]
            context["add_url"] = reverse("wagtailadmin_pages:add_subpage", args=[self.instance.pk])
            context["reorder_url"] = reverse("wagtailadmin_explore", args=[self.instance.pk]) + "?ordering=ord"
            return context

        def _sections(self) -> list[SectionPage]:
            children = self.instance.get_children().specific()
            return [child for child in children if isinstance(child, SectionPage)]

        def _row(self, section: SectionPage) -> dict[str, Any]:
            draft = section.get_latest_revision_as_object()
            return {
                "title": section.get_admin_display_title(),
                "nav_label": draft.nav_label,
                "edit_url": reverse("wagtailadmin_pages:edit", args=[section.pk]),
                "status": section.status_string,
                "live": section.live,
                "has_unpublished_changes": section.has_unpublished_changes,
                "problems": [problem.message for problem in draft.collect_publication_problems()],
                "kind": section.page_type_display_name,
            }
