from portal.listing.facet_index import FacetIndex
from portal.listing.record_order import keys_of_page, order_of

INDEX = FacetIndex(["a", "b", "c", "d"])
ORDER = order_of(INDEX, ["d", "unheard-of", "b", "a", "c"])


def test_a_page_holds_the_found_in_order():
    assert keys_of_page(INDEX, ORDER, 0b1011, 0, 2) == ["d", "b"]
    assert keys_of_page(INDEX, ORDER, 0b1011, 2, 2) == ["a"]


def test_nothing_found_is_an_empty_page():
    assert keys_of_page(INDEX, ORDER, 0, 0, 2) == []
