"""Doubtful figures keep their page from being published unless a named person takes it upon themselves."""

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import log
from wagtail.models import Page

from media.gate import PublicationProblem
from portal.figures.display import FigureDisplay
from portal.figures.enums import DOUBTFUL
from portal.figures.models import Figure, FigureValue, PublicationOverride
from portal.figures.places import FigurePlace, figure_places

OVERRIDE_ACTION = "figures.publication_override"
SHORTEST_REASON = 10


def truth_problems(page: Page) -> list[PublicationProblem]:
    """Return a problem for each doubtful figure of ``page`` no one has answered for, and each hole in its text."""
    places = figure_places(page)
    if not places:
        return []
    figures = Figure.objects.for_display().in_bulk({place.figure_key for place in places})
    answered = _answered_values(page)
    problems: dict[tuple[str, ...], PublicationProblem] = {}
    for place in places:
        figure = figures.get(place.figure_key)
        found = _problem(page, place, figure, answered) if figure else None
        if found:
            problems.setdefault((*found.path, str(place.figure_key)), found)
    return list(problems.values())


def doubtful_values(page: Page) -> list[FigureValue]:
    """Return the doubtful values that ``page`` shows, each once, in the order of its content."""
    figures = Figure.objects.for_display().in_bulk({place.figure_key for place in figure_places(page)})
    values = [figures[place.figure_key].value_on_site for place in figure_places(page) if place.figure_key in figures]
    return list(dict.fromkeys(value for value in values if value is not None and _is_doubtful(value)))


def allow_publication(page: Page, value: FigureValue, user: Any, reason: str) -> PublicationOverride:
    """Let ``page`` show a doubtful ``value`` upon the word of ``user``; the reason stays in the page's history.

    Raises:
        PermissionDenied: the user may not publish the page.
        ValidationError: the value is not doubtful, or the reason says nothing.
    """
    if not page.permissions_for_user(user).can_publish():
        raise PermissionDenied
    if not _is_doubtful(value):
        raise ValidationError(_("Это значение не вызывает сомнений: решение не нужно."))
    if len(reason.strip()) < SHORTEST_REASON:
        raise ValidationError({"reason": _("Напишите словами, почему цифру можно показать.")})
    with transaction.atomic():
        override, created = PublicationOverride.objects.get_or_create(
            page_id=page.pk,
            value=value,
            ended_at=None,
            defaults={
                "made_by": user,
                "made_by_name": user.get_full_name() or user.get_username(),
                "reason": reason.strip(),
            },
        )
        if created:
            data = {"figure": str(value.figure), "status": value.status, "reason": override.reason}
            log(page, OVERRIDE_ACTION, user=user, data=data)
    return override


def _answered_values(page: Page) -> set[int]:
    if not page.pk:
        return set()
    return set(PublicationOverride.objects.filter(page_id=page.pk, ended_at=None).values_list("value_id", flat=True))


def _problem(page: Page, place: FigurePlace, figure: Figure, answered: Iterable[int]) -> PublicationProblem | None:
    if place.is_inline and FigureDisplay.of(figure) is None:
        hole = _("Цифра «%(figure)s» стоит в тексте, но не опубликована: во фразе останется пробел.")
        link = reverse(Figure.snippet_viewset.get_url_name("edit"), args=[figure.pk])
        return PublicationProblem(place.path, hole % {"figure": figure}, link)
    value = figure.value_on_site
    if value is None or not _is_doubtful(value) or value.pk in answered:
        return None
    doubt = _("Цифра «%(figure)s»: %(status)s. Опубликовать её можно только решением с именем и причиной.")
    names = {"figure": figure, "status": value.get_status_display()}
    link = reverse("figures_desk:override", args=[page.pk, value.pk]) if page.pk else ""
    return PublicationProblem(place.path, doubt % names, link)


def _is_doubtful(value: FigureValue) -> bool:
    return value.status in DOUBTFUL
