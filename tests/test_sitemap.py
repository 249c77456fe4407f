import re

from exports.models import ExportCase
from industries.models import Enterprise
from technopolis.models import TechnopolisPage


def addresses(client):
    return re.findall(r"<loc>http://[^/]+(/[^<]*)</loc>", client.get("/sitemap.xml").content.decode())


def test_every_address_of_the_sitemap_answers(shared_demo_site, db, client):
    found = addresses(client)
    assert len(found) == len(set(found))
    assert {address for address in found[:: len(found) // 20] if client.get(address).status_code != 200} == set()


def test_the_sitemap_names_the_records_visitors_may_see_and_no_others(shared_demo_site, db, client):
    found = {address for address in addresses(client) if address.startswith("/enterprises/")}
    shown = {f"/enterprises/{enterprise.slug}/" for enterprise in Enterprise.objects.shown()}
    assert found - {"/enterprises/"} == shown
    assert len(shown) == 92


def test_the_tools_of_the_zone_are_named_while_its_page_is_open(shared_demo_site, db, client):
    tools = {f"/technopolis/{name}/" for name in ("benefits", "calculator", "compare", "enquiries")}
    assert tools <= set(addresses(client))
    TechnopolisPage.objects.get().unpublish()
    assert not tools & set(addresses(client))


def test_a_record_taken_back_leaves_the_sitemap(shared_demo_site, db, client):
    case = ExportCase.objects.live().first()
    address = case.get_absolute_url()
    assert address in addresses(client)
    case.unpublish()
    assert address not in addresses(client)
