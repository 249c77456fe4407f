"""A picture with the rights to it, and the files visitors get."""

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.core.files.storage import Storage, storages
from django.db import models, transaction
from django.utils import timezone, translation
from django.utils.functional import Promise, cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.images.models import AbstractImage, AbstractRendition, WagtailImageField, get_upload_to
from wagtail.search import index

from media.enums import BasisOfUse, CreditStatus, PeopleShown, SourceType
from media.models.picture_file import PictureFileMixin
from media.models.ready_files import PhotoManager, ReadyFile, attach_ready_files
from media.models.rights_rules import APPROVAL_CONSTRAINTS, missing_rights
from media.renditions import drop_renditions
from media.searching import searchable

RIGHTS_FIELDS = (
    "creator", "own_credit_line", "rights_holder_id", "copyright_notice", "source_url", "license_url", "basis",
    "basis_document", "usage_terms", "rights_valid_until", "people_shown", "consent_document", "source_type",
)  # fmt: skip
DECIDED_FIELDS = frozenset({*(name.removesuffix("_id") for name in RIGHTS_FIELDS), "file", "alt_text", "is_decorative"})

SEARCHED_FIELDS = frozenset({"title", "file", "creator", "own_credit_line", "copyright_notice", "place", "source_url"})


def private_storage() -> Storage:
    """Return the storage of originals: no visitor reaches it."""
    return storages["private"]


