"""Which texts hold a name: the whole name in any spelling, never a part of it, never somebody else's."""

from __future__ import annotations

import unicodedata
from typing import Literal
from urllib.parse import quote

import pytest

from hiring.identity.addresses import address
from hiring.identity.folding import letters
from hiring.identity.name_forms import looks_like_a_name, name_words, same_name
from hiring.identity.spellings import Spellings

ADA = Spellings(["Ada Tansel"], ["Ada.Tansel@firm.example"])
LONG = Spellings(["Prof. Ada Marie van der Tansel, Jr."])
#: Bytes that stand for nothing in Windows' letters.
UNDEFINED = (0x81, 0x8D, 0x8F, 0x90, 0x9D)
JOSE = Spellings(["José Müller-Weiß"])


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("Ada Tansel", ("ada", "tansel")),
        ("Tansel, Ada", ("ada", "tansel")),
        ("Tansel, Ada Marie", ("ada", "marie", "tansel")),
        ("Dr. Ada Tansel, Ph.D.", ("ada", "tansel")),
        ("Ada Tansel Ph. D.", ("ada", "tansel")),
        ("Tansel, Jr., Ada", ("ada", "tansel")),
        ("Md Rahman", ("md", "rahman")),
        ("Ada", ("ada",)),
        ("O'Brien", ("obrien",)),
        (" - ", ()),
    ],
)
def test_the_words_of_a_name(name: str, wanted: tuple[str, ...]) -> None:
    assert name_words(name) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Ada Tansel",
        "ADA TANSEL",
        "ada tansel",
        "aDa tAnSeL",
        "met Ada Tansel on Monday",
        "Tansel, Ada",
        "Tansel,Ada",
        "TANSEL Ada",
        "Ada  Tansel",
        "Ada\tTansel",
        "Ada\nTansel",
        "Ada\u00a0Tansel",
        "Ada\u2009Tansel",
        "Ada\u3000Tansel",
        "Ada\u200bTansel",
        "ada\u200btansel",
        "Ada Tan\u00adsel",
        "by ada\u2060tansel.",
        "Ada-Tansel",
        "Ada\u2011Tansel",
        "Ada\u2014Tansel",
        "Ada_Tansel",
        "Ada/Tansel",
        "ada+tansel",
        "Ada's: Ada Tansel's deal",
        "“Ada Tansel”",
        "(Ada Tansel)",
        "Ada M. Tansel",
        "Ada Marie Tansel",
        "Ada-Marie Tansel",
        "ada_marie_tansel.csv",
        "Tansel, Ada Marie",
        "Dr. Ada Tansel",
        "Tansel, Dr. Ada",
        "Ada Tansel, Jr.",
        "Tansel Jr., Ada",
        "A. Tansel",
        "A.Tansel",
        "A Tansel",
        "Tansel, A.",
        "Tansel, A",
        "Tansel A.",
        "a_tansel",
        "Ada T.",
        "ada.tansel",
        "ada.tansel@firm.example",
        "ADA.TANSEL@FIRM.EXAMPLE",
        "<ada.tansel@firm.example>",
        "mailto:ada.tansel+crm@firm.example",
        "ada_tansel+crm@other.example",
        "atansel@other.example",
        "a.tansel@other.example",
        "tansela@other.example",
        "adatansel@other.example",
        "ada.tansel2@other.example",
        "AdaTansel",
        "adatansel",
        "ADATANSEL",
        "AdaTansel1985",
        "quotaAdaTansel.csv",
        "quota Ada Tansel.csv",
        "ada-tansel_deals.csv",
        "Ada Tansel Q1",
        "Q1_ADA_TANSEL",
        "Ada%20Tansel",
        "?owner=ada%2Etansel&x=1",
        "Ada&nbsp;Tansel",
        "Ada\\u0020Tansel",
        "Ａｄａ　Ｔａｎｓｅｌ",
        "Áda Tånsel",
        "Ada Tansel\u202e",
        "Ada Tansel (former)",
        "Ben Ross, Ada Tansel; Cem Led",
    ],
)
def test_a_spelling_of_the_name_is_found(text: str) -> None:
    assert ADA.holds(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Ada",
        "ada@other.example",
        "Tansel",
        "tansel@other.example",
        "Canada Tanselberg",
        "Canada",
        "Ada and Tansel",
        "Ada, Ben Tansel",
        "Ada Lovelace, Tansel Ltd",
        "Ben Tansel",
        "B. Tansel",
        "Adam Tansel",
        "Ada Tanselli",
        "adatanselli",
        "a tansel of sorts",
        "vitamin a: tansel",
        "atansel",
        "Nada Tansel",
        "\u0410\u0434\u0430 Tansel",  # Cyrillic
        "100 % of \\u & more",
        "@",
        "x@",
    ],
)
def test_a_part_of_the_name_or_another_one_is_not(text: str) -> None:
    assert not ADA.holds(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ada Tansel",
        "Ada van der Tansel",
        "van der Tansel, Ada",
        "Ada Marie van der Tansel",
        "ada_marie_van_der_tansel",
        "AdaMarieVanDerTansel",
        "VanderTansel Ada Marie",
        "Ada M. Tansel",
        "Marie Tansel",
        "Ada Marie Sue van der Tansel",
        "A. Tansel",
    ],
)
def test_a_long_name_is_found_short_and_long(text: str) -> None:
    assert LONG.holds(text)
    assert not LONG.holds("Ada Marie")


