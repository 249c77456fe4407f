"""Two people with one photo open: the second is told what the first has changed, and loses nothing."""

import hashlib
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import connection, models
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

SEEN_FIELD = "seen_state"
NOT_COMPARED = frozenset({"tags", "focal_point_x", "focal_point_y", "focal_point_width", "focal_point_height"})


def state_of(instance: models.Model, names: list[str]) -> str:
    """Return a short mark of the record's stored values, one part a field, that changes when one of them does."""
    return " ".join(f"{name}={_mark(instance, name)}" for name in names)


def _mark(instance: models.Model, name: str) -> str:
    value = instance._meta.get_field(name).value_from_object(instance)  # type: ignore[union-attr]
    return hashlib.sha256(str(value or "").encode()).hexdigest()[:10]


class StaleFormMixin(forms.ModelForm):
    """Carries a mark of what the person saw; a form filled in over somebody's later change is shown again."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.compared = [name for name in self._meta.fields or () if name not in NOT_COMPARED]
        if self.instance.pk:
            state = state_of(self.instance, self.compared)
            self.fields[SEEN_FIELD] = forms.CharField(widget=forms.HiddenInput, required=False, initial=state)

    def clean(self) -> dict[str, Any]:
        """Name the fields somebody else has changed meanwhile, with what stands in them now."""
        values = super().clean() or self.cleaned_data
        seen = values.get(SEEN_FIELD, "")
        stored = self._stored() if seen else None
        if stored is not None and seen != state_of(stored, self.compared):
            self.add_error(None, ValidationError(_("Пока вы правили, снимок изменил кто-то другой."), code="stale"))
            self._name_changed(stored, set(state_of(stored, self.compared).split()) - set(seen.split()))
        return values

    def _stored(self) -> models.Model | None:
        records = type(self.instance)._base_manager.filter(pk=self.instance.pk)
        return (records.select_for_update() if connection.in_atomic_block else records).first()

    def _name_changed(self, stored: models.Model, marks: set[str]) -> None:
        for name in self.compared:
            if name in self.fields and any(mark.startswith(f"{name}=") for mark in marks):
                message = _(
                    "Сейчас сохранено: «%(value)s». Ваш текст остался в форме; сохраните ещё раз, если верен он."
                )
                self.add_error(name, ValidationError(message, params={"value": _shown(stored, name)}))
        data = QueryDict(mutable=True)
        data.update(self.data)
        data[self.add_prefix(SEEN_FIELD)] = state_of(stored, self.compared)
        self.data = data


def _shown(record: models.Model, name: str) -> str:
    display = getattr(record, f"get_{name}_display", None)
    value = display() if display else getattr(record, name)
    return str(value) if value not in (None, "") else "—"