class Photo(PictureFileMixin, AbstractImage):
    """A photograph or a drawing; public only while its credit is approved and its term runs."""

    file = WagtailImageField(
        verbose_name=_("файл"),
        upload_to=get_upload_to,
        storage=private_storage,
        width_field="width",
        height_field="height",
    )
    alt_text = models.CharField(
        _("описание для незрячих"), max_length=300, blank=True, help_text=_("Что на снимке, одной фразой.")
    )
    alt_text_english = models.CharField(_("описание по-английски"), max_length=300, blank=True)
    is_decorative = models.BooleanField(_("украшение без смысла"), default=False)
    creator = models.CharField(_("автор"), max_length=200, blank=True)
    own_credit_line = models.CharField(
        _("подпись"), max_length=250, blank=True, help_text=_("Пусто — обычная подпись правообладателя.")
    )
    rights_holder = models.ForeignKey(
        "media.RightsHolder",
        verbose_name=_("правообладатель"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="photos",
    )
    copyright_notice = models.CharField(_("знак охраны"), max_length=250, blank=True)
    source_url = models.URLField(_("адрес источника"), max_length=1000, blank=True)
    license_url = models.URLField(_("адрес лицензии"), max_length=500, blank=True)
    basis = models.CharField(_("основание"), max_length=20, choices=BasisOfUse.choices, blank=True)
    basis_document = models.FileField(
        _("документ-основание"),
        upload_to="rights",
        storage=private_storage,
        blank=True,
        help_text=_("Договор или письмо."),
    )
    usage_terms = models.TextField(_("условия использования"), blank=True)
    rights_valid_until = models.DateField(
        _("права действуют до"), null=True, blank=True, help_text=_("Последний день включительно.")
    )
    taken_on = models.DateField(_("снято"), null=True, blank=True)
    place = models.CharField(_("место"), max_length=200, blank=True)
    people_shown = models.CharField(_("люди в кадре"), max_length=20, choices=PeopleShown.choices, blank=True)
    consent_document = models.FileField(_("согласие"), upload_to="consents", storage=private_storage, blank=True)
    source_type = models.CharField(
        _("вид изображения"), max_length=40, choices=SourceType.choices, default=SourceType.PHOTOGRAPH
    )
    search_text = models.TextField(blank=True, editable=False, default="")
    perceptual_hash = models.CharField(max_length=16, blank=True, editable=False, db_index=True)
    credit_status = models.CharField(
        _("состояние подписи"),
        max_length=20,
        choices=CreditStatus.choices,
        default=CreditStatus.DRAFT,
        editable=False,
        db_index=True,
    )
    rights_changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, editable=False, on_delete=models.SET_NULL, related_name="+"
    )
    rights_changed_by.wagtail_reference_index_ignore = True  # type: ignore[attr-defined]

    objects = PhotoManager()
    _deciding = False

    admin_form_fields = (
        "title", "file", "alt_text", "is_decorative", "source_type", "creator", "rights_holder", "own_credit_line",
        "copyright_notice", "basis", "basis_document", "source_url", "license_url", "usage_terms", "rights_valid_until",
        "taken_on", "place", "people_shown", "consent_document", "alt_text_english", "collection", "tags",
        "focal_point_x", "focal_point_y", "focal_point_width", "focal_point_height",
    )  # fmt: skip

    search_fields = [
        *AbstractImage.search_fields,
        index.SearchField("creator"),
        index.SearchField("own_credit_line"),
        index.SearchField("alt_text"),
        index.FilterField("credit_status"),
        index.RelatedFields("rights_holder", [index.SearchField("name"), index.SearchField("aliases")]),
    ]

    class Meta(AbstractImage.Meta):
        verbose_name = _("фотография")
        verbose_name_plural = _("фотографии")
        default_permissions = ()
        constraints = APPROVAL_CONSTRAINTS

    @property
    def credit_line(self) -> str:
        """The line under the photo: its own, or its holder's usual one."""
        if self.own_credit_line:
            return self.own_credit_line
        return self.rights_holder.credit_line if self.rights_holder else ""

    @property
    def is_cleared(self) -> bool:
        """Whether the photo may be public today, in the site's time zone."""
        is_described = bool(self.is_decorative or self.alt_text)
        return self.credit_status == CreditStatus.APPROVED and not self.term_is_over and is_described

    @property
    def term_is_over(self) -> bool:
        """Whether the last day of the rights has passed, in the site's time zone."""
        return self.rights_valid_until is not None and self.rights_valid_until < timezone.localdate()

    @property
    def obstacle(self) -> str | Promise:
        """Why the photo may not be public, in words for an editor; empty when it may."""
        if self.is_cleared:
            return ""
        if not (self.is_decorative or self.alt_text):
            return _("нет описания для незрячих")
        if self.credit_status == CreditStatus.APPROVED:
            return _("срок прав истёк")
        return _("подпись не одобрена: %(status)s") % {"status": self.get_credit_status_display()}

    @property
    def default_alt_text(self) -> str:
        """The description in the active language; the file's name is never used."""
        if self.is_decorative:
            return ""
        if (translation.get_language() or "").startswith("en") and self.alt_text_english:
            return self.alt_text_english
        return self.alt_text

    def missing_for_decision(self) -> list[str]:
        """Return what a moderator needs before deciding and the editor has not filled in."""
        return missing_rights(self)

    def rights_snapshot(self) -> dict[str, Any]:
        """Return the rights as they are now, in plain values."""
        values = {name.removesuffix("_id"): getattr(self, name) for name in RIGHTS_FIELDS}
        plain = {name: None if value is None else str(value) for name, value in values.items()}
        return plain | {"credit_line": self.credit_line, "alt_text": self.alt_text, "file_hash": self.file_hash}

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save without ever writing the credit's state from memory: only a decision changes it.

        A stale copy saved later can't bring an approval back. Changing what a decision rests on (rights, file,
        description) sends the photo back to the moderators, or to its editor while something is missing.
        """
        if self._deciding:
            super().save(*args, **kwargs)
            return
        names = kwargs.get("update_fields")
        with transaction.atomic(using=kwargs.get("using")):
            stored = self._stored_for_update(kwargs.get("using"))
            changed = stored is not None and self._has_changed(stored, names)
            self.credit_status = self._settled_status(stored, changed)
            derived = self._derive(names) | ({"credit_status"} if changed else set())
            if names is not None:
                kwargs["update_fields"] = (set(names) - {"credit_status"}) | derived
            super().save(*args, **kwargs)
            if changed:
                drop_renditions([self])
            if stored is not None and stored.credit_status != self.credit_status:
                self._keep_reopening(stored.credit_status)

    def _derive(self, names: Iterable[str] | None) -> set[str]:
        """Bring up to date what follows from the fields being saved; return the names of what was."""
        derived = set()
        if names is None or SEARCHED_FIELDS & set(names):
            self.search_text = self.text_to_search()
            derived.add("search_text")
        if not getattr(self.file, "_committed", True):
            self.perceptual_hash = ""
            self.file_size = self.file.size
            self._set_file_hash()
            derived |= {"perceptual_hash", "file_size", "file_hash"}
        return derived

    def text_to_search(self) -> str:
        """Return everything moderators know the photo by, its holder apart, in the form the desk searches."""
        return searchable(*(getattr(self, name) for name in sorted(SEARCHED_FIELDS)))

    def _stored_for_update(self, using: str | None) -> "Photo | None":
        if not self.pk:
            return None
        return type(self)._base_manager.using(using).select_for_update().filter(pk=self.pk).first()

    def _has_changed(self, stored: "Photo", names: Iterable[str] | None) -> bool:
        considered = DECIDED_FIELDS if names is None else DECIDED_FIELDS & set(names)
        fields: list[Any] = [self._meta.get_field(name) for name in considered]
        values = [(field.value_from_object(self), field.value_from_object(stored)) for field in fields]
        return any(not getattr(new, "_committed", True) or new != old for new, old in values)

    def _settled_status(self, stored: "Photo | None", changed: bool) -> str:
        if stored is None:
            return CreditStatus.PENDING if self.credit_status == CreditStatus.APPROVED else self.credit_status
        if not changed or stored.credit_status in {CreditStatus.DRAFT, CreditStatus.WITHDRAWN}:
            return stored.credit_status
        return CreditStatus.DRAFT if self.missing_for_decision() else CreditStatus.PENDING

    def _keep_reopening(self, from_status: str) -> None:
        self.decisions.create(
            from_status=from_status,
            to_status=self.credit_status,
            decided_by=self.rights_changed_by,
            reason=gettext("Изменились права, файл или описание снимка."),
            rights_snapshot=self.rights_snapshot(),
        )

    @cached_property
    def ready_files(self) -> dict[str, ReadyFile]:
        """The files visitors may get, by their specification."""
        attach_ready_files([self])
        return self.__dict__["ready_files"]


class Rendition(AbstractRendition):
    """One file made from a photo, of a size and format."""

    image = models.ForeignKey(Photo, related_name="renditions", on_delete=models.CASCADE)

    class Meta:
        unique_together = (("image", "filter_spec", "focal_point_key"),)
