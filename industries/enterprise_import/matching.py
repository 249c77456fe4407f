"""Finds the record a row stands for: by its address, INN or OGRN, and where it has none of them, by its name."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from django.utils.translation import gettext as _

from industries.enterprise_names import name_key
from industries.models import Enterprise, FormerAddress
from portal.imports.kinds import Match, Values

STRONG_KEYS = ("slug", "inn", "ogrn")
_KEYS = (*STRONG_KEYS, "name_key")


class Known(NamedTuple):
    """What is needed of a record to tell whether a row means it."""

    pk: int
    name: str
    slug: str
    inn: str
    ogrn: str
    name_key: str
    live: bool
    has_unpublished_changes: bool


class EnterpriseMatcher:
    """Knows the records that some hundred rows may stand for."""

    def __init__(self, rows: Sequence[Values]) -> None:
        wanted: dict[str, set[str]] = defaultdict(set)
        for values in rows:
            for key, value in keys_of(values).items():
                wanted[key].add(value)
        former = FormerAddress.objects.filter(slug__in=list(wanted["slug"])).select_related("enterprise")
        self.former = {address.slug: address.enterprise for address in former}
        self.found: dict[str, dict[str, list[Known]]] = {key: defaultdict(list) for key in _KEYS}
        for key in _KEYS:
            for known in _records(key, wanted[key]):
                self.found[key][getattr(known, key)].append(known)

    def match(self, values: Values) -> Match:
        """Return the row's record, or why there is none that is certain."""
        keys = keys_of(values)
        strong = {known.pk: known for key in STRONG_KEYS if key in keys for known in self.found[key].get(keys[key], [])}
        if len(strong) > 1:
            names = ", ".join(f"«{known.name}»" for known in strong.values())
            return Match(conflict=_("Адрес, ИНН и ОГРН указывают на разные записи: %(names)s.") % {"names": names})
        match = _certain(next(iter(strong.values()))) if strong else self._by_name(keys)
        return self._unless_address_is_another_s(match, keys.get("slug", ""))

    def _unless_address_is_another_s(self, match: Match, slug: str) -> Match:
        led_to = self.former.get(slug)
        if led_to is None or match.conflict or (match.record is not None and match.record == led_to.pk):
            return match
        return Match(
            conflict=_("Этот адрес раньше был у карточки «%(name)s» и ведёт к ней. Уберите его или возьмите другой.")
            % {"name": led_to.name}
        )

    def _by_name(self, keys: dict[str, str]) -> Match:
        namesakes = self.found["name_key"].get(keys.get("name_key", ""), [])
        if not namesakes:
            return Match()
        if len(namesakes) > 1:
            return Match(
                conflict=_("Записей с таким названием несколько: добавьте столбец «ИНН» или «Адрес карточки».")
            )
        only = namesakes[0]
        if any(getattr(only, key) and keys.get(key, "") not in ("", getattr(only, key)) for key in ("inn", "ogrn")):
            return Match(
                conflict=_("Есть запись «%(name)s» с другим ИНН или ОГРН. Возможно, это та же организация: проверьте.")
                % {"name": only.name}
            )
        return _certain(only)


def keys_of(values: Values) -> dict[str, str]:
    """Return what a row may be recognised by."""
    keys = {key: values[key] for key in STRONG_KEYS if values.get(key)}
    spelt = name_key(values["name"]) if values.get("name") else ""
    return {**keys, "name_key": spelt} if spelt else keys


def is_found_by_name(values: dict[str, Any], known: dict[str, Any]) -> bool:
    """Tell whether only its name leads to a record: then the row spells it otherwise at most, and renames nothing."""
    return not any(values.get(key) and values[key] == known.get(key) for key in STRONG_KEYS)


def _records(key: str, wanted: Iterable[str]) -> Iterable[Known]:
    found = Enterprise.objects.filter(merged_into__isnull=True, **{f"{key}__in": list(wanted)})
    return (Known(*values) for values in found.order_by("pk").values_list(*Known._fields))


def _certain(known: Known) -> Match:
    if known.live and known.has_unpublished_changes:
        return Match(conflict=_("У записи «%(name)s» есть неопубликованные правки: опубликуйте или отмените их.")
                     % {"name": known.name})  # fmt: skip
    return Match(record=known.pk)
