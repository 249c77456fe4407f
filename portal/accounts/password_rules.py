"""Rules a password must meet: not too long to hash, not made of guessable words, not leaked before."""

import hashlib
import re
from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.auth.password_validation import CommonPasswordValidator
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

LONGEST_PASSWORD = 4096
LEAST_OWN_CHARACTERS = 8
LETTER_LOOK_ALIKES = str.maketrans("0134578@$!", "oieastbasi")
RUSSIAN_KEYS = str.maketrans("йцукенгшщзхъфывапролджэячсмитьбюё", "qwertyuiop[]asdfghjkl;'zxcvbnm,.`")
PORTAL_WORDS = (
    "портал", "редактор", "модератор", "администратор", "промышленность", "промышленный", "ландшафт",
    "технополис", "экспорт", "завод", "предприятие", "пароль", "москва",
    "portal", "editor", "moderator", "administrator", "wagtail", "industry", "industrial", "landscape",
    "technopolis", "export", "password", "moscow",
)  # fmt: skip


def own_words() -> tuple[str, ...]:
    """Return the words anyone would try here first: the portal's, the site's name, the installation's list."""
    site_words = re.findall(r"\w{4,}", settings.WAGTAIL_SITE_NAME.casefold())
    return (*PORTAL_WORDS, *site_words, *(word.casefold() for word in settings.PASSWORD_FORBIDDEN_WORDS))


def core_of(text: str) -> str:
    """Return the text without the digits and signs around it, or the text itself if nothing else is left."""
    return re.sub(r"^[\W\d_]+|[\W\d_]+$", "", text) or text


def spellings(password: str) -> set[str]:
    """Return the password as a guesser reads it: without case, digits for letters undone, keyboard layout undone."""
    folded = password.casefold()
    plain = {folded, core_of(folded)}
    undone = {text.translate(table) for text in plain for table in (LETTER_LOOK_ALIKES, RUSSIAN_KEYS)}
    return plain | undone | {core_of(text) for text in undone}


class MaximumLengthValidator:
    """Refuses a password too long to be hashed quickly."""

    def validate(self, password: str, user: Any = None) -> None:
        """Raise ``ValidationError`` if the password is longer than 4 096 bytes."""
        if len(password.encode()) > LONGEST_PASSWORD:
            raise ValidationError(_("Пароль слишком длинный: не больше 4 096 байт."), code="password_too_long")

    def get_help_text(self) -> str:
        """Say the rule in words."""
        return _("Пароль не длиннее 4 096 байт.")


class GuessableWordValidator:
    """Refuses a password that is little more than a word anyone would try here first."""

    def validate(self, password: str, user: Any = None) -> None:
        """Raise ``ValidationError`` if too few characters remain once the known words are taken out."""
        for spelling in spellings(password):
            rest = spelling
            for word in sorted(own_words(), key=len, reverse=True):
                rest = rest.replace(word, "")
            if rest != spelling and len(set(rest)) < LEAST_OWN_CHARACTERS:
                raise ValidationError(
                    _("Пароль построен на слове, которое здесь попробуют первым. Добавьте своих слов."),
                    code="password_guessable",
                )
        if len(set(password)) < LEAST_OWN_CHARACTERS - 2:
            raise ValidationError(_("В пароле слишком мало разных знаков."), code="password_monotonous")

    def get_help_text(self) -> str:
        """Say the rule in words."""
        return _("Пароль не должен строиться на словах о портале и регионе.")


@cache
def common_passwords() -> frozenset[str]:
    """Return the local list of passwords found in leaks."""
    return frozenset(CommonPasswordValidator().passwords)


def repeated_part(text: str) -> str:
    """Return the part a text is a repetition of, or the text itself."""
    match = re.fullmatch(r"(.+?)\1+", text)
    return match.group(1) if match else text


def is_in_hash_file(password: str, file: Path) -> bool:
    """Tell whether the file of sorted upper-case SHA-1 hashes, one a line, has the password's hash.

    Looked up by halves: a file of billions of lines takes some thirty reads.
    """
    wanted = hashlib.sha1(password.encode(), usedforsecurity=False).hexdigest().upper().encode()
    with file.open("rb") as lines:
        low, high = 0, file.stat().st_size
        while low < high:
            middle = (low + high) // 2
            lines.seek(middle)
            if middle:
                lines.readline()
            line = lines.readline()[:40]
            if line == wanted:
                return True
            if not line or line > wanted:
                high = middle
            else:
                low = middle + 1
        lines.seek(low)
        return lines.readline()[:40] == wanted


class LeakedPasswordValidator:
    """Refuses passwords known from leaks, also with digits around them, repeated, or typed in the other layout.

    Nothing leaves the machine: the short list comes with the framework; a full list of hashes can be
    put on the disk and named by ``LEAKED_PASSWORDS_FILE``.
    """

    def validate(self, password: str, user: Any = None) -> None:
        """Raise ``ValidationError`` if the password, read as a guesser would, is on a list."""
        readings = {repeated_part(spelling) for spelling in spellings(password)} | spellings(password)
        if not common_passwords().isdisjoint(readings) or self.is_in_full_list(password):
            raise ValidationError(_("Этот пароль известен по утечкам. Придумайте другой."), code="password_leaked")

    def is_in_full_list(self, password: str) -> bool:
        """Tell whether the installation's own list of hashes has the password."""
        path = settings.LEAKED_PASSWORDS_FILE
        return bool(path) and is_in_hash_file(password, Path(path))

    def get_help_text(self) -> str:
        """Say the rule in words."""
        return _("Пароль не должен встречаться в известных утечках.")
