"""Tells other apps what the directory adds to their pages and counts; imported once all models are loaded."""

from industries.figure_counters import register as register_counters
from industries.site_enterprises import counts_by_site, enterprises_of_site
from technopolis.site_parts import register_site_enterprises

register_site_enterprises(enterprises_of_site, counts_by_site)
register_counters()
