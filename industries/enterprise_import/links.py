"""Gives records the values of rows: the words of vocabularies become links."""

from typing import Any

from industries.enterprise_import.vocabularies import LINKED_MODELS
from industries.models import Enterprise
from technopolis.models import Site


class Links:
    """The linked vocabularies: primary keys by slug; sites with their districts, which a record takes over."""

    def __init__(self) -> None:
        self.keys = {
            name: dict(model._default_manager.values_list("slug", "pk")) for name, model in LINKED_MODELS.items()
        }
        self.sites = {site.slug: site for site in Site.objects.select_related("district")}

    def set_values(self, record: Enterprise, values: dict[str, Any]) -> None:
        """Give the record the values of a row; whether it is public is decided elsewhere."""
        for name, value in values.items():
            if name == "source":
                record.source_id = int(value) if value else None
            elif name == "site":
                record.site = self.sites.get(value) if value else None
            elif name in LINKED_MODELS and name != "markets":
                setattr(record, f"{name}_id", self.keys[name].get(value) if value else None)
            elif name not in ("live", "markets"):
                setattr(record, name, value)

    def markets(self, values: dict[str, Any]) -> list[int] | None:
        """Return the keys of the markets a row names; nothing if it says nothing of markets."""
        return [self.keys["markets"][slug] for slug in values["markets"]] if "markets" in values else None
