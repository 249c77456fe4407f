"""Where a photo is used: everything the models allow is found, and nothing in use is deleted."""

import pytest
from django.urls import reverse

from media.models import ReasonTemplate
from media.tests.desk_client import make_moderator
from media.tests.factories import PhotoFactory, approved_photo
from portal.longread.models import ConclusionSectionPage
from portal.longread.tests.factories import make_article

pytestmark = pytest.mark.django_db


@pytest.fixture
def moderator(client):
    return make_moderator(client)


def test_the_screen_shows_use_in_every_state_lookalikes_and_reasons(client, moderator):
    photo = PhotoFactory(title="Пресс")
    twin = PhotoFactory(title="Пресс ещё раз")
    for picture in (photo, twin):
        picture.get_file_hash()
    article = make_article(plate=approved_photo())
    section = ConclusionSectionPage(title="Итог", slug="end", heading="Итог", live=False, plate=photo)
    article.add_child(instance=section)
    section.save_revision()
    ReasonTemplate.objects.create(text="Нет письма", status="rejected")
    ReasonTemplate.objects.create(text="Отозвано", status="revoked")
    context = client.get(reverse("credits:decide", args=[photo.pk])).context
    assert {(use["title"], str(use["state"])) for use in context["usage"]} == {("Итог", "в черновике")}
    assert [(entry["photo"].pk, entry["is_conflict"]) for entry in context["lookalikes"]] == [(twin.pk, True)]
    assert context["templates"] == [(1, "Нет письма")]
    assert [action["letter"] for action in context["actions"]] == ["A", "R", "D"]
