"""Makes clearly synthetic photos in any number, most of them without a file, for measurements only."""

import random
from datetime import timedelta

from django.utils import timezone

from media.enums import BasisOfUse, CreditStatus, PeopleShown, SourceType
from media.models import Photo, PhotoSlot, Rendition
from media.tests.factories import RightsHolderFactory, UserFactory, root_collection

BATCH = 1_000
HOLDERS, UPLOADERS, USED_EVERY = 12, 8, 200
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


def thumbnail(photo: Photo) -> Rendition:
    """Return the row of the small picture; no list opens its file."""
    name = f"images/synthetic-{photo.pk}.{THUMBNAIL}.png"
    return Rendition(image=photo, filter_spec=THUMBNAIL, focal_point_key="", file=name, width=165, height=103)


def slot(photo: Photo) -> PhotoSlot:
    """Return a place where the photo stands."""
    name = f"Место для измерений {photo.pk}"
    return PhotoSlot(name=name, rights_holder=photo.rights_holder, credit_line="—", stand_in=photo)
