"""The acts on a figure's values: the only code that changes them, and it keeps who, when and why.

An update adds a value of a new time; a correction amends one that was wrong and tells readers so; a review says that
the value still holds.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.figures.enums import Act
from portal.figures.guard import KEPT_FIELDS, act_on_figure
from portal.figures.models import Figure, FigureChange, FigureValue, PublicationOverride
from portal.figures.review_dates import months_later

AMENDABLE = frozenset({*KEPT_FIELDS, "source", "review_on", "note"})


@dataclass(frozen=True)
class Responsible:
    """Who acts (``None`` where no person does) and why; ``approved_by`` is the second person of an import."""

    user: Any
    reason: str
    approved_by: Any = None


class ChangedMeanwhile(ValidationError):
    """Somebody else has changed the figure since it was looked at."""

    def __init__(self) -> None:
        super().__init__(_("Цифру успели изменить. Посмотрите, что на сайте сейчас, и повторите."), code="changed")


def update_figure(
    figure: Figure, value: FigureValue, by: Responsible, shown: bool = True, seen: str | None = None
) -> FigureChange:
    """Add ``value`` to ``figure``; with ``shown`` it takes the place of the current one, which stays in history.

    ``value`` is new and not stored; ``seen`` is the state the person looked at (:func:`state_of`).

    Raises:
        ChangedMeanwhile: the figure is no longer in the state that was seen.
        ValidationError: the value is incomplete or wrong, or no reason is given.
    """
    if value.pk:
        raise ValidationError(_("Это значение уже есть: его исправляют, а не добавляют."))
    with transaction.atomic(), act_on_figure():
        former = _locked(figure, seen)
        value.figure, value.is_current = figure, False
        value.review_on = value.review_on or months_later(timezone.localdate(), figure.review_every_months)
        _check(value, by)
        value.save()
        if shown:
            figure.values.exclude(pk=value.pk).update(is_current=False)
            value.is_current = True
            value.save(update_fields=["is_current"])
        return _keep(Act.UPDATE, value, by, former.snapshot() if former else {})


def correct_value(
    value: FigureValue, amendments: dict[str, Any], by: Responsible, public_note: str, seen: str | None = None
) -> FigureChange:
    """Amend ``value`` by ``amendments`` (field → new content) and tell readers why in ``public_note``.

    Decisions to publish pages with the value end: they were made on other facts.

    Raises:
        ChangedMeanwhile: the figure is no longer in the state that was seen.
        ValidationError: nothing is amended, the result is wrong, or a reason or the public note is missing.
    """
    unknown = set(amendments) - AMENDABLE
    if unknown:
        raise ValidationError(_("Так значение не исправить: %(fields)s.") % {"fields": ", ".join(sorted(unknown))})
    if not public_note.strip():
        raise ValidationError({"public_note": _("Напишите читателю, что исправлено и почему.")})
    with transaction.atomic(), act_on_figure():
        _locked(value.figure, seen)
        stored = FigureValue.objects.select_related("figure").get(pk=value.pk)
        before = stored.snapshot()
        for name, content in amendments.items():
            setattr(stored, name, content)
        _check(stored, by)
        if stored.snapshot() == before:
            raise ValidationError(_("Ничего не изменилось: исправлять нечего."))
        stored.save()
        PublicationOverride.objects.filter(value=stored, ended_at=None).update(ended_at=timezone.now())
        return _keep(Act.CORRECT, stored, by, before, public_note.strip())


def review_value(value: FigureValue, review_on: date, by: Responsible) -> FigureChange:
    """Say that ``value`` still holds and name the day to look at it again.

    Raises:
        ValidationError: the day is past, or no reason is given.
    """
    if review_on <= timezone.localdate():
        raise ValidationError({"review_on": _("Назовите день в будущем.")})
    with transaction.atomic(), act_on_figure():
        stored = FigureValue.objects.select_related("figure").get(pk=value.pk)
        _require_reason(by)
        stored.review_on = review_on
        stored.save(update_fields=["review_on"])
        return _keep(Act.REVIEW, stored, by, stored.snapshot())


def state_of(figure: Figure) -> str:
    """Return a mark of the figure's present state: it differs after every act."""
    latest = figure.changes.order_by("-pk").values_list("pk", flat=True).first()
    current = figure.values.filter(is_current=True).values_list("pk", flat=True).first()
    return f"{current or 0}-{latest or 0}"


def _locked(figure: Figure, seen: str | None) -> FigureValue | None:
    Figure.objects.select_for_update(of=("self",)).get(pk=figure.pk)
    if seen is not None and seen != state_of(figure):
        raise ChangedMeanwhile
    figure.__dict__.pop("current_value", None)
    figure.__dict__.pop("_displays", None)
    return figure.values.filter(is_current=True).first()


def _check(value: FigureValue, by: Responsible) -> None:
    _require_reason(by)
    value.full_clean()
    value.check_complete()


def _require_reason(by: Responsible) -> None:
    if not by.reason.strip():
        raise ValidationError({"reason": _("Напишите, на чём основано изменение.")})


def _keep(act: Act, value: FigureValue, by: Responsible, before: dict[str, Any], note: str = "") -> FigureChange:
    _touch(value.figure)
    return FigureChange.objects.create(
        figure=value.figure,
        value=value,
        act=act,
        made_by=by.user,
        made_by_name=_name_of(by.user),
        approved_by=by.approved_by,
        approved_by_name=_name_of(by.approved_by),
        reason=by.reason.strip(),
        public_note=note,
        before=before,
        after=value.snapshot(),
    )


def _touch(figure: models.Model) -> None:
    figure.__dict__.pop("current_value", None)
    figure.__dict__.pop("_displays", None)


def _name_of(user: Any) -> str:
    return (user.get_full_name() or user.get_username()) if user else ""
