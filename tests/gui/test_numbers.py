"""Numbers as people read and type them."""

from math import inf, nan

import pytest
from PySide6.QtCore import QLocale

from gui import numbers


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.4472135955, "0.447"),
        (0.2, "0.200"),
        (1, "1.00"),
        (9.996, "10.0"),
        (12.34, "12.3"),
        (999.6, "1,000"),
        (1240, "1,240"),
        (999_999.0, "999,999"),
        (1e6, "1.00e6"),
        (1.2345e12, "1.23e12"),
        (1e-3, "0.00100"),
        (9.99e-4, "1.0e−3"),
        (1.23e-7, "1.2e−7"),
        (-0.5, "−0.500"),
        (-3e-8, "−3.0e−8"),
        (0, "0"),
        (nan, "NaN"),
        (inf, "∞"),
        (-inf, "−∞"),
    ],
)
def test_a_figure_has_three_digits(value: float, text: str) -> None:
    assert numbers.figure(value) == text


@pytest.mark.parametrize(
    ("share", "text"), [(0, "0 %"), (1e-9, "1 %"), (0.893, "89 %"), (0.9999, "99 %"), (1, "100 %")]
)
def test_only_none_is_0_percent_and_only_all_is_100(share: float, text: str) -> None:
    assert numbers.percent(share) == text


def test_powers_are_raised() -> None:
    assert numbers.raised("0.25^5 = 0.00098, 2^10 = 1024") == "0.25⁵ = 0.00098, 2¹⁰ = 1024"


def test_counts_and_chosen_numbers_keep_all_digits() -> None:
    assert numbers.whole(-12345) == "−12,345"
    assert numbers.exact(0.012345) == "0.012345"
    assert numbers.exact(1e-5) == "1e−5"
    assert numbers.exact(-2.0) == "−2"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (2**63 - 1, "9,223,372,036,854,775,807"),
        (2**63, "9.22e18"),
        (-(10**25), "−1.00e25"),
        (10**400, "1.00e400"),
    ],
)
def test_a_count_longer_than_qt_counts_is_still_written(value: int, text: str) -> None:
    assert numbers.whole(value) == text


def test_another_language_has_another_decimal_mark() -> None:
    QLocale.setDefault(QLocale("de_DE"))
    assert numbers.figure(1240.0) == "1.240"
    assert numbers.figure(1.2e-7) == "1,2e−7"
    assert numbers.exact(0.01) == "0,01"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0.5", 0.5),
        ("0,5", 0.5),
        (" −1e-4 ", -1e-4),
        ("1e−5", 1e-5),
        ("3", 3.0),
        ("", None),
        ("abc", None),
        ("nan", None),
        ("1e999", None),
        ("1_0", None),
        ("1,0.5", None),
    ],
)
def test_a_number_may_be_typed_with_comma_or_point(text: str, value: float | None) -> None:
    assert numbers.parse(text) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("300", 300),
        ("1,000", 1000),
        ("1.000", 1000),
        ("1 000 000", 1_000_000),
        ("−3", -3),
        ("1,00", None),
        ("1.5", None),
        ("", None),
        ("٣", None),
    ],
)
def test_a_whole_number_may_have_its_thousands_apart(text: str, value: int | None) -> None:
    assert numbers.parse_whole(text) == value


@pytest.mark.parametrize("value", [0.1, 1e-7, 0.447, 123.456, 99999.0, 2.0**-20])
def test_what_a_field_shows_can_be_typed_again(value: float) -> None:
    assert numbers.parse(numbers.exact(value)) == pytest.approx(value, rel=1e-9)


@pytest.mark.parametrize(
    ("value", "steps", "rung"),
    [
        (0.01, 1, 0.02),
        (0.02, 1, 0.05),
        (0.05, 1, 0.1),
        (0.01, -1, 0.005),
        (0.03, 1, 0.05),
        (0.03, -1, 0.02),
        (0.3, 10, 500.0),
        (1000.0, -3, 100.0),
    ],
)
def test_the_ladder_is_1_2_5(value: float, steps: int, rung: float) -> None:
    assert numbers.ladder(value, steps) == rung
