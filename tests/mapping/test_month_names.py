"""Months by name: a word of nine languages means one month, or none."""

from __future__ import annotations

from hiring.mapping.month_names import MONTHS, NAMES, plain


def test_no_word_stands_for_two_months() -> None:
    for word, month in MONTHS.items():
        assert [n for n, words in enumerate(NAMES, 1) if word in map(plain, words.split())] == [int(month)]


def test_words_are_compared_without_case_and_accents() -> None:
    assert [plain(word) for word in ("AOÛT", "März", "paź", "aou\u0302t")] == ["aout", "marz", "paz", "aout"]


def test_a_short_form_that_may_be_two_months_is_none() -> None:
    assert not {"jui", "ma", "ju", "j", "m"} & set(MONTHS)
