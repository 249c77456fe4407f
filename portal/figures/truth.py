"""What is doubtful keeps its page or record from being public unless a named person takes it upon themselves.

Doubtful is a figure whose shown value differs from public sources or has none, and a record's own statement of such a
status. A decision about a record serves every page that shows the record.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import Model, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import log
from wagtail.models import DraftStateMixin, Page
from wagtail.permission_policies.base import ModelPermissionPolicy

from media.gate import GatedRecordMixin, PublicationProblem
from portal.figures.display import FigureDisplay
from portal.figures.doubt_links import link_to_decision
from portal.figures.enums import DOUBTFUL
from portal.figures.models import Figure, FigureValue, PublicationOverride
from portal.figures.places import FigurePlace, figure_places
from portal.figures.records import Statement, doubtful_records_on, statements_of

OVERRIDE_ACTION = "figures.publication_override"
SHORTEST_REASON = 10

Subject = FigureValue | Statement


@dataclass(frozen=True)
class Doubt:
    """Something doubtful in ``holder``, the page or record that shows it; ``path`` leads to its field or block."""

    holder: Model
    subject: Subject
    title: str
    path: tuple[str, ...] = ()


class TruthfulRecordMixin(GatedRecordMixin):
    """For a record: it is not made public with something doubtful that no one has answered for."""

    class Meta:
        abstract = True

    def collect_publication_problems(self) -> list[PublicationProblem]:
        """Add what is doubtful to the problems of photos."""
        return [*super().collect_publication_problems(), *truth_problems(self)]


def truth_problems(instance: Model) -> list[PublicationProblem]:
    """Return a problem for each doubt of a page or record no one has answered for, and each hole in its text."""
    places = figure_places(instance)
    figures = _figures(places)
    holes = {(place.path, place.figure_key): place for place in places if _is_hole(place, figures)}
    problems = [_hole(place, figures[place.figure_key]) for place in holes.values()]
    own = _own_doubts(instance, places, figures)
    through = [doubt for record in _records_on(instance) for doubt in doubts_of(record)]
    answered = _answered([instance, *(doubt.holder for doubt in through)])
    problems += [_own_problem(doubt) for doubt in own if not _has_answer(instance, doubt, answered)]
    problems += [
        _problem_of_record(doubt)
        for doubt in through
        if not (_has_answer(instance, doubt, answered) or _has_answer(doubt.holder, doubt, answered))
    ]
    return problems


def doubts_of(instance: Model) -> list[Doubt]:
    """Return what is doubtful in ``instance`` itself, each value once, in the order of its content."""
    places = figure_places(instance)
    return _own_doubts(instance, places, _figures(places))


def doubtful_values(page: Page) -> list[FigureValue]:
    """Return the doubtful values that ``page`` shows, each once, in the order of its content."""
    values = (doubt.subject for doubt in doubts_of(page) if isinstance(doubt.subject, FigureValue))
    return list(dict.fromkeys(values))


def may_answer_for(holder: Any, user: Any) -> bool:
    """Tell whether ``user`` may make ``holder`` public, and so answer for what is doubtful in it."""
    if isinstance(holder, Page):
        return bool(holder.permissions_for_user(user).can_publish())
    action = "publish" if isinstance(holder, DraftStateMixin) else "change"
    return bool(ModelPermissionPolicy(type(holder)).user_has_permission(user, action))


def allow_publication(holder: Model, subject: Subject, user: Any, reason: str) -> PublicationOverride:
    """Let a page or record show a doubtful ``subject`` upon the word of ``user``; the reason stays in its history.

    Raises:
        PermissionDenied: the user may not publish the page or record.
        ValidationError: there is nothing doubtful, or the reason says nothing.
    """
    if not may_answer_for(holder, user):
        raise PermissionDenied
    if subject.status not in DOUBTFUL:
        raise ValidationError(_("Это значение не вызывает сомнений: решение не нужно."))
    if len(reason.strip()) < SHORTEST_REASON:
        raise ValidationError({"reason": _("Напишите словами, почему цифру можно показать.")})
    with transaction.atomic():
        override, created = PublicationOverride.objects.get_or_create(
            **_holder_fields(holder),
            **_subject_fields(subject),
            ended_at=None,
            defaults={
                "made_by": user,
                "made_by_name": user.get_full_name() or user.get_username(),
                "reason": reason.strip(),
                "statement": subject.text if isinstance(subject, Statement) else "",
            },
        )
        if created:
            data = {"figure": title_of_subject(subject), "status": subject.status, "reason": override.reason}
            log(holder, OVERRIDE_ACTION, user=user, data=data)
    return override


def title_of_subject(subject: Subject) -> str:
    """Return what is doubtful in words."""
    return subject.text if isinstance(subject, Statement) else str(subject.figure)


def _figures(places: Sequence[FigurePlace]) -> dict[int, Figure]:
    return Figure.objects.for_display().in_bulk({place.figure_key for place in places}) if places else {}


def _own_doubts(instance: Model, places: Sequence[FigurePlace], figures: dict[int, Figure]) -> list[Doubt]:
    found: dict[Any, Doubt] = {}
    for place in places:
        value = figures[place.figure_key].value_on_site if place.figure_key in figures else None
        if value is not None and value.status in DOUBTFUL:
            found.setdefault((place.path, value.pk), Doubt(instance, value, str(value.figure), place.path))
    for statement in statements_of(instance):
        if statement.status in DOUBTFUL:
            found.setdefault(statement.mark, Doubt(instance, statement, statement.text, statement.path))
    return list(found.values())


def _records_on(instance: Model) -> list[Model]:
    return doubtful_records_on(instance) if isinstance(instance, Page) else []


def _answered(holders: Iterable[Model]) -> set[tuple[Any, ...]]:
    """Return holder and subject of every decision in force about ``holders``. One query."""
    condition = Q(pk__in=[])
    for holder in dict.fromkeys(holder for holder in holders if holder.pk):
        condition |= Q(**_holder_fields(holder))
    columns = ("page_id", "record_type_id", "record_key", "value_id", "statement_mark")
    return set(PublicationOverride.objects.filter(condition, ended_at=None).values_list(*columns))


def _has_answer(holder: Model, doubt: Doubt, answered: set[tuple[Any, ...]]) -> bool:
    if not holder.pk:
        return False
    about = {**_holder_fields(holder), **_subject_fields(doubt.subject)}
    record_type = about.get("record_type")
    return (
        about.get("page_id"), record_type.pk if record_type else None, about.get("record_key"), about.get("value_id"),
        about.get("statement_mark", ""),
    ) in answered  # fmt: skip


def _holder_fields(holder: Model) -> dict[str, Any]:
    if isinstance(holder, Page):
        return {"page_id": holder.pk}
    return {"record_type": ContentType.objects.get_for_model(holder), "record_key": holder.pk}


def _subject_fields(subject: Subject) -> dict[str, Any]:
    return {"statement_mark": subject.mark} if isinstance(subject, Statement) else {"value_id": subject.pk}


def _is_hole(place: FigurePlace, figures: dict[int, Figure]) -> bool:
    figure = figures.get(place.figure_key)
    return place.is_inline and figure is not None and FigureDisplay.of(figure) is None


def _hole(place: FigurePlace, figure: Figure) -> PublicationProblem:
    hole = _("Цифра «%(figure)s» стоит в тексте, но не опубликована: во фразе останется пробел.")
    link = reverse(Figure.snippet_viewset.get_url_name("edit"), args=[figure.pk])
    return PublicationProblem(place.path, hole % {"figure": figure}, link)


def _own_problem(doubt: Doubt) -> PublicationProblem:
    text = _("Цифра «%(figure)s»: %(status)s. Опубликовать её можно только решением с именем и причиной.")
    if isinstance(doubt.subject, Statement):
        text = _("«%(figure)s»: %(status)s. Опубликовать это можно только решением с именем и причиной.")
    names = {"figure": doubt.title, "status": doubt.subject.get_status_display()}
    return PublicationProblem(doubt.path, text % names, _link(doubt))


def _problem_of_record(doubt: Doubt) -> PublicationProblem:
    text = _("В записи «%(record)s», которую показывает страница, «%(figure)s»: %(status)s. Нужно решение о записи.")
    names = {"record": doubt.holder, "figure": doubt.title, "status": doubt.subject.get_status_display()}
    return PublicationProblem((), text % names, _link(doubt))


def _link(doubt: Doubt) -> str:
    subject = doubt.subject
    about = subject.pk if isinstance(subject, FigureValue) else (subject.text, subject.status)
    return link_to_decision(doubt.holder, about) if doubt.holder.pk else ""
