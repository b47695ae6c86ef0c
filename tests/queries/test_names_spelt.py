"""Names in the plain letters they are compared in, whatever the system that wrote them."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers.small_company import EMPLOYEES, Built, built

SPELT = {
    "Zoë Müller": "zoe muller",
    "MÜLLER, Zoë": "muller zoe",
    "Zoe\u0308 Mu\u0308ller": "zoe muller",
    "Łukasz Đorđević": "lukasz dordevic",
    "Søren Ægir Strauß": "soren aegir strauss",
    "İpek Yılmaz": "ipek yilmaz",
    "Siobhán O'Brien": "siobhan obrien",
    "Anne-Marie St. John": "anne marie st john",
    "jane.doe@mail.example": "jane doe",
    "Иван Петров": "иван петров",
    "田中 太郎": "田中 太郎",
    "<b>Null</b> 00123": "b null b",
    "12345": "",
}


@pytest.fixture(scope="module")
def company(tmp_path_factory: pytest.TempPathFactory) -> Built:
    rows = "".join(f'E{n},"{name}",,HR,,North,,2020-01-01,\n' for n, name in enumerate(SPELT))
    one = built(tmp_path_factory.mktemp("names"), {"employees": EMPLOYEES + rows})
    assert one.result.is_good, "\n".join(map(str, one.result.messages))
    return one


@pytest.mark.parametrize("name", SPELT)
def test_a_name_is_spelt_in_plain_letters(company: Built, name: str) -> None:
    spelt = dict(company.rows("select full_name, plain_name from marts.names_spelt"))
    assert spelt[name] == SPELT[name]


def test_titles_suffixes_and_what_is_no_word_are_left_out(tmp_path: Path) -> None:
    staff = EMPLOYEES.replace("Ben Second", '"Dr. Second, Ben A. Jr., DDS (00123)"')
    one = built(tmp_path, {"employees": staff})
    words = one.rows("select word, count_words from marts.name_words where person_id = 'B' order by word")
    assert words == [("a", 3), ("ben", 3), ("second", 3)]


@pytest.mark.proof
def test_a_word_longer_than_any_name_is_compared_by_its_beginning(tmp_path: Path) -> None:
    staff = EMPLOYEES.replace("Ben Second", f"Ben {'ab' * 30_000}")
    one = built(tmp_path, {"employees": staff})
    words = one.rows("select word from marts.name_words where person_id = 'B' order by word")
    assert words == [("ab" * 20,), ("ben",)]
