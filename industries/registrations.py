"""Tells other apps what the directory adds to their pages and counts; imported once all models are loaded."""

from django.utils.translation import gettext_lazy as _
from wagtail.permissions import register_permission_policy

from industries.figure_counters import register as register_counters
from industries.mentions import keeping, portal_texts
from industries.models import Enterprise
from industries.permissions import NobodyDeletesPolicy
from industries.site_enterprises import counts_by_site, enterprises_of_site
from portal.figures.public.supports import records_on, register_support
from technopolis.site_parts import register_site_enterprises

register_site_enterprises(enterprises_of_site, counts_by_site)
register_support("enterprises", records_on(Enterprise.objects.shown, _("Предприятия"), "enterprise", name="name"))
register_counters()
register_permission_policy(Enterprise, NobodyDeletesPolicy(Enterprise))
portal_texts.register()
keeping.connect()
