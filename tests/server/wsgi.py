"""The portal with its uploads beside it, which a web server in front of it would serve."""

import os

os.environ["DJANGO_SETTINGS_MODULE"] = "tests.server.settings"

from django.conf import settings
from whitenoise import WhiteNoise

from portal.wsgi import application as portal_application

application = WhiteNoise(
    portal_application, root=settings.MEDIA_ROOT, prefix=settings.MEDIA_URL, autorefresh=True, max_age=31_536_000
)
