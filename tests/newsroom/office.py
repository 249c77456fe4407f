"""The office: an article, entrances, records and people; every page type that can show a photo is there."""

from datetime import timedelta

from django.apps import apps
from django.utils import timezone
from wagtail.models import Locale

from exports.tests.factories import ExportCaseFactory, TradeEventFactory
from industries.models import IndustryIndexPage, IndustryPage
from industries.tests.factories import EnterpriseFactory, IndustryFactory, MarketFactory
from media.enums import SourceType
from media.models import Photo
from media.tests.factories import PhotoFactory, RightsHolderFactory, UserFactory, picture_file
from portal.accounts.tests.factories import make_administrator
from portal.core.models import IndexPage, SectionPage, SiteIdentity
from portal.figures.tests.factories import FigureFactory
from portal.longread.tests.factories import make_article
from technopolis.tests.factories import SiteFactory

COLOURS = ("#2F4A63", "#A82A1F", "#3F6B3A", "#C9A227", "#5A3D7A", "#1F8A8A")


def page_types(base):
    """Return every page type below ``base`` that the apps have."""
    return [model for model in apps.get_models() if issubclass(model, base)]


def made(model, **values):
    """Return a page of a type with the records it can't do without."""
    needed = [field for field in model._meta.local_fields if field.many_to_one and not field.null]
    return model(**values, **{field.name: field.related_model.objects.first() for field in needed})


def marked(number):
    """Return the words by which a photo is known in any text, in any of its fields."""
    return {
        "title": f"Название mark{number}x",
        "alt_text": f"Описание mark{number}x",
        "own_credit_line": f"Подпись mark{number}x",
        "creator": f"Автор mark{number}x",
    }


class Office:
    """Everything there is before the first step; nothing uses a photo yet."""

    def __init__(self):
        self.editor, self.moderator, self.chief = UserFactory(), UserFactory(), make_administrator()
        self.holders = [RightsHolderFactory(), RightsHolderFactory()]
        self.photos, self.marks, self.colours = [], {}, iter(COLOURS * 9)
        for _photo in range(3):
            self.add_photo()
        self.article = make_article()
        self.make_records()
        self.make_pages()

    def add_photo(self):
        """Upload a photo with complete rights, waiting for a decision; the rights to every other one end soon."""
        number = len(self.photos)
        last_day = timezone.localdate() + timedelta(days=number // 2) if number % 2 == 0 else None
        photo = PhotoFactory(
            **marked(number), file=self.new_file(), source_type=SourceType.PHOTOGRAPH, uploaded_by_user=self.editor,
            rights_holder=self.holders[number % 2], rights_valid_until=last_day,
        )  # fmt: skip
        self.photos.append(photo.pk)
        self.marks[photo.pk] = f"mark{number}x"

    def new_file(self):
        """Return a small file that no photo has yet."""
        return picture_file(64, 40, colour=next(self.colours))

    def photo(self, number):
        """Return one of the photos as it is stored."""
        return Photo.objects.get(pk=self.photos[number % len(self.photos)])

    def make_pages(self):
        """Make every section as a draft, every entrance live, the story of an industry, the opening in English."""
        sections = [
            made(model, title="Раздел", slug=f"s{number}", heading="Раздел", live=False)
            for number, model in enumerate(page_types(SectionPage))
        ]
        entrances = [made(model, title=model.address.title(), heading="Перечень") for model in page_types(IndexPage)]
        self.sections = [self.article.add_child(instance=page) for page in sections]
        self.entrances = [self.article.add_child(instance=page) for page in entrances]
        above = next(page for page in self.entrances if isinstance(page, IndustryIndexPage))
        self.industry = above.add_child(instance=IndustryPage(title="О", industry=IndustryFactory(), live=False))
        english = Locale.objects.get_or_create(language_code="en")[0]
        self.english = self.article.copy_for_translation(english, copy_parents=True)
        self.english.save_revision().publish()

    def make_records(self):
        """Make one record of each kind that has a page of its own."""
        self.enterprise = EnterpriseFactory(markets=[MarketFactory()])
        self.case, self.event = ExportCaseFactory(), TradeEventFactory()
        self.site, self.figure = SiteFactory(), FigureFactory()
        self.identity = SiteIdentity.objects.get()

    @property
    def with_plates(self):
        """Pages with a picture of their own."""
        return [self.article, self.english, self.industry, *self.sections, *self.entrances]

    @property
    def with_photos(self):
        """Records with a list of photos."""
        return [self.enterprise, self.case, self.site]
