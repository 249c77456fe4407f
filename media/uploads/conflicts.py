"""Where the rights entered for a photo and the words in its file say different things."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from media.enums import SourceType
from media.models import RightsHolder

SAID_OF_THE_HOLDER = ("credit_line", "copyright_notice", "source")
SYNTHETIC = frozenset(
    {SourceType.AI_GENERATED, "compositeWithTrainedAlgorithmicMedia", "algorithmicMedia", "compositeSynthetic"}
)


@dataclass(frozen=True)
class EnteredRights:
    """What a person has entered, as far as a file can speak of it."""

    holder: RightsHolder | None = None
    creator: str = ""
    source_type: str = ""


@dataclass(frozen=True)
class RightsConflict:
    """One difference: the form field it concerns, and a sentence for the editor or moderator."""

    field: str
    message: str


def rights_conflicts(file_rights: Mapping[str, str], entered: EnteredRights) -> list[RightsConflict]:
    """Return the differences between a file's words and the entered rights; silence in either is no difference."""
    found = []
    said = [file_rights[name] for name in SAID_OF_THE_HOLDER if file_rights.get(name)]
    if entered.holder and said and not _names(said, spellings(entered.holder)):
        message = _("В файле указано: «%(said)s». Это не похоже на правообладателя «%(holder)s».")
        found.append(RightsConflict("rights_holder", message % {"said": "; ".join(said), "holder": entered.holder}))
    creator = file_rights.get("creator", "")
    if entered.creator and creator and not _names([creator], [entered.creator]):
        message = _("Автор в файле: «%(said)s», в форме: «%(entered)s».")
        found.append(RightsConflict("creator", message % {"said": creator, "entered": entered.creator}))
    if file_rights.get("source_type") in SYNTHETIC and entered.source_type == SourceType.PHOTOGRAPH:
        found.append(RightsConflict("source_type", _("В файле сказано, что изображение создано или дополнено ИИ.")))
    return found


def holder_named_in(file_rights: Mapping[str, str], holders: Iterable[RightsHolder]) -> RightsHolder | None:
    """Return the one holder whose name or alias the file's words hold; nobody where none or several are named."""
    said = [file_rights[name] for name in SAID_OF_THE_HOLDER if file_rights.get(name)]
    named = [holder for holder in holders if said and _names(said, [holder.name, *holder.aliases.splitlines()])]
    return named[0] if len(named) == 1 else None


def spellings(holder: RightsHolder) -> list[str]:
    """Return how a holder may be written: its name, its aliases, its usual credit line."""
    return [holder.name, *holder.aliases.splitlines(), holder.credit_line]


def _names(said: Iterable[str], known: Iterable[str]) -> bool:
    wanted = [f" {words} " for words in map(_words, known) if words]
    texts = [f" {_words(text)} " for text in said]
    return any(words in text or text in words for words in wanted for text in texts)


def _words(text: str) -> str:
    plain = text.casefold().replace("ё", "е")
    return " ".join(word for word in re.findall(r"\w+", plain) if word not in {"фото", "photo", "c", "©"})
