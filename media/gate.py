"""The publishing gate: what may not be public keeps its page from being published, on every path."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import models, transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.models import Page, ReferenceIndex

from media.in_place_errors import add_problems_in_place
from media.models import Photo

# Records of these apps are not content: following them would lead from a page to users and files of the system.
NOT_FOLLOWED = frozenset({"auth", "wagtailadmin", "wagtailcore", "wagtaildocs", "wagtailimages"})


@dataclass(frozen=True)
class PublicationProblem:
    """What keeps a page from being published: where it is, why, and where to mend it.

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


def photo_paths(instance: models.Model, seen: set[tuple[int, Any]] | None = None) -> dict[int, list[tuple[str, str]]]:
    """Return the photos ``instance`` uses in memory: key → places as (content path, record it goes through).

    Follows records the page uses, not other pages. Reads the reference extraction Wagtail keeps private; a
    contract test holds it.
    """
    seen = seen if seen is not None else set()
    photo_type = ContentType.objects.get_for_model(Photo).pk
    found: dict[int, list[tuple[str, str]]] = defaultdict(list)
    for type_key, key, _model_path, content_path in ReferenceIndex._extract_references_from_object(instance):
        if type_key == photo_type:
            found[int(key)].append((content_path, ""))
        elif (type_key, key) not in seen:
            seen.add((type_key, key))
            for photo_key, places in _photos_of_record(type_key, key, seen).items():
                found[photo_key] += [(content_path, through) for _, through in places]
    return dict(found)


def _photos_of_record(type_key: int, key: Any, seen: set[tuple[int, Any]]) -> dict[int, list[tuple[str, str]]]:
    model = ContentType.objects.get_for_id(type_key).model_class()
    if model is None or issubclass(model, Page) or model._meta.app_label in NOT_FOLLOWED:
        return {}
    if not ReferenceIndex.is_indexed(model):
        return {}
    record = model._default_manager.filter(pk=key).first()
    if record is None:
        return {}
    return {
        photo_key: [(path, through or str(record)) for path, through in places]
        for photo_key, places in photo_paths(record, seen).items()
    }


def credit_problems(instance: models.Model) -> list[PublicationProblem]:
    """Return a problem for each place where ``instance`` uses a photo that may not be public."""
    paths = photo_paths(instance)
    photos = Photo.objects.select_related("rights_holder").in_bulk(list(paths))
    problems = []
    for key, places in paths.items():
        photo = photos.get(key)
        if photo is None or photo.is_cleared:
            continue
        for content_path, through in places:
            message = _("Фото «%(title)s»: %(reason)s.") % {"title": photo.title, "reason": photo.obstacle}
            if through:
                message = _("%(message)s Оно стоит в «%(record)s».") % {"message": message, "record": through}
            link = reverse("wagtailimages:edit", args=[photo.pk])
            problems.append(PublicationProblem(tuple(content_path.split(".")), message, link))
    return problems


class GatedPageForm(WagtailAdminPageForm):
    """Shows each problem at its field or block when an editor publishes; drafts are saved as they are."""

    def _post_clean(self) -> None:
        super()._post_clean()
        if not self.instance.path and self.parent_page is not None:
            self.instance._cached_parent_obj = self.parent_page
        if self._is_publishing():
            add_problems_in_place(self, self.instance.collect_publication_problems())

    def _is_publishing(self) -> bool:
        return not self.is_deferred_validation and "action-publish" in self.data and not self._is_scheduled()

    def _is_scheduled(self) -> bool:
        go_live_at = self.cleaned_data.get("go_live_at")
        return go_live_at is not None and go_live_at > timezone.now()


class GatedMixin(models.Model):
    """For a page: publication is refused while :meth:`collect_publication_problems` names a problem."""

    live: bool
    go_live_at: datetime | None
    base_form_class = GatedPageForm

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> Any:
        """Save; a page that is or becomes live is checked first.

        Saving single fields of a live page, as a draft's revision does, is not a publication, unless it is what
        makes the page live. A new page that is to go live later is not live until then.
        """
        names = kwargs.get("update_fields")
        if self._state.adding and self.go_live_at and self.go_live_at > timezone.now():
            self.live = False
        if self.live and (names is None or "live" in names):
            self.refuse_unless_publishable()
        return super().save(*args, **kwargs)

    def collect_publication_problems(self) -> list[PublicationProblem]:
        """Return what keeps the page, as it is in memory, from being public. Extend with ``super()``."""
        return credit_problems(self)

    def refuse_unless_publishable(self) -> None:
        """Check the page.

        Raises:
            PublicationRefused: something keeps the page from being public.
        """
        problems = self.collect_publication_problems()
        if problems:
            raise PublicationRefused(problems)

    def publish(self, *args: Any, **kwargs: Any) -> Any:
        """Publish in one transaction, so that a refusal leaves no half-done publication behind."""
        with transaction.atomic():
            return super().publish(*args, **kwargs)  # type: ignore[misc]