@pytest.mark.parametrize(
    "text",
    [
        "Jose Muller Weiss",
        "JOSÉ MÜLLER-WEISS",
        "jose.mueller-weiss@other.example",
        "Jose\u0301 Mu\u0308ller\u2010Weiß",
        "JosÃ© MÃ¼ller-WeiÃŸ",
        quote("José Müller-Weiß"),
        "Jos\\u00e9 M\\u00fcller-Wei\\u00df",
        "Jos&eacute; M&uuml;ller-Wei&szlig;",
        "José Weiß",
    ],
)
def test_accents_and_umlauts_are_one_spelling(text: str) -> None:
    assert JOSE.holds(text)


@pytest.mark.parametrize("name", ["김민준", "김 민준", "José Müller", "ナガシマ ケンジ", "Đặng Văn Đức"])
@pytest.mark.parametrize("form", ["NFC", "NFD", "NFKC", "NFKD"])
def test_a_name_is_found_however_its_letters_are_composed(name: str, form: Literal["NFC", "NFD"]) -> None:
    written = unicodedata.normalize(form, name)
    assert Spellings([name]).holds(f"({written})")
    assert Spellings([written]).holds(f"({name})")


@pytest.mark.parametrize(
    "text",
    [
        quote(quote("José Müller-Weiß")),
        "Jos&amp;eacute; M&amp;uuml;ller-Wei&amp;szlig;",
        "&lt;b&gt;José&lt;/b&gt; Müller-Weiß",
        "José&amp;nbsp;Müller-Weiß",
        "?q=Jos%26eacute%3B%20M%26uuml%3Bller-Wei%26szlig%3B",
    ],
)
def test_a_name_encoded_twice_is_found(text: str) -> None:
    assert JOSE.holds(text)


@pytest.mark.parametrize(
    "name", ["王小明", "김민준", "محمد الفارسي", "Анна Каренина", "Łukasz Ćwikła", "Siân Ó Sé"]
)
@pytest.mark.parametrize("misread", ["cp1252", "latin-1"])
def test_utf_8_taken_for_windows_letters_is_found_in_every_script(name: str, misread: str) -> None:
    raw = name.encode()
    written = "".join(
        bytes([one]).decode("latin-1" if misread == "latin-1" or one in UNDEFINED else misread) for one in raw
    )
    assert Spellings([name]).holds(f"({written})")


def test_umlauts_that_were_written_out_are_taken_back() -> None:
    assert Spellings(["Joerg Mueller"]).holds("für Jörg Müller")


