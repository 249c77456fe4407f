"""Where-used is complete for the portal's own models: whatever place they give a photo, it is found there."""

from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.db.models import ProtectedError

from media.photo_uses import uses_of
from media.tests.factories import PhotoFactory
from media.tests.public_files import PICTURES, telling_files
from tests.places import all_places

PLACES = {place.name: place for place in all_places()}


@pytest.mark.parametrize("name", sorted(PLACES))
def test_a_photo_is_found_in_each_place_the_models_allow_and_kept_while_it_is_there(shared_demo_site, db, name):
    photo = PhotoFactory()
    owner = PLACES[name].fill(photo)
    assert (type(owner), owner.pk) in {(type(use.record), use.record.pk) for use in uses_of(photo)}
    with pytest.raises(ProtectedError):
        photo.delete()


def test_the_places_are_those_the_portal_has():
    labels = {name.split(":")[0] for name in PLACES}
    assert len(PLACES) > len(labels) > 20
    assert {"core.siteidentity.social_image", "media.photoslot.photo", "exports.casephoto.photo"} <= labels


def test_no_public_file_of_the_demo_tells_of_a_place_a_camera_or_an_earlier_picture(shared_demo_site, db):
    made = [path for path in Path(settings.MEDIA_ROOT).rglob("*") if path.suffix in PICTURES]
    assert len(made) > 200
    assert telling_files(settings.MEDIA_ROOT) == {}


def test_no_picture_of_the_portal_among_the_static_files_tells_anything_either():
    folders = [
        Path(app.path) / "static" for app in apps.get_app_configs() if settings.BASE_DIR in Path(app.path).parents
    ]
    own = [folder for folder in folders if ".venv" not in folder.parts and folder.exists()]
    assert own
    assert {str(folder): telling_files(folder) for folder in own if telling_files(folder)} == {}
