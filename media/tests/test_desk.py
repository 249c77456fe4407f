import pytest
from django.contrib.auth.models import Group, Permission
from django.urls import reverse

from media.enums import CreditStatus
from media.tests.factories import PhotoFactory, RightsHolderFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def moderator(client):
    user = UserFactory()
    group = Group.objects.create(name="Проверка")
    group.permissions.set(Permission.objects.filter(codename__in=["access_admin", "moderate_credit"]))
    user.groups.add(group)
    client.force_login(user)
    return user


def decide_in_browser(client, photo, status, **values):
    data = {"status": status, "expected_status": photo.credit_status, "reason": "", **values}
    return client.post(reverse("credits:decide", args=[photo.pk]), data)


def test_the_queue_shows_photos_in_every_state(client, moderator):
    titles = [PhotoFactory(credit_status=status).title for status in (CreditStatus.PENDING, CreditStatus.REJECTED)]
    text = client.get(reverse("credits:index")).content.decode()
    assert all(title in text for title in titles)


def test_the_filter_counts_what_it_lists(client, moderator):
    PhotoFactory.create_batch(3)
    PhotoFactory(credit_status=CreditStatus.REJECTED)
    response = client.get(reverse("credits:index"), {"credit_status": "pending"})
    assert response.context["paginator"].count == 3


def test_the_queue_s_queries_do_not_grow_with_photos(client, moderator, django_assert_max_num_queries):
    PhotoFactory.create_batch(2)
    client.get(reverse("credits:index"))
    PhotoFactory.create_batch(10)
    client.get(reverse("credits:index"))
    with django_assert_max_num_queries(15):
        client.get(reverse("credits:index"))


def test_a_decision_leads_to_the_next_photo(client, moderator):
    first, second = PhotoFactory(), PhotoFactory()
    response = decide_in_browser(client, first, CreditStatus.APPROVED)
    assert response["Location"] == reverse("credits:decide", args=[second.pk])
    first.refresh_from_db()
    assert first.credit_status == CreditStatus.APPROVED


def test_a_refusal_without_reason_is_explained_and_keeps_the_form(client, moderator):
    photo = PhotoFactory()
    response = decide_in_browser(client, photo, CreditStatus.REJECTED)
    assert response.status_code == 422
    assert "Напишите причину" in response.content.decode()


def test_the_second_moderator_is_told_that_it_is_decided(client, moderator):
    photo = PhotoFactory()
    decide_in_browser(client, photo, CreditStatus.APPROVED)
    response = decide_in_browser(client, photo, CreditStatus.REJECTED, reason="нет письма")
    assert "Уже решено" in response.content.decode()


def test_the_desk_is_closed_to_those_who_may_not_decide(client):
    editor = UserFactory()
    editor.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(editor)
    photo = PhotoFactory()
    assert client.get(reverse("credits:index")).status_code == 302
    decide_in_browser(client, photo, CreditStatus.APPROVED)
    photo.refresh_from_db()
    assert photo.credit_status == CreditStatus.PENDING


def test_a_holder_is_told_by_its_name():
    assert str(RightsHolderFactory(name="Музей станков")) == "Музей станков"
