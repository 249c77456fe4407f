"""A unit leaves no number without its word."""

import pytest
from django.core.exceptions import ValidationError

from portal.core.numbers import UnitKind
from portal.figures.models import Unit


@pytest.mark.parametrize(
    ("values", "fields"),
    [
        ({"kind": UnitKind.COUNT}, {"one"}),
        ({"kind": UnitKind.COUNT, "one": "завод"}, {"few", "many"}),
        ({"kind": UnitKind.MEASURE, "symbol": "га", "many": "гектаров"}, {"one", "few"}),
    ],
)
def test_a_unit_without_its_words_is_refused_at_their_fields(values, fields):
    with pytest.raises(ValidationError) as refused:
        Unit(**values).clean()
    assert set(refused.value.error_dict) == fields


@pytest.mark.parametrize(
    "values",
    [
        {"kind": UnitKind.COUNT, "one": "завод", "few": "завода", "many": "заводов"},
        {"kind": UnitKind.COUNT, "symbol": "шт."},
        {"kind": UnitKind.PERCENT},
    ],
)
def test_words_or_a_symbol_are_enough(values):
    Unit(**values).clean()