@pytest.mark.parametrize(
    ("name", "held", "not_held"),
    [
        (
            "Rose Hill",
            ["Rose Hill won", "Hill, Rose"],
            ["a rose", "on the hill", "Rosehills"],
        ),
        (
            "Will May",
            ["Will May agreed"],
            ["I will", "in May", "will be in May", "may a. will"],
        ),
        ("Sam Park", ["spark@other.example"], ["a spark", "Spark", "a park", "same park"]),
        ("Ivan Will", ["I. Will", "Will, I."], ["I will call", "as I Will"]),
        (
            "Katrin Brandhöfer",
            ["saw K Brandhöfer today", "K\u00a0Brandhöfer: yes", "FROM K BRANDHOEFER"],
            [
                "vitamin k Brandhöfer",
                "Team K, Brandhöfer",
                "Team K / Brandhöfer",
                "on K brandhöfer",
                "Team K and Brandhöfer",
            ],
        ),
        (
            "John Ronald Reuel Tolkien",
            ["by J R R Tolkien"],
            ["R Tolkien wrote", "with j tolkien"],
        ),
        ("Anna O'Brien", ["Anna OBrien", "anna o brien", "Anna O’Brien"], ["Anna Brienne"]),
        ("Anna OBrien", ["Anna O'Brien", "Anna O’Brien"], ["to Anna O", "Brien"]),
        ("Ada", [], ["Final with Ada", "Canada", "AdaBoost", "adamant"]),
        ("North", [], ["North", "North region closed", "the north"]),
        ("Al So", ["Al So agreed", "So, Al"], ["also fine", "Also"]),
        ("Lin Da", ["Lin Da"], ["Linda", "linda@x.example"]),
        ("Nan Jing", ["Nan Jing", "nanjing"], []),
        ("Thomas James", ["James Thomas"], []),
        (
            "Pieter van der Berg",
            ["Van der Berg, Pieter", "Pieter Berg", "P. van der Berg", "pvanderberg@other.example"],
            [
                "Saskia van der Berg",
                "van der Berg straat",
                "Der Berg ruft",
                "Van Berg Logistics",
                "Pieter van der",
            ],
        ),
        (
            "João da Silva",
            ["joao silva", "Silva, João da"],
            ["Ana da Silva", "Da Silva Ltda", "ana.dasilva@x.example"],
        ),
        ("김 민준", ["김 민준", "김민준씨", "추천: 김민준은", "민준, 김"], ["민준", "김 씨", "큰김민준비"]),
        ("김민준", ["김 민준", "김민준은 좋다"], ["민준"]),
        ("王 小红", ["王小红", "见过王小红了"], ["小红"]),
        ("李 明", ["李明"], ["明 李子"]),
        ("Bo Y", ["Bo Y agreed", "with Y, Bo"], ["bo y", "boy", "Bo, Y", "Bo"]),
        ("O Ng", ["O Ng"], ["ong", "o ng"]),
        ("Siobhan O'Brien", [f"Siobhan O{sign}Brien" for sign in "'’`´ʼʻʹꞌˈ＇"], ["Siobhan Kelly"]),
        (
            "Siobhan O'Brien",
            [
                'Siobhan "Bo" O\'Brien',
                "Siobhan (Bo) O'Brien",
                "Siobhan ‘Bo’ O'Brien",
                "<b>Siobhan</b> O'Brien",
                "Siobhan<br>O'Brien",
                "<i>Siobhan</i> <b>O'Brien</b>",
                "Siobhan Quincy Rex O'Brien",
                "Siobhan M. K. O'Brien",
                "Siobhan von O'Brien",
                "O'Brien, Mary Siobhan",
                "Siobhan O'Briens laptop",
                "Siobhan\\tO'Brien",
                "Siobhan\\nO'Brien",
            ],
            [
                "Siobhan and O'Brien",
                "Siobhan y O'Brien",
                "Siobhan (left), O'Brien",
            ],
        ),
        ("Mary Ann Smith", ["Mary Ann S.", "Mary S."], ["Mary Ann", "Mary Ann Stone"]),
        ("Jörg Weiß", ["J%F6rg%20Wei%DF"], []),
        ("An Ng", ["An Ng", "Ng, An"], ["an ngo", "a. ng", "Ang", "angst"]),
        ("Li B", [], ["lib", "B list", "li b c"]),
        ("Анна Каренина", ["АННА КАРЕНИНА", "Каренина, Анна", "Каренина А."], ["Anna Karenina", "Анна"]),
        ("أحمد العلي", ["احمد العلي", "أحمـد العلى", "احمد العلی", "العلي، أحمد"], ["أحمد", "العلي"]),
        ("田中太郎", ["本日、田中太郎さんと会議", "田中太郎"], ["田中さん"]),
        ("R2D2", [], ["Dr. Who", "r d"]),
    ],
)
def test_names_made_of_words_need_the_whole_name(name: str, held: list[str], not_held: list[str]) -> None:
    spellings = Spellings([name])
    assert [text for text in held if not spellings.holds(text)] == []
    assert [text for text in not_held if spellings.holds(text)] == []


