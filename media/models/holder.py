"""Those who hold the rights to photos."""

from typing import Any

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.search import index

from media.forms_of_holders import RightsHolderForm
from media.searching import searchable


class RightsHolder(index.Indexed, models.Model):
    """A person or an organisation; its standard credit line is the default of every photo it gives."""

    name = models.CharField(_("правообладатель"), max_length=200, unique=True)
    aliases = models.TextField(
        _("другие написания"),
        blank=True,
        help_text=_("По одному в строке: так имя встречается в файлах и старых подписях."),
    )
    credit_line = models.CharField(
        _("обычная подпись"), max_length=250, help_text=_("Стоит под каждым снимком, если у снимка нет своей.")
    )
    contact = models.TextField(_("контакт"), blank=True, help_text=_("Только для редакции."))
    search_text = models.TextField(blank=True, editable=False, default="")

    base_form_class = RightsHolderForm
    panels = [FieldPanel("name"), FieldPanel("credit_line"), FieldPanel("aliases"), FieldPanel("contact")]

    search_fields = [
        index.SearchField("name", boost=2),
        index.SearchField("aliases"),
        index.AutocompleteField("name"),
        index.AutocompleteField("aliases"),
    ]
    changed_by: Any = None

    class Meta:
        verbose_name = _("правообладатель")
        verbose_name_plural = _("правообладатели")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save; a new name or usual line is kept as a change that can be undone, the old name as a spelling."""
        with transaction.atomic():
            stored = type(self)._base_manager.select_for_update().filter(pk=self.pk).first() if self.pk else None
            is_renamed = stored is not None and (stored.name, stored.credit_line) != (self.name, self.credit_line)
            if stored is not None and is_renamed:
                self.add_spellings(stored.name)
                self.aliases = "\n".join(line for line in self.spellings[1:] if line != self.name)
            self.search_text = searchable(self.name, self.aliases, self.credit_line)
            super().save(*args, **kwargs)
            if stored is not None and is_renamed:
                self.changes.create(before=stored.state(), after=self.state(), made_by=self.changed_by)

    @property
    def spellings(self) -> list[str]:
        """The name and every other spelling of it."""
        return [self.name, *(line.strip() for line in self.aliases.splitlines() if line.strip())]

    def add_spellings(self, *names: str) -> None:
        """Keep ``names`` among the other spellings, each once."""
        known = dict.fromkeys(self.spellings)
        added = [name for name in dict.fromkeys(names) if name.strip() and name not in known]
        self.aliases = "\n".join([*list(known)[1:], *added])

    def state(self) -> dict[str, str]:
        """Return what a change of the holder may alter, in plain values."""
        return {name: getattr(self, name) for name in ("name", "credit_line", "aliases", "contact")}
