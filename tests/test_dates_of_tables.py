"""What editors type into cells is taken the way they type it."""

import pytest

from portal.figures.validators import validate_partial_date
from portal.imports.cells import CellProblem, partial_date_cell, validated_cell

read = validated_cell(partial_date_cell, validate_partial_date)


@pytest.mark.parametrize(
    ("given", "kept"),
    [("29.10.2025", "2025-10-29"), ("1.2.2025", "2025-02-01"), ("10.2025", "2025-10"), ("2025-10", "2025-10")],
)
def test_a_date_known_to_the_day_or_the_month_is_kept_in_one_spelling(given, kept):
    assert read(given) == kept


@pytest.mark.parametrize("given", ["31.02.2025", "вчера", "13.2025", "29 октября 2025 года"])
def test_what_is_no_date_is_refused(given):
    with pytest.raises(CellProblem):
        read(given)
