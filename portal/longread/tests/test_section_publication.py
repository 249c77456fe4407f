import pytest
from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.urls import reverse
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from media.gate import PublicationRefused
from media.tests.factories import PhotoFactory, approved_photo
from portal.longread.models import ConclusionSectionPage
from portal.longread.tests.factories import add_education, add_workforce, make_article

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor_client(client):
    user = get_user_model().objects.create_superuser(
        username="chief", email="chief@example.com", password="long-enough-1"
    )
    client.force_login(user)
    return client


def form_data(action=None, **values):
    data = {
        "title": "Вывод", "slug": "conclusion", "heading": "Что в итоге", "nav_label": "", "anchor": "",
        "lead": rich_text(""), "plate": "", "plate_caption": "", "body": streamfield([]), "comments": {
            "TOTAL_FORMS": 0, "INITIAL_FORMS": 0, "MIN_NUM_FORMS": 0, "MAX_NUM_FORMS": 1000,
        },
    }  # fmt: skip
    data = nested_form_data(data | values)
    if action:
        data[f"action-{action}"] = "1"
    return data


def create_url(article):
    return reverse("wagtailadmin_pages:add", args=["longread", "conclusionsectionpage", article.pk])


def test_a_section_without_heading_is_saved_as_a_draft(editor_client):
    article = make_article()
    editor_client.post(create_url(article), form_data(heading=""))
    section = ConclusionSectionPage.objects.get()
    assert (section.live, section.heading) == (False, "")


def test_a_section_without_heading_is_refused_at_the_field(editor_client):
    article = make_article()
    response = editor_client.post(create_url(article), form_data("publish", heading=""))
    assert "heading" in response.context["form"].errors
    assert not ConclusionSectionPage.objects.filter(live=True).exists()


def test_a_taken_anchor_is_refused_at_the_field_and_saved_in_a_draft(editor_client):
    article = make_article()
    add_workforce(article, anchor="figures")
    response = editor_client.post(create_url(article), form_data("publish", anchor="figures"))
    assert response.context["form"].errors["anchor"] == ["Якорь «figures» уже есть у раздела «Люди». Возьмите другой."]
    editor_client.post(create_url(article), form_data(anchor="figures"))
    assert ConclusionSectionPage.objects.get().anchor == "figures"


@pytest.mark.parametrize("anchor", ["Якорь", "two words", "1st", "a#b"])
def test_an_anchor_that_is_no_anchor_is_refused_with_a_rule(editor_client, anchor):
    article = make_article()
    response = editor_client.post(create_url(article), form_data("publish", anchor=anchor))
    assert response.context["form"].errors["anchor"] == [
        "Только латинские строчные буквы, цифры и дефис; первой стоит буква."
    ]


def test_an_anchor_of_the_page_itself_is_refused(editor_client):
    article = make_article()
    response = editor_client.post(create_url(article), form_data("publish", anchor="content"))
    assert response.context["form"].errors["anchor"] == [
        "Якорь «content» занят самой страницей статьи. Возьмите другой."
    ]


def test_a_picture_without_alt_is_refused_at_its_block(editor_client):
    article = make_article()
    photo = PhotoFactory(title="Пресс", alt_text="", credit_status="draft")
    data = form_data("publish", body=streamfield([("photo", {"photo": photo.pk, "caption": ""})]))
    response = editor_client.post(create_url(article), data | {"body-0-id": "8f5b3c1e-0000-4000-8000-000000000001"})
    errors = response.context["form"].errors["body"].as_data()
    assert "нет описания для незрячих" in str(errors[0].block_errors[0].block_errors["photo"].message)


def test_a_plate_without_approval_is_refused_at_its_field(editor_client):
    article = make_article()
    photo = PhotoFactory(title="Пресс")
    response = editor_client.post(create_url(article), form_data("publish", plate=photo.pk))
    assert "Фото «Пресс»: подпись не одобрена: ждёт решения." in response.context["form"].errors["plate"][0]


def test_a_cleared_section_is_published_by_the_editor(editor_client):
    article = make_article()
    editor_client.post(create_url(article), form_data("publish", plate=approved_photo().pk))
    assert ConclusionSectionPage.objects.get().live


def test_no_path_around_the_form_publishes_a_taken_anchor():
    article = make_article()
    add_workforce(article, anchor="figures")
    with pytest.raises(PublicationRefused):
        add_education(article, anchor="figures")


def test_no_path_around_the_form_publishes_an_uncleared_plate():
    article = make_article()
    section = add_education(article)
    section.plate = PhotoFactory()
    revision = section.save_revision(clean=False)
    with pytest.raises(PublicationRefused):
        revision.publish()


def test_no_path_around_the_form_publishes_a_section_without_heading():
    section = add_education(make_article())
    section.heading = ""
    with pytest.raises(ValidationError):
        section.save()


def test_a_draft_of_a_live_section_may_hold_an_uncleared_plate():
    section = add_education(make_article())
    section.plate = PhotoFactory()
    section.save_revision(clean=False)
    section.refresh_from_db()
    assert section.live
    assert section.has_unpublished_changes
