from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from media.enums import CreditStatus
from media.models import Photo, PhotoSlot, SavedView
from media.near_duplicates import remember_look
from media.tests.desk_client import make_moderator
from media.tests.factories import PhotoFactory, RightsHolderFactory, UserFactory, approved_photo, picture_file
from media.tests.test_near_duplicates import drawn

pytestmark = pytest.mark.django_db


@pytest.fixture
def moderator(client):
    return make_moderator(client)


def listed(client, **query):
    response = client.get(reverse("credits:index"), query)
    assert response.status_code == 200
    photos = {photo.title for photo in response.context["object_list"]}
    assert response.context["paginator"].count == len(photos)
    return photos


def test_the_states_count_what_their_lists_hold(client, moderator):
    PhotoFactory.create_batch(2)
    PhotoFactory(credit_status=CreditStatus.REJECTED)
    approved_photo()
    states = client.get(reverse("credits:index")).context["states"]
    assert sum(state["count"] for state in states[1:]) == states[0]["count"] == Photo.objects.count()
    for state in states:
        assert client.get(state["url"]).context["paginator"].count == state["count"]


def test_each_filter_keeps_what_it_says(client, moderator):
    today = timezone.localdate()
    soon = approved_photo(title="скоро", rights_valid_until=today + timedelta(days=30))
    approved_photo(title="не скоро", rights_valid_until=today + timedelta(days=31))
    PhotoFactory(title="без описания", alt_text="")
    PhotoSlot.objects.create(name="Цех", rights_holder=soon.rights_holder, credit_line="Фото", stand_in=soon)
    assert listed(client, expiring="soon") == {"скоро"}
    assert listed(client, no_alt="yes") == {"без описания"}
    assert listed(client, used="yes") == {"скоро"}
    assert listed(client, used="no") == {"не скоро", "без описания"}
    assert listed(client, basis="own", credit_status="approved") == {"скоро", "не скоро"}
    Photo.objects.filter(pk=soon.pk).update(rights_valid_until=today - timedelta(days=1))
    assert listed(client, expiring="over") == {"скоро"}


def test_the_same_file_under_another_credit_is_a_conflict(client, moderator):
    holder = RightsHolderFactory()
    for title, values in {
        "наше": {"rights_holder": holder},
        "наше ещё раз": {"rights_holder": holder},
        "чужое": {"rights_holder": RightsHolderFactory()},
    }.items():
        photo = PhotoFactory(title=title, **values)
        photo.get_file_hash()
    PhotoFactory(title="другое", file=picture_file(colour="#A82A1F"), rights_holder=holder).get_file_hash()
    assert listed(client, conflict="yes") == {"наше", "наше ещё раз", "чужое"}
    assert listed(client, conflict="no") == {"другое"}


def test_a_near_duplicate_is_a_conflict_on_the_screen_and_in_the_list_alike(client, moderator):
    ours, theirs, other = (
        PhotoFactory(title=title, file=drawn(seed, width=width), own_credit_line=line)
        for title, seed, width, line in (("наше", 3, 320, "А"), ("чужое", 3, 200, "Б"), ("другое", 5, 320, "В"))
    )
    for photo in (ours, theirs, other):
        remember_look.call(photo.pk)
    assert listed(client, conflict="yes") == {"наше", "чужое"}
    assert listed(client, conflict="no") == {"другое"}
    twins = client.get(reverse("credits:decide", args=[ours.pk])).context["lookalikes"]
    assert [(twin["photo"].pk, twin["is_conflict"]) for twin in twins] == [(theirs.pk, True)]


def test_a_photo_is_found_by_its_credit_and_by_its_holder_s_other_spellings(client, moderator):
    holder = RightsHolderFactory(name="Завод", aliases="Пресс-служба Артёмовского завода")
    PhotoFactory(title="Пресс", rights_holder=holder, own_credit_line="Фото: Иванов")
    PhotoFactory(title="Печь")
    assert listed(client, q="АРТЕМОВСКОГО") == {"Пресс"}
    assert listed(client, q="иванов пресс") == {"Пресс"}
    assert listed(client, q="Петров") == set()


@pytest.mark.parametrize(
    "query",
    [
        {"credit_status": "нет такого"},
        {"rights_holder": "9" * 40},
        {"p": "-1"},
        {"q": "%"},
        {"ordering": "нет"},
        {"export": "csv"},
        {"export": "xlsx"},
        {"q": "х" * 5000},
    ],
)
def test_a_strange_address_is_answered(client, moderator, query):
    PhotoFactory()
    assert client.get(reverse("credits:index"), query).status_code == 200


def test_views_are_kept_under_a_name_each_moderator_s_own(client, moderator):
    data = {"name": "Скоро кончатся", "query": "expiring=soon"}
    response = client.post(reverse("credits:save_view"), data)
    assert response["Location"].endswith("?expiring=soon")
    client.post(reverse("credits:save_view"), data | {"query": "expiring=over"})
    assert SavedView.objects.get(user=moderator).query == "expiring=over"
    other = SavedView.objects.create(user=UserFactory(), name="Чужой", query="")
    text = client.get(reverse("credits:index")).content.decode()
    assert "Скоро кончатся" in text
    assert "Чужой" not in text
    assert client.post(reverse("credits:drop_view", args=[other.pk])).status_code == 404
    client.post(reverse("credits:drop_view", args=[SavedView.objects.get(user=moderator).pk]))
    assert list(SavedView.objects.all()) == [other]


def test_a_view_without_a_name_is_refused_in_words(client, moderator):
    response = client.post(reverse("credits:save_view"), {"name": "", "query": ""}, follow=True)
    assert any("Назовите вид" in str(message) for message in response.context["messages"])


def test_the_queue_s_queries_do_not_grow_with_photos(client, moderator, django_assert_max_num_queries):
    def opening():
        client.get(reverse("credits:index"))
        with django_assert_max_num_queries(15) as captured:
            client.get(reverse("credits:index"), {"conflict": "no", "q": "снимок"})
        return len(captured)

    PhotoFactory.create_batch(5)
    few = opening()
    PhotoFactory.create_batch(55)
    assert opening() == few
