"""No file hurts the portal: each is refused in words or kept, in time, and by a process that stays small."""

import io
import time
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image as PillowImage

from media.tests import bad_files
from media.uploads.fields import PhotoFileField
from media.uploads.inspector import INSPECTOR, Inspector, UploadRefused
from media.uploads.limits import Limits
from media.uploads.refusals import SENTENCES

SECONDS = 5
MEMORY = 400 * 1024**2


@pytest.fixture(scope="module")
def answers():
    """Every file of the corpus with its answer: the refusal's code and words, or the picture."""
    field, found = PhotoFileField(), {}
    for name, content in (bad_files.refused_files() | bad_files.flipped_pictures()).items():
        began = time.monotonic()
        try:
            answer = field.clean(SimpleUploadedFile("снимок.jpg", content))
        except ValidationError as error:
            answer = error
        found[name] = answer, time.monotonic() - began
    yield found
    INSPECTOR.close()


def test_the_corpus_is_large():
    files = bad_files.refused_files() | bad_files.flipped_pictures()
    assert len(set(files.values())) >= 100


def test_every_answer_comes_in_time_from_a_small_process(answers):
    assert {name: seconds for name, (_, seconds) in answers.items() if seconds > SECONDS} == {}
    assert 0 < INSPECTOR.highest_peak < MEMORY


def test_every_refusal_is_in_russian_words(answers):
    refusals = [answer for answer, _ in answers.values() if isinstance(answer, ValidationError)]
    assert all("а" <= letter <= "я" for answer in refusals for letter in answer.messages[0].split()[0][1:].lower())
    assert all("%(" not in answer.messages[0] for answer in refusals)


def test_what_is_no_sound_picture_is_refused(answers):
    accepted = {name for name in bad_files.refused_files() if not isinstance(answers[name][0], ValidationError)}
    assert accepted == set()


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("empty", "пуст"), ("pdf", "документ"), ("svg script", "SVG"), ("psd", "вид картинок"), ("text", "не снимок"),
        ("jpeg cut at 60 %", "обрезан"), ("webp cut at 60 %", "обрезан"), ("heic cut at 60 %", "обрезан"),
        ("png bad zlib", "повреждён"), ("png 11300 of one bit", "миллионов точек"), ("png 1x1", "слишком мал"),
    ],
)  # fmt: skip
def test_a_refusal_says_what_is_wrong(answers, name, word):
    answer, _ = answers[name]
    assert word in answer.messages[0]


@pytest.mark.parametrize("name", bad_files.sound_but_strange())
def test_what_rides_on_a_sound_picture_does_not_get_further_than_its_private_file(name):
    content = bad_files.sound_but_strange()[name]
    upload = PhotoFileField().clean(SimpleUploadedFile("a.gif", content))
    picture = PillowImage.open(io.BytesIO(upload.read()))
    assert (picture.format in {"JPEG", "PNG"}, getattr(picture, "n_frames", 1)) == (True, 1)


def test_a_file_that_takes_too_long_ends_the_child_and_not_the_server():
    inspector = Inspector(Limits(wall_time=0.0001))
    with pytest.raises(UploadRefused) as refusal:
        inspector.inspect(bad_files.sound_picture("png", 2000, 2000))
    assert refusal.value.code == "too-slow"
    inspector.close()


def test_after_a_child_has_died_the_next_file_is_taken():
    inspector = Inspector()
    inspector.inspect(bad_files.sound_picture("jpeg"))
    inspector._child.kill()
    inspector._child.wait()
    assert inspector.inspect(bad_files.sound_picture("jpeg")).format == "JPEG"
    inspector.close()


def test_who_waits_too_long_for_a_turn_is_told():
    inspector = Inspector(Limits(queue_time=0.01))
    with inspector._turn, pytest.raises(UploadRefused) as refusal:
        inspector.inspect(b"")
    assert refusal.value.code == "busy"


def test_a_process_has_only_so_many_pictures_in_hand():
    inspector = Inspector(Limits(places=1, place_time=0.01))
    with inspector._places, pytest.raises(UploadRefused) as refusal:
        inspector.inspect(bad_files.sound_picture("jpeg"))
    assert refusal.value.code == "busy"


def test_the_child_knows_no_secret_of_the_server(monkeypatch):
    monkeypatch.setenv("SECRET_KEY", "secret")
    inspector = Inspector()
    inspector.inspect(bad_files.sound_picture("jpeg"))
    assert b"SECRET" not in Path(f"/proc/{inspector._child.pid}/environ").read_bytes()
    inspector.close()


def test_every_reason_has_a_sentence_that_says_what_to_do():
    assert all(str(sentence).count(".") >= 1 for sentence in SENTENCES.values())
