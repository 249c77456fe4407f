"""The publishing gate: what may not be public keeps its page from being published, on every path."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import models, transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.forms import WagtailAdminModelForm, WagtailAdminPageForm
from wagtail.models import DraftStateMixin

from media.in_place_errors import add_problems_in_place
from media.models import Photo
from media.photo_places import PhotoPlace, photo_places


@dataclass(frozen=True)
class PublicationProblem:
    """What keeps a page or a record from being public: where it is, why, and where to mend it.

    ``path`` begins with a field's name and goes down through block ids and names; empty for the page as a whole.
    """

    path: tuple[str, ...]
    message: Any
    link: str = ""


class PublicationRefused(ValidationError):
    """A page may not be published; holds a mapping, as the admin's interfaces expect."""

    def __init__(self, problems: list[PublicationProblem]) -> None:
        self.problems = problems
        super().__init__({NON_FIELD_ERRORS: [ValidationError(refusal_text(problems), code="publication_refused")]})


def refusal_text(problems: list[PublicationProblem]) -> Any:
    """Return the refusal with every problem and a link to each photo."""
    heading = ngettext(
        "Опубликовать нельзя: мешает %(count)d причина.", "Опубликовать нельзя: мешают %(count)d причин.", len(problems)
    ) % {"count": len(problems)}
    items = ((format_html('<a href="{}">{}</a>', p.link, p.message) if p.link else p.message,) for p in problems)
    return format_html("{}<ul>{}</ul>", heading, format_html_join("", "<li>{}</li>", items))


def credit_problems(instance: models.Model, shown: Iterable[Photo | None] = ()) -> list[PublicationProblem]:
    """Return a problem for each place where ``instance`` uses a photo that may not be public.

    ``shown`` are photos it shows without pointing to them itself, as the picture of a social card may be.
    """
    places = photo_places(instance)
    known = {place.photo_key for place in places}
    places += [PhotoPlace(photo.pk, "") for photo in shown if photo is not None and photo.pk not in known]
    photos = Photo.objects.select_related("rights_holder").in_bulk({place.photo_key for place in places})
    return [
        _problem(place, photos[place.photo_key])
        for place in places
        if place.photo_key in photos and not photos[place.photo_key].is_cleared
    ]


def _problem(place: PhotoPlace, photo: Photo) -> PublicationProblem:
    message = _("Фото «%(title)s»: %(reason)s.") % {"title": photo.title, "reason": photo.obstacle}
    if place.through:
        message = _("%(message)s Оно стоит в «%(record)s».") % {"message": message, "record": place.through}
    path = tuple(place.path.split(".")) if place.path else ()
    return PublicationProblem(path, message, reverse("wagtailimages:edit", args=[photo.pk]))


class GatedRecordForm(WagtailAdminModelForm):
    """Shows each problem at its field or block when a record becomes public; drafts are saved as they are."""

    problems: Sequence[PublicationProblem] = ()

    def _post_clean(self) -> None:
        for field in self.instance._meta.many_to_many:
            if isinstance(field, ParentalManyToManyField) and field.name in self.cleaned_data:
                getattr(self.instance, field.name).set(self.cleaned_data[field.name])
        super()._post_clean()
        if self.is_making_public():
            self._take_children_over()
            self.problems = self.instance.collect_publication_problems()
            add_problems_in_place(self, self.problems)

    def _take_children_over(self) -> None:
        """Give the record in memory the children as they were sent, as saving does later: they are published too."""
        for formset in getattr(self, "formsets", {}).values():
            formset.instance = self.instance
            if formset.is_valid():
                formset.save(commit=False)

    @property
    def refusal(self) -> Any:
        """The refusal with links to the photos, for the top of the editor; empty where there is none."""
        return refusal_text(list(self.problems)) if self.problems else ""

    def is_making_public(self) -> bool:
        """Tell whether what is sent makes the record public now; a record without drafts is public once saved."""
        if not issubclass(self._meta.model, DraftStateMixin):
            return bool(self.instance.is_public_once_saved)
        return not self.is_deferred_validation and "action-publish" in self.data and not self._is_scheduled()

    def _is_scheduled(self) -> bool:
        go_live_at = self.cleaned_data.get("go_live_at")
        return go_live_at is not None and go_live_at > timezone.now()


class GatedPageForm(GatedRecordForm, WagtailAdminPageForm):
    """The same for a page, which knows its future parent while it is new."""

    def _post_clean(self) -> None:
        if not self.instance.path and self.parent_page is not None:
            self.instance._cached_parent_obj = self.parent_page
        super()._post_clean()


class GatedRecordMixin(models.Model):
    """For a record: it is not made public while :meth:`collect_publication_problems` names a problem.

    With Wagtail's drafts (put this mixin before ``DraftStateMixin``) drafts are saved freely and publication is
    refused; without drafts the record itself is not saved with what may not be public.
    """

    live: bool
    base_form_class = GatedRecordForm

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> Any:
        """Save; a record that is or becomes public is checked first.

        Saving single fields of a live one, as a draft's revision does, is not a publication, unless it is what
        makes it live. A new one that is to go live later is not live until then.
        """
        if self._state.adding and self._goes_live_later():
            self.live = False
        if self._is_published_by(kwargs.get("update_fields")):
            self.refuse_unless_publishable()
        return super().save(*args, **kwargs)

    def collect_publication_problems(self) -> list[PublicationProblem]:
        """Return what keeps the record, as it is in memory, from being public. Extend with ``super()``."""
        return credit_problems(self, self.photos_shown())

    def photos_shown(self) -> Iterable[Photo | None]:
        """Return photos shown with the record that it does not point to itself."""
        return ()

    @property
    def is_public_once_saved(self) -> bool:
        """Whether a record without drafts is public as soon as it is saved."""
        return True

    def refuse_unless_publishable(self) -> None:
        """Check the record.

        Raises:
            PublicationRefused: something keeps it from being public.
        """
        problems = self.collect_publication_problems()
        if problems:
            raise PublicationRefused(problems)

    def publish(self, *args: Any, **kwargs: Any) -> Any:
        """Publish in one transaction, so that a refusal leaves no half-done publication behind."""
        with transaction.atomic():
            return super().publish(*args, **kwargs)  # type: ignore[misc]

    @classmethod
    def gated_fields(cls) -> set[str]:
        """Return the fields whose saving makes a record without drafts public anew. Extend with ``super()``."""
        return {
            field.name
            for field in cls._meta.concrete_fields
            if hasattr(field, "extract_references") or isinstance(field, models.ForeignKey)
        }

    def _goes_live_later(self) -> bool:
        go_live_at: datetime | None = getattr(self, "go_live_at", None)
        return go_live_at is not None and go_live_at > timezone.now()

    def _is_published_by(self, saved_fields: Iterable[str] | None) -> bool:
        if not isinstance(self, DraftStateMixin):
            return self.is_public_once_saved and (saved_fields is None or bool(set(saved_fields) & self.gated_fields()))
        return self.live and (saved_fields is None or "live" in saved_fields)


class GatedMixin(GatedRecordMixin):
    """The same for a page."""

    base_form_class = GatedPageForm

    class Meta:
        abstract = True
