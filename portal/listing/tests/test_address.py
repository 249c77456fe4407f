from portal.listing.address import ListingAddress

HERE = ListingAddress("/list/", (("q", "чип"), ("a", "1"), ("a", "2"), ("page", "3")))


def test_what_is_chosen_stands_in_the_address():
    assert ListingAddress("/list/").url == "/list/"
    assert ListingAddress("/list/", (("a", "1&2"),)).url == "/list/?a=1%262"


def test_a_change_leads_to_the_first_page():
    assert HERE.adding("b", "4").parameters == (("q", "чип"), ("a", "1"), ("a", "2"), ("b", "4"))
    assert HERE.removing("a", "1").parameters == (("q", "чип"), ("a", "2"))
    assert HERE.removing("a").parameters == (("q", "чип"),)
    assert HERE.setting("a", "").parameters == (("q", "чип"),)


def test_a_file_is_asked_for_below_the_list():
    assert HERE.keeping("a").below("csv").url == "/list/csv/?a=1&a=2"
