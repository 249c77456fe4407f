import hashlib
import tempfile
from pathlib import Path

import pytest
from django.contrib.auth.password_validation import password_validators_help_texts, validate_password
from django.core.exceptions import ValidationError
from hypothesis import given, strategies

from portal.accounts.models import User
from portal.accounts.password_rules import is_in_hash_file


def codes(password, user=None):
    try:
        validate_password(password, user)
    except ValidationError as refusal:
        return {error.code for error in refusal.error_list}
    return set()


@pytest.mark.parametrize("password", ["nagar-tigel-5583", "сто лет над домной", "T7#mQz!p0LxWv"])
def test_a_password_of_own_words_is_taken(password):
    assert codes(password) == set()


@pytest.mark.parametrize(
    ("password", "code"),
    [
        ("nagar-tigel", "password_too_short"),
        ("582941730562", "password_entirely_numeric"),
        ("я" * 2049, "password_too_long"),
        ("password2024", "password_leaked"),
        ("Password!!!!", "password_leaked"),
        ("p@ssw0rd!!!!", "password_leaked"),
        ("qwertyqwerty", "password_leaked"),
        ("йцукенйцукен", "password_leaked"),
        ("portal-editor-1", "password_guessable"),
        ("Технополис2026", "password_guessable"),
        ("aaaabbbbccccd", "password_monotonous"),
    ],
)
def test_a_weak_password_is_refused(password, code):
    assert code in codes(password)


def test_a_password_like_one_s_own_name_is_refused():
    person = User(username="vera.domenskaya", email="vera@example.org")
    assert "password_too_similar" in codes("vera.domenskaya1", person)


def test_the_installation_adds_its_own_words(settings):
    assert codes("kremniy-17-2026") == set()
    settings.PASSWORD_FORBIDDEN_WORDS = ["Kremniy"]
    assert codes("kremniy-17-2026") == {"password_guessable"}


def test_the_site_s_name_is_a_forbidden_word(settings):
    settings.WAGTAIL_SITE_NAME = "Горнозаводский вестник"
    assert "password_guessable" in codes("горнозаводский-77")


def sorted_hashes(passwords):
    return sorted(hashlib.sha1(password.encode()).hexdigest().upper() + ":3" for password in passwords)


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_a_full_list_of_hashes_on_the_disk_is_searched(tmp_path, settings, ending):
    known = [f"leaked-number-{number}" for number in range(1000)]
    file = tmp_path / "leaked.txt"
    file.write_bytes("".join(line + ending for line in sorted_hashes(known)).encode())
    settings.LEAKED_PASSWORDS_FILE = str(file)
    assert all(is_in_hash_file(password, file) for password in known)
    assert codes("leaked-number-512") == {"password_leaked"}
    assert codes("leaked-number-1000") == set()


@given(strategies.lists(strategies.text(min_size=1, max_size=8), min_size=1, max_size=30), strategies.text(max_size=8))
def test_the_search_by_halves_agrees_with_a_search_line_by_line(known, asked):
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "leaked.txt"
        file.write_text("\n".join(sorted_hashes(known)) + "\n")
        assert is_in_hash_file(asked, file) is (asked in known)
        assert is_in_hash_file(known[0], file) is True


def test_every_rule_is_told_in_russian():
    assert all(any("а" <= letter <= "я" for letter in text) for text in password_validators_help_texts())