def test_a_form_that_may_be_another_persons_is_left() -> None:
    beside = Spellings(
        ["Ada Marie Tansel"], [], ["Anna Tansel", "Ada Tansel", "Tom Park"], ["atansel@firm.example"]
    )
    assert beside.holds("Ada Marie Tansel")
    assert not beside.holds("Ada Tansel")
    assert not beside.holds("A. Tansel")
    assert not beside.holds("atansel@firm.example")
    assert not beside.holds("atansel@other.example")


def test_a_name_turned_round_is_left_where_somebody_with_a_short_last_name_is_called_so() -> None:
    beside = Spellings(["Li Wei", "Le Van An"], [], ["Wei Li", "An Le Van"])
    assert beside.holds("asked Li Wei")
    assert not beside.holds("asked Wei Li")
    assert not beside.holds("An Le Van")


def test_an_initial_without_a_full_stop_is_left_where_it_may_be_another_persons() -> None:
    beside = Spellings(["Katrin Brandhöfer"], [], ["Karl Brandhöfer"])
    assert not beside.holds("saw K Brandhöfer today")


def test_the_very_same_name_is_found_whoever_bears_it_but_not_the_others_address() -> None:
    beside = Spellings(["Ada Tansel"], ["ada@home.example"], ["Ada Tansel"], ["ada.tansel@firm.example"])
    assert beside.holds("Ada Tansel")
    assert not beside.holds("write to ada.tansel@firm.example")
    assert beside.holds("write to ada.tansel@firm.example and ada@home.example")


def test_a_login_that_was_theirs_is_found_by_itself_unless_it_is_a_common_word() -> None:
    theirs = Spellings(
        ["Ada Tansel", "Sam Park"], ["atansel@firm.example", "spark@firm.example", "sales@firm.example"]
    )
    assert theirs.holds("synced by atansel")
    assert not theirs.holds("a spark of hope")
    assert not theirs.holds("the sales team")
    assert theirs.holds("sales@firm.example")


def test_a_longer_name_of_somebody_who_stays_guards_its_place_in_a_text() -> None:
    beside = Spellings(["Ada Byron"], [], ["Ada Byron-Kaya", "Clara Ada Byron", "Byron Ada"])
    for text in (
        "with Ada Byron-Kaya",
        "Byron-Kaya, Ada",
        "Clara Ada Byron won",
        "CLARA ADA BYRON",
        "Byron Ada",
    ):
        assert not beside.holds(text), text
    for text in ("Ada Byron-Kaya met Ada Byron", "Ada Byron", "Tom Ada Byron", "Ada Byron Kent"):
        assert beside.holds(text), text


def test_a_name_of_one_word_is_found_where_it_is_asked_for() -> None:
    assert Spellings(["Ada"]).holds("Final with Ada", lone=True)
    assert not Spellings(["Ada"]).holds("Canada", lone=True)
    assert Spellings(["Ada"]).is_all_of("ADA")


