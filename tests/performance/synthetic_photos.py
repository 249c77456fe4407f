"""Makes clearly synthetic photos in any number, with or without their files, for measurements only."""

import random
from datetime import timedelta

from django.core.files.base import ContentFile
from django.utils import timezone

from media.enums import BasisOfUse, CreditStatus, PeopleShown, SourceType
from media.models import Likeness, Photo, PhotoSlot, Rendition
from media.renditions import FORMATS, WIDTHS, specification
from media.tests.factories import RightsHolderFactory, UserFactory, picture_file, root_collection

BATCH = 1_000
HOLDERS, UPLOADERS, USED_EVERY, ALIKE_EVERY = 12, 8, 200, 20
COMPLETE_BASES = (BasisOfUse.OWN, BasisOfUse.PUBLIC_DOMAIN)
SUBJECTS = ("Пресс", "Печь", "Станок", "Кран", "Цех", "Причал", "Котёл")
THUMBNAIL = "max-165x165"


def synthetic(number: int, chance: random.Random, people: list, holders: list, collection: object) -> Photo:
    """Return one photo that is not saved; its title tells that it shows nothing."""
    status = chance.choice([CreditStatus.PENDING, *CreditStatus])
    ends = chance.choice([None, None, timedelta(days=chance.randrange(-60, 400))])
    lacks_alt = status == CreditStatus.DRAFT and chance.random() < 0.5
    photo = Photo(
        title=f"Синтетический снимок {number:05}: {chance.choice(SUBJECTS)}",
        file=f"original_images/synthetic-{number:05}.png",
        width=640, height=400, file_size=1_000, collection=collection,
        file_hash=f"{number - (number % 50 == 1):040x}",  # one in fifty is the file of the one before
        perceptual_hash=f"{chance.getrandbits(64):016x}",
        alt_text="" if lacks_alt else "Ничего: снимок для измерений",
        rights_holder=chance.choice(holders), basis=chance.choice(COMPLETE_BASES), people_shown=PeopleShown.NONE,
        source_type=chance.choice([SourceType.PHOTOGRAPH, SourceType.DRAWING]), credit_status=status,
        rights_valid_until=None if ends is None else timezone.localdate() + ends,
        uploaded_by_user=chance.choice(people),
    )  # fmt: skip
    photo.search_text = photo.text_to_search()
    return photo


def make_photos(count: int, seed: int = 1147) -> None:
    """Add ``count`` photos to those there are; the newest ones have the small picture the admin's lists show."""
    chance = random.Random(seed + Photo.objects.count())
    people, holders = UserFactory.create_batch(UPLOADERS), RightsHolderFactory.create_batch(HOLDERS)
    collection, first = root_collection(), Photo.objects.count()
    for start in range(first, first + count, BATCH):
        numbers = range(start, min(start + BATCH, first + count))
        photos = Photo.objects.bulk_create([synthetic(n, chance, people, holders, collection) for n in numbers])
        Rendition.objects.bulk_create([thumbnail(photo) for photo in photos])
        PhotoSlot.objects.bulk_create([slot(photo) for photo in photos[::USED_EVERY]])
        Likeness.objects.bulk_create(likenesses(photos[::ALIKE_EVERY]))


def likenesses(photos: list[Photo]) -> list[Likeness]:
    """Return the likeness of each photo to the next one, told of both."""
    pairs = list(zip(photos[::2], photos[1::2], strict=False))
    return [Likeness(photo=one, twin=other, distance=3) for pair in pairs for one, other in (pair, pair[::-1])]


def thumbnail(photo: Photo) -> Rendition:
    """Return the row of the small picture; no list opens its file."""
    name = f"images/synthetic-{photo.pk}.{THUMBNAIL}.png"
    return Rendition(image=photo, filter_spec=THUMBNAIL, focal_point_key="", file=name, width=165, height=103)


def slot(photo: Photo) -> PhotoSlot:
    """Return a place where the photo stands."""
    name = f"Место для измерений {photo.pk}"
    return PhotoSlot(name=name, rights_holder=photo.rights_holder, credit_line="—", stand_in=photo)


def make_stored_photos(count: int) -> list[Photo]:
    """Add ``count`` photos that wait for a decision, each with an original of its own in the storage."""
    people, holder, collection = UserFactory.create_batch(UPLOADERS), RightsHolderFactory(), root_collection()
    content = picture_file(1600, 1000, "JPEG").read()
    photos = []
    for number in range(count):
        photo = Photo(
            title=f"Синтетический снимок съёмки {number:03}", collection=collection,
            file_hash=f"{number:040x}", alt_text="Ничего: снимок для измерений", rights_holder=holder,
            basis=BasisOfUse.OWN, people_shown=PeopleShown.NONE, credit_status=CreditStatus.PENDING,
            uploaded_by_user=people[number % UPLOADERS],
        )  # fmt: skip
        photo.file.save("picture.jpg", ContentFile(content), save=False)
        photo.width, photo.height = 1600, 1000
        photo.search_text = photo.text_to_search()
        photos.append(photo)
    return Photo.objects.bulk_create(photos)


def make_files_known(photos: list[Photo]) -> None:
    """Write a row for every file visitors would get of ``photos``; none of the files is there."""
    for start in range(0, len(photos), UPLOADERS * 10):
        Rendition.objects.bulk_create(
            Rendition(
                image=photo, filter_spec=specification(width, name), focal_point_key="", width=width, height=width,
                file=f"images/{photo.pk}-{photo.file_hash[:8]}.width-{width}.{name}",
            )
            for photo in photos[start : start + UPLOADERS * 10] for width in WIDTHS for name in FORMATS
        )  # fmt: skip
