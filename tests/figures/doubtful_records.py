"""Records and pages with something doubtful in them, and ways to make them public."""

from wagtail.rich_text import RichText

from exports.models import ExportsIndexPage
from exports.tests.factories import ExportCaseFactory, ExportFactFactory, TradeEventFactory
from industries.models import EnterpriseIndexPage, IndustryIndexPage, IndustryPage
from industries.tests.factories import EnterpriseFactory, make_entrance
from portal.accounts.tests.factories import make_editor
from portal.figures.tests.factories import FigureFactory
from portal.figures.truth import allow_publication, doubts_of
from portal.longread.tests.factories import make_article
from technopolis.models import BenefitsSectionPage, SiteEvent, SiteFact, StatedTotal, TechnopolisPage
from technopolis.tests.factories import BenefitFactory, SiteFactory, TaxRateFactory, ZoneFactory

REASON = "Число дал заказчик, письмо ждём."


def doubtful_enterprise(**values):
    enterprise = EnterpriseFactory(live=False, **values)
    enterprise.figures = [FigureFactory(status="contradicted")]
    enterprise.save()
    return enterprise


def doubtful_site():
    return SiteFactory(live=False, joined_year=2017, joined_status="contradicted")


def site_with_a_doubtful_fact():
    site = SiteFactory(live=False)
    site.facts.add(SiteFact(text="Построено два корпуса", status="without-source"))
    site.save()
    return site


def site_with_a_doubtful_event():
    site = SiteFactory(live=False)
    site.events.add(SiteEvent(happened="1963", text="Основан завод", status="without-source"))
    site.save()
    return site


def doubtful_fact():
    return ExportFactFactory(live=False, status="contradicted")


def doubtful_case():
    return ExportCaseFactory(live=False, status="without-source")


def doubtful_event():
    return TradeEventFactory(live=False, status="contradicted")


DOUBTFUL_RECORDS = [
    doubtful_enterprise, doubtful_site, site_with_a_doubtful_fact, site_with_a_doubtful_event, doubtful_fact,
    doubtful_case, doubtful_event,
]  # fmt: skip


def answer_for(holder):
    for doubt in doubts_of(holder):
        allow_publication(holder, doubt.subject, make_editor(f"editor-{holder.pk}"), REASON)


def by_saving(record):
    record.live = True
    record.save()


def by_single_fields(record):
    record.live = True
    record.save(update_fields=["live"])


def by_publishing(record):
    record.save_revision().publish()


def page_of_exports():
    return make_entrance(ExportsIndexPage)


def page_of_the_directory():
    return make_entrance(EnterpriseIndexPage)


def page_of_the_zone():
    return make_entrance(TechnopolisPage, zone=ZoneFactory())


def page_of_the_industry():
    parent = make_entrance(IndustryIndexPage)
    industry = EnterpriseFactory().industry
    return parent.add_child(instance=IndustryPage(title="Приборы", industry=industry, locale=parent.locale))


def section_with(section, **body):
    article = make_article()
    article.add_child(instance=section)
    return section


def section_of_benefits():
    section = BenefitsSectionPage(title="Льготы", slug="benefits", heading="Льготы", live=False)
    benefit = {"title": "Налог", "figures": [], "text": RichText("<p>Ставка.</p>"), "tax": "profit", "steps": []}
    section.body = [("benefits", [benefit])]
    return section_with(section)


def live_and_answered(make):
    record = make()
    answer_for(record)
    by_saving(record)
    return record


def live_fact():
    return live_and_answered(doubtful_fact)


def live_case():
    return live_and_answered(doubtful_case)


def live_event():
    return live_and_answered(doubtful_event)


def live_enterprise():
    return live_and_answered(doubtful_enterprise)


def live_site():
    return live_and_answered(site_with_a_doubtful_event)


def live_rate(factory=TaxRateFactory):
    rate = factory(is_published=False, status="contradicted")
    answer_for(rate)
    rate.is_published = True
    rate.save()
    return rate


def live_benefit():
    return live_rate(BenefitFactory)


def zone_with_a_doubtful_total():
    zone = ZoneFactory()
    zone.stated_totals.add(StatedTotal(measure="area", figure=FigureFactory(status="contradicted")))
    answer_for(zone)
    zone.save()
    return zone