def test_a_login_of_their_address_without_their_name_is_found_where_it_cannot_be_a_word() -> None:
    theirs = Spellings(
        ["Siobhan O'Brien"], ["skywalker77@x.example", "moonriver@x.example", "office@x.example"]
    )
    for text in ("skywalker77", "by skywalker77.", "skywalker77@gmail.example", "skywalker77 @ x.example"):
        assert theirs.holds(text), text
    assert theirs.holds("moonriver@gmail.example")
    for text in ("skywalker", "skywalker771", "moonriver", "office@agency.example"):
        assert not theirs.holds(text), text
    beside = Spellings(["Siobhan O'Brien"], ["skywalker77@x.example"], [], ["skywalker77@firm.example"])
    assert not beside.holds("skywalker77")


@pytest.mark.parametrize(
    ("cell", "wanted"),
    [
        ("Ada Tansel", True),
        ("TANSEL, Áda", True),
        ("Dr. Ada Tansel", True),
        ("Tansel Ada", False),
        ("Ada M. Tansel", False),
        ("A. Tansel", False),
        ("Ada Tansel (left)", False),
    ],
)
def test_a_cell_is_exactly_the_name(cell: str, wanted: bool) -> None:
    assert ADA.is_exactly(cell) == wanted


def test_a_cell_that_is_the_name_and_nothing_else() -> None:
    spellings = Spellings(["Ada Tansel", "X"], [], ["Ada Tansel-Kaya"])
    for cell in ("Tansel, Ada", "Dr. Ada Tansel", "ada.tansel", "A. Tansel", "Ada M. Tansel", "X"):
        assert spellings.is_all_of(cell), cell
    for cell in ("Ada Tansel-Kaya", "Tansel", "Ada", "with Ada Tansel", "", "Xena"):
        assert not spellings.is_all_of(cell), cell
    assert not spellings.holds("X marks the spot")


def test_every_text_that_holds_a_name_has_an_anchor_in_its_letters() -> None:
    spellings = Spellings(["Ada Tansel", "An Ng", "Zoë"], ["q7@x.example", "zz.top@y.example"])
    texts = [
        "A. Tansel",
        "Ada T.",
        "Ng, An",
        "a. ng",
        "zoe",
        "q7+a@x.example",
        "zz.top@y.example",
        "ada_m_tansel",
    ]
    for text in texts:
        if spellings.holds(text):
            assert any(anchor in letters(text) for anchor in spellings.anchors), text


def test_nobody_to_look_for_is_found_nowhere() -> None:
    assert not Spellings([], [])
    assert not Spellings([], []).holds("Ada Tansel")
    assert not Spellings(["", " - "]).holds("")


@pytest.mark.parametrize(
    ("one", "other", "wanted"),
    [
        ("Ada Tansel", "TANSEL, ADA", True),
        ("José Weiß", "Jose Weiss", True),
        ("Ada Tansel", "Ada Tanseli", False),
        ("Dr. Ada Tansel", "Ada  Tansel", True),
        ("", "", False),
    ],
)
def test_two_cells_give_the_same_name(one: str, other: str, wanted: bool) -> None:
    assert same_name(one, other) == wanted


def test_an_address_is_compared_without_case_and_tag() -> None:
    assert address(" Ada.T+crm@Firm.Example ") == "ada.t@firm.example"
    assert address("no address") == ""


@pytest.mark.parametrize(
    ("cell", "wanted"),
    [
        ("Ada Tansel-Kaya", True),
        ("Ada van der O'Brien, Jr.", True),
        ("with Ada Tansel, on Monday", False),
        ("Mail: ada@other.example", False),
        ("ada tansel", False),
        ("Ada Tansel (left)", False),
    ],
)
def test_a_cell_looks_like_a_name(cell: str, wanted: bool) -> None:
    assert looks_like_a_name(cell) == wanted
