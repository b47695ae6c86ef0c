"""The one folding of names: case, width, accents, invisible signs; other scripts stay what they are."""

from __future__ import annotations

import pytest

from hiring.identity.folding import decoded, folded, letters, plain, words, written_out


@pytest.mark.parametrize(
    ("written", "wanted"),
    [
        ("Ada TANSEL", "ada tansel"),
        ("José", "jose"),
        ("Jose\u0301", "jose"),
        ("Ａｄａ", "ada"),
        ("ﬁnn", "finn"),
        ("Weiß", "weiss"),
        ("WEIẞ", "weiss"),
        ("İrem Yıldız", "irem yildiz"),
        ("IŞIK", "isik"),
        ("Łukasz Sørensen Đorđe", "lukasz sorensen dorde"),
        ("Þór Ævar Œuvre", "thor aevar oeuvre"),
        ("Nguyễn", "nguyen"),
        ("Ta\u00adn\u200bs\u2060e\ufeffl", "tansel"),
        ("\u202eAda\u202c", "ada"),
        ("Ada\u00a0\u2009Tansel", "ada  tansel"),
        ("Йосиф Ёлкин", "иосиф елкин"),
        ("Анна", "анна"),
        ("Αθηνά", "αθηνα"),
        ("مُحَمَّد", "محمد"),
        ("محـمـد", "محمد"),
        ("أحمد إبراهيم آل", "احمد ابراهيم ال"),
        ("علی کریمی", "علي كريمي"),
        ("على فاطمة", "علي فاطمه"),
        ("Əliyev", "eliyev"),
        ("राम", "राम"),
        ("ガガ", "ガガ"),
        ("", ""),
    ],
)
def test_a_text_is_folded(written: str, wanted: str) -> None:
    assert folded(written) == wanted


def test_folding_twice_changes_nothing_more() -> None:
    for text in ("İ", "ß", "ﬃ", "Ǆ", "ŉ", "ΐ", "K", "Å", "ª", "½", "ẛ̣", "ÆØÅ", "Ŋ"):
        assert folded(folded(text)) == folded(text), text


def test_letters_of_another_script_are_not_taken_for_latin_ones() -> None:
    assert letters("\u0410\u0434\u0430") != letters("Ada")  # Cyrillic
    assert letters("राम") != letters("रम")


@pytest.mark.parametrize(
    "written",
    [
        "Ada Byron",
        "Ada_Byron",
        "Ada\u2011Byron",
        "Ada'Byron",
        "Ada’Byron",
        "ada.byron",
        "ADA  BYRON",
        "Ada7Byron",
    ],
)
def test_what_is_no_letter_parts_two_words(written: str) -> None:
    assert [word.letters for word in words(plain(written))] == ["ada", "byron"]
    assert letters(written) == "adabyron"


def test_a_capital_within_a_word_may_begin_one() -> None:
    assert [word.letters for word in words("quotaAdaByron", humps=True)] == ["quota", "ada", "byron"]
    assert [word.letters for word in words("ADABYRON", humps=True)] == ["adabyron"]


def test_invisible_signs_join_or_part() -> None:
    assert plain("Ada\u200bByron") == "AdaByron"
    assert plain("Ada\u200bByron", parted=True) == "Ada Byron"


@pytest.mark.parametrize(
    ("written", "wanted"),
    [
        ("Ada%20Byron", "Ada Byron"),
        ("Jos%C3%A9", "José"),
        ("Jos\\u00e9", "José"),
        ("Ada\\u{200b}Byron", "Ada\u200bByron"),
        ("Jos&eacute; &amp; co", "José & co"),
        ("JosÃ©", "José"),
    ],
)
def test_a_text_is_read_as_it_was_before_it_was_encoded(written: str, wanted: str) -> None:
    assert wanted in decoded(written)


def test_a_plain_text_has_no_other_reading() -> None:
    assert decoded("Ada Byron, 100 %") == []


def test_umlauts_are_written_out() -> None:
    assert written_out("Jörg Mu\u0308ller-Åse") == "joerg mueller-aase"
