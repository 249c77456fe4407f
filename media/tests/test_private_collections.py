"""What lies in a private collection is not there for those it is not for, by any address and with any header."""

import pytest
from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from django.urls import reverse
from wagtail.documents import get_document_model
from wagtail.models import CollectionViewRestriction

from media.pictures import Picture
from media.renditions import make_renditions
from media.tests.factories import UserFactory, approved_photo, root_collection

pytestmark = pytest.mark.django_db


def private_collection(**restriction):
    collection = root_collection().add_child(name="Закрытые")
    CollectionViewRestriction.objects.create(collection=collection, **restriction)
    return collection


def document_in(collection):
    document = get_document_model()(title="Договор", collection=collection)
    document.file.save("dogovor.pdf", ContentFile(b"%PDF-1.7"))
    return document


@pytest.mark.parametrize(
    "restriction",
    [{"restriction_type": "login"}, {"restriction_type": "groups"}, {"restriction_type": "password", "password": "x"}],
)
def test_a_stranger_finds_no_document(client, restriction):
    document = document_in(private_collection(**restriction))
    missing = reverse("wagtaildocs_serve", args=[document.pk + 1, "dogovor.pdf"])
    assert client.get(document.url).status_code == client.get(missing).status_code == 404
    assert client.get(document.url, headers={"if-none-match": f'"{document.get_file_hash()}"'}).status_code == 404


def test_those_it_is_for_get_the_document_and_no_cache_keeps_it(client):
    group = Group.objects.create(name="Юристы")
    collection = private_collection(restriction_type="groups")
    CollectionViewRestriction.objects.get().groups.add(group)
    document, person = document_in(collection), UserFactory()
    client.force_login(person)
    assert client.get(document.url).status_code == 404
    person.groups.add(group)
    client.force_login(person)  # a change of rights ends the sessions of before
    answer = client.get(document.url)
    assert (answer.status_code, answer["Cache-Control"]) == (200, "private, no-store")


def test_a_document_of_an_open_collection_is_for_everybody(client):
    document = document_in(root_collection())
    assert client.get(document.url).status_code == 200
    assert client.get(document.url.replace("dogovor", "drugoy")).status_code == 404


def test_a_picture_of_a_private_collection_is_for_staff_only(client, admin_client):
    photo = approved_photo(collection=private_collection(restriction_type="login"))
    make_renditions(photo)
    url = Picture.of(photo).url
    assert client.get(url).status_code == 404
    answer = admin_client.get(url)
    assert (answer.status_code, answer["Cache-Control"]) == (200, "private, no-store")
