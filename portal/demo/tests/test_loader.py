import io

import pytest
from django.core.management import CommandError, call_command
from wagtail.models import Locale, Page, PageLogEntry, Site

from media.enums import CreditStatus
from media.models import CreditDecision, Photo, PhotoSlot
from portal.accounts.models import User
from portal.core.models import SectionPage, SiteIdentity
from portal.figures.models import Figure, FigureValue
from portal.figures.public.changes import public_changes
from portal.longread.models import LandscapePage, WorkforceSectionPage

pytestmark = pytest.mark.django_db


@pytest.fixture
def loaded(shared_demo_site, db):
    return LandscapePage.objects.get()


def sections_of(article):
    """Return the pages under the article that are sections of it, not entrances of the portal."""
    return [page for page in article.get_children().specific() if isinstance(page, SectionPage)]


def test_everything_is_live_and_the_root_of_the_site(loaded, client):
    assert len(sections_of(loaded)) == 9
    assert all(page.live for page in loaded.get_descendants())
    response = client.get("/")
    assert response.status_code == 200
    assert "Московский промышленный ландшафт" in response.content.decode()


def test_a_second_load_if_empty_changes_nothing(loaded):
    section = WorkforceSectionPage.objects.get()
    section.heading = "Правка редактора"
    section.save_revision().publish()
    before = (FigureValue.objects.count(), Photo.objects.count(), CreditDecision.objects.count())
    output = io.StringIO()
    call_command("load_demo", "--if-empty", stdout=output)
    assert "не загружаются" in output.getvalue()
    assert WorkforceSectionPage.objects.get().heading == "Правка редактора"
    assert (FigureValue.objects.count(), Photo.objects.count(), CreditDecision.objects.count()) == before


def test_a_second_load_is_refused_in_words(loaded):
    with pytest.raises(CommandError, match="В базе уже есть статья"):
        call_command("load_demo", stdout=io.StringIO())


def test_every_published_figure_has_one_current_value(loaded):
    assert all(figure.values.filter(is_current=True).count() == 1 for figure in Figure.objects.live())
    assert FigureValue.objects.count() == 102


def test_the_feed_of_changes_tells_what_sources_have_said_one_after_the_other(loaded):
    rows = [(row.title, row.before, row.after) for row in public_changes()]
    assert [tuple(text.replace("\u00a0", " ") for text in row) for row in rows] == [
        (
            "Инфраструктура ОЭЗ",
            "более 2 млн м² (январь 2026 года)",
            "более 2,1 млн м² (февраль 2026 года)",
        ),
        (
            "Занято в промышленности Москвы",
            "более 750 000 специалистов (август 2025 года)",
            "более 755 000 специалистов (октябрь 2025 года)",
        ),
    ]


def test_the_moderators_list_has_photos_in_every_state(loaded):
    listed = set(CreditStatus.values) - {CreditStatus.WITHDRAWN}
    assert set(Photo.objects.values_list("credit_status", flat=True)) == listed


def test_plates_are_approved_by_somebody_else_than_their_uploader(loaded):
    for decision in CreditDecision.objects.filter(to_status=CreditStatus.APPROVED).select_related("photo"):
        assert decision.decided_by_id != decision.photo.uploaded_by_user_id


def test_three_places_wait_for_photos_of_the_press_service(loaded):
    slots = PhotoSlot.objects.select_related("stand_in", "rights_holder")
    assert len(slots) == 3
    assert all(slot.photo_id is None and slot.stand_in.is_cleared for slot in slots)
    assert {slot.credit_line for slot in slots} == {
        "Фото: Пресс-служба Департамента инвестиционной и промышленной политики города Москвы"
    }


def test_each_section_has_a_history_that_names_the_editor(loaded):
    assert all(child.latest_revision_id and child.live_revision_id for child in loaded.get_descendants())
    editor = User.objects.get(username="editor")
    for section in loaded.get_descendants():
        actions = PageLogEntry.objects.filter(page=section.pk, user=editor).values_list("action", flat=True)
        assert "wagtail.publish" in set(actions)


def test_every_section_would_pass_the_admin_s_own_checks(loaded):
    for section in sections_of(loaded):
        section.full_clean()
        if isinstance(section, SectionPage):
            section.body.stream_block.clean(section.body)
        assert section.collect_publication_problems() == []


def test_the_first_page_of_wagtail_gives_way_to_the_article(loaded):
    assert Site.objects.get(is_default_site=True).root_page_id == loaded.pk
    assert [page.specific_class for page in Page.objects.filter(depth=2)] == [LandscapePage]
    assert set(Locale.objects.values_list("language_code", flat=True)) == {"ru", "en"}
    assert SiteIdentity.objects.get().name == Site.objects.get().site_name == "Промышленный ландшафт"
