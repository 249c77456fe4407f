"""Eight people with a section each, for tests that have them all work at once on a served site."""

from media.models import RightsHolder
from portal.accounts.models import User
from portal.longread.models import ConclusionSectionPage, LandscapePage

PEOPLE = 8
PASSWORD = "vosem-raznyh-lyudej-1147"


def load_people() -> None:
    """Let eight people in who may do everything, and give each a draft of a section in the article."""
    article = LandscapePage.objects.first()
    RightsHolder.objects.get_or_create(name="Для измерений", defaults={"credit_line": "Фото: для измерений"})
    for number in range(PEOPLE):
        User.objects.create_superuser(f"person-{number}", f"person-{number}@example.com", PASSWORD)
        section = ConclusionSectionPage(title="Итог", slug=f"end-{number}", heading="Итог", live=False)
        article.add_child(instance=section)
        section.save_revision()
