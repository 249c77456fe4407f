"""One shoot of photos that wait for a moderator, for the tests of the desk."""

import io

from django.core.files.base import ContentFile
from PIL import Image, ImageDraw

from media.decisions import decide
from media.enums import BasisOfUse, CreditStatus, PeopleShown
from media.models import Photo, RightsHolder
from portal.accounts.models import User

PHOTOS = 21


def load_shoot() -> None:
    """Upload the shoot as the demo's editor and send it to the moderators."""
    editor, holder = User.objects.get(username="editor"), RightsHolder.objects.order_by("pk").last()
    for number in range(1, PHOTOS + 1):
        photo = Photo.objects.create(
            title=f"Съёмка цеха {number}", file=drawn(number), alt_text=f"Станок № {number}", rights_holder=holder,
            basis=BasisOfUse.OWN, people_shown=PeopleShown.NONE, uploaded_by_user=editor,
        )  # fmt: skip
        decide(photo, CreditStatus.PENDING, editor)


def drawn(number: int) -> ContentFile:
    """Return a small picture that differs from every other of the shoot."""
    picture = Image.new("RGB", (320, 200), (40, 60 + number * 5, 90))
    pencil = ImageDraw.Draw(picture)
    for line in range(number):
        pencil.rectangle([line * 15, (line * 37 * number) % 180, line * 15 + 9, 199], fill=(200, 210, 220 - line * 6))
    output = io.BytesIO()
    picture.save(output, "PNG")
    return ContentFile(output.getvalue(), name=f"shoot-{number}.png")
