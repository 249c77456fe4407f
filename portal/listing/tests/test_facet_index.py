from hypothesis import given, settings
from hypothesis import strategies as st

from portal.listing.facet_index import FacetIndex

OPTIONS = range(4)
RECORDS = st.lists(
    st.tuples(st.sampled_from([None, *OPTIONS]), st.frozensets(st.sampled_from(OPTIONS), max_size=3)), max_size=30
)
SELECTIONS = st.fixed_dictionaries(
    {
        "one": st.frozensets(st.sampled_from([None, *OPTIONS]), max_size=3),
        "many": st.frozensets(st.sampled_from(OPTIONS), max_size=3),
    }
)


def index_of(records):
    index = FacetIndex(list(range(len(records))))
    index.bits["one"] = index.gather((number, one) for number, (one, _many) in enumerate(records))
    index.bits["many"] = index.gather(
        (number, option) for number, (_one, many) in enumerate(records) for option in many
    )
    return index


def found(records, selection):
    return sum(
        (not selection["one"] or one in selection["one"]) and (not selection["many"] or bool(many & selection["many"]))
        for one, many in records
    )


@settings(max_examples=60, deadline=None)
@given(records=RECORDS, selection=SELECTIONS)
def test_every_option_promises_what_ticking_it_finds(records, selection):
    index = index_of(records)
    assert index.found(selection, index.everything) == found(records, selection)
    for facet in selection:
        for option, counted in index.counts(facet, selection, index.everything).items():
            assert counted.after == found(records, {**selection, facet: selection[facet] ^ {option}})
            assert counted.alone == found(records, {**selection, facet: frozenset({option})})


def test_an_unknown_record_is_passed_over():
    index = FacetIndex([7])
    assert index.gather([(7, "a"), (8, "a")]) == {"a": 1}


def test_an_empty_list_counts_nothing():
    index = FacetIndex([])
    index.bits["one"] = {}
    assert index.found({"one": frozenset({1})}, index.everything) == 0
    assert index.counts("one", {}, 0) == {}
