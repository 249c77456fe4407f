"""An organisation's card as an editor sees it before it is saved or published."""

from typing import Any

from django.http import HttpRequest
from django.utils.functional import cached_property

from industries.card_parts import CardPart
from industries.enterprise_card import EnterpriseCard
from industries.mentions.finding import MentionGroup
from industries.models import Enterprise, EnterpriseIndexPage
from industries.shown_changes import ShownChange
from portal.core.breadcrumbs import Crumb
from portal.core.page_head import PageHead
from portal.figures.display import FigureDisplay
from portal.figures.models import Figure


class DraftCard(EnterpriseCard):
    """A card of what stands in the form: links are read from there; a new record has no history and no mentions yet."""

    @cached_property
    def figures(self) -> list[FigureDisplay]:
        """The published figures chosen in the form."""
        chosen = [figure.pk for figure in self.enterprise.figures.all()]
        figures = Figure.objects.live().for_display().filter(pk__in=chosen)  # type: ignore[attr-defined]
        return [display for display in map(FigureDisplay.of, figures) if display]

    @cached_property
    def parts(self) -> list[CardPart]:
        """What other apps tell of the organisation."""
        return super().parts if self.enterprise.pk else []

    @cached_property
    def changes(self) -> list[ShownChange]:
        """What has changed on the published card."""
        return super().changes if self.enterprise.pk else []

    @cached_property
    def mentions(self) -> list[MentionGroup]:
        """Where else the portal speaks of the organisation."""
        return super().mentions if self.enterprise.pk else []


def preview_context(enterprise: Enterprise, request: HttpRequest) -> dict[str, Any]:
    """Return what the card's template needs; nobody else may see or keep the page."""
    page = EnterpriseIndexPage.objects.live().first()
    above = [Crumb(page.title, page.url or "")] if page else []
    return {
        "head": PageHead(title=enterprise.name, url=request.build_absolute_uri(request.path), is_indexed=False),
        "crumbs": [*above, Crumb(enterprise.name)],
        "card": DraftCard(enterprise),
    }
