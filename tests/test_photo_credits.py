"""The page of photo credits and the map of images: whose photos are public, where, and nothing else."""

import json
import re

import pytest
from wagtail.models import ReferenceIndex

from exports.models import ExportCase, ExportsIndexPage
from exports.tests.factories import ExportCaseFactory
from industries.models import Enterprise, EnterpriseIndexPage
from industries.tests.factories import EnterpriseFactory, make_entrance
from media.decisions import decide
from media.enums import BasisOfUse, CreditStatus, SourceType
from media.models import PhotoSlot
from media.public_places import public_places, used_photo_keys
from media.renditions import make_renditions
from media.tests.factories import PhotoFactory, RightsHolderFactory, UserFactory, approved_photo, picture_file
from portal.core.models import PhotosPage, SiteIdentity
from portal.longread.tests.factories import add_education, add_workforce, make_article
from technopolis.models import Site, TechnopolisPage
from technopolis.tests.factories import SiteFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def article():
    return make_article()


@pytest.fixture
def address(article):
    page = article.add_child(instance=PhotosPage(title="Авторы снимков", heading="Чьи снимки"))
    return page.url


def shown_photo(article, **values):
    """Return an approved photo with its files that stands in a section of ``article``."""
    photo = approved_photo(file=picture_file(500, 300), **values)
    make_renditions(photo)
    add_workforce(article, title=f"Раздел {photo.pk}", slug=f"section-{photo.pk}", plate=photo)
    return photo


def read(client, address, **asked):
    return client.get(address, asked).content.decode()


def test_a_shown_photo_is_listed_with_its_holder_author_terms_and_page(client, article, address):
    holder = RightsHolderFactory(name="Завод «Сталь»")
    photo = shown_photo(
        article, rights_holder=holder, creator="Анна Токарева", source_type=SourceType.PHOTOGRAPH,
        basis=BasisOfUse.CC_BY, license_url="https://creativecommons.org/licenses/by/4.0/",
        source_url="https://example.org/photo", usage_terms="С указанием автора",
    )  # fmt: skip
    text = read(client, address)
    for words in ("Завод «Сталь»", "Анна Токарева", "лицензия CC BY", "С указанием автора", f"Раздел {photo.pk}"):
        assert words in text
    assert f"#section-{photo.pk}" in text


def test_what_is_not_cleared_or_stands_nowhere_public_is_not_listed(client, article, address):
    approved_photo(creator="Неиспользованный")
    slot = approved_photo(creator="Ожидаемый")
    PhotoSlot.objects.create(name="Цех", rights_holder=slot.rights_holder, credit_line="x", stand_in=slot)
    draft = add_education(article, live=False, plate=PhotoFactory(creator="Черновик"))
    revoked = shown_photo(article, creator="Отозванный")
    decide(revoked, CreditStatus.REVOKED, UserFactory(), "отзыв")
    text = read(client, address)
    assert not draft.live
    assert not any(name in text for name in ("Неиспользованный", "Ожидаемый", "Черновик", "Отозванный"))


def test_the_list_narrows_to_a_holder_an_author_or_a_photo_and_tells_search_engines(client, article, address):
    first = shown_photo(article, creator="Анна", source_type=SourceType.PHOTOGRAPH)
    second = shown_photo(article, creator="Борис", source_type=SourceType.PHOTOGRAPH)
    for asked in ({"holder": first.rights_holder_id}, {"author": "Анна"}, {"photo": first.pk}):
        text = read(client, address, **asked)
        assert first.credit_line in text
        assert f'class="photo__credit">{second.credit_line}' not in text
        assert 'content="noindex, follow"' in text
    assert "noindex" not in read(client, address)


@pytest.mark.parametrize("asked", [{"holder": "x"}, {"photo": "9" * 40}, {"author": "\x00"}, {"page": "тысяча"}])
def test_what_can_not_be_read_is_no_fault(client, address, asked):
    assert client.get(address, asked).status_code == 200


def test_queries_do_not_grow_with_photos(client, article, address, django_assert_num_queries):
    shown_photo(article)
    client.get(address)
    with django_assert_num_queries(21):
        client.get(address)
    for _ in range(4):
        shown_photo(article)
    with django_assert_num_queries(21):
        client.get(address)


def test_a_record_without_an_address_leads_to_the_pages_that_show_it(article):
    photo = approved_photo()
    SiteIdentity.objects.update_or_create(site=article.get_site(), defaults={"name": "Портал", "social_image": photo})
    assert used_photo_keys() == {photo.pk}
    assert [place.url for place in public_places([photo.pk])[photo.pk]] == ["/"]


@pytest.mark.parametrize(
    ("factory", "start"),
    [(ExportCaseFactory, "/exports/cases/"), (EnterpriseFactory, "/enterprises/"), (SiteFactory, "/technopolis/")],
)
def test_a_record_s_photo_is_listed_with_its_page_while_it_has_one(factory, start):
    photo, record = approved_photo(), factory(live=True)
    record.photos.add(record.photos.model(photo=photo))
    record.save()
    assert used_photo_keys() == set()
    model = {ExportCase: ExportsIndexPage, Enterprise: EnterpriseIndexPage, Site: TechnopolisPage}[type(record)]
    make_entrance(model, **({"zone": record.zone} if model is TechnopolisPage else {}))
    assert [place.url for place in public_places([photo.pk])[photo.pk]] == [f"{start}{record.slug}/"]
    assert used_photo_keys() == {photo.pk}
    type(record).objects.update(live=False)
    assert used_photo_keys() == set()


def test_the_index_of_references_is_all_that_is_asked(article):
    shown_photo(article)
    ReferenceIndex.objects.all().delete()
    assert used_photo_keys() == set()


def test_each_shown_picture_tells_machines_its_rights(client, article, address):
    photo = shown_photo(
        article, creator="Анна </script>", copyright_notice="© Анна", source_type=SourceType.AI_GENERATED
    )
    text = read(client, address)
    blocks = [json.loads(block) for block in re.findall(r'<script type="application/ld\+json">(.*?)</script>', text)]
    (picture,) = [block for block in blocks if block["@type"] == "ImageObject"]
    assert picture["creditText"] == photo.credit_line
    assert picture["creator"] == {"@type": "Person", "name": "Анна </script>"}
    assert picture["copyrightNotice"] == "© Анна"
    assert picture["acquireLicensePage"].endswith(f"/photos/?photo={photo.pk}")
    assert picture["contentUrl"].startswith("http")
    assert picture["digitalSourceType"].endswith("TrainedAlgorithmicMediaDigitalSource")
    assert "Изображение создано ИИ" in text


def test_the_map_of_images_holds_cleared_photos_by_page(client, article):
    shown, hidden = shown_photo(article), shown_photo(article)
    decide(hidden, CreditStatus.REVOKED, UserFactory(), "отзыв")
    text = client.get("/sitemap-images.xml").content.decode()
    assert re.findall(r"<loc>(.*?)</loc>", text) == ["http://testserver/"]
    assert re.findall(rf"/{shown.pk}-[0-9a-f]{{8}}\w*\.width-400\.jpg", text)
    assert f"/{hidden.pk}-" not in text
    assert "/sitemap-images.xml" in client.get("/robots.txt").content.decode()
