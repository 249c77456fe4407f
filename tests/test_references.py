import pytest
from wagtail.blocks import StreamBlock

from media.models import Photo
from portal.core.references import collect_stream_references, merge_references
from portal.figures.blocks import FigureStripBlock
from portal.figures.models import Figure
from technopolis.blocks import ThenNowBlock


def stream(*blocks):
    definition = StreamBlock([("strip", FigureStripBlock()), ("pair", ThenNowBlock())])
    return definition.to_python(list(blocks))


def strip(*keys):
    items = [{"type": "item", "id": f"item-{key}", "value": {"figure": key, "caption": ""}} for key in keys]
    return {"type": "strip", "id": "strip", "value": {"title": "", "figures": items}}


def test_references_are_read_in_order_and_once_without_the_database(django_assert_num_queries, db):
    value = stream(strip(3, 1), strip(1, 2))
    with django_assert_num_queries(0):
        assert collect_stream_references(value) == {Figure: [3, 1, 2]}


def test_a_missing_reference_is_no_reference():
    assert collect_stream_references(stream(strip(None))) == {}


def test_a_block_of_an_unknown_kind_is_passed_over():
    assert collect_stream_references(stream({"type": "gone", "id": "x", "value": 5}, strip(4))) == {Figure: [4]}


def test_nested_structures_are_read():
    side = {"period": "Прежде", "text": "", "photo": 7, "photo_caption": ""}
    pair = {"type": "pair", "id": "pair", "value": {"name": "Цех", "then": side, "now": {**side, "photo": 8}}}
    assert collect_stream_references(stream(pair)) == {Photo: [7, 8]}


@pytest.mark.parametrize("collections", [[], [{}], [{Figure: []}, {}]])
def test_merging_nothing_gives_nothing(collections):
    assert not any(merge_references(collections).values())


def test_merging_keeps_order_and_drops_repetitions():
    assert merge_references([{Figure: [2, 1]}, {Figure: [1, 3]}]) == {Figure: [2, 1, 3]}
