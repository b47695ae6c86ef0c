"""Names are folded in Python for erasing and in SQL for suggestions: both make the same letters of a name."""

from __future__ import annotations

from pathlib import Path

from helpers.small_company import EMPLOYEES, built
from hiring.identity.folding import letters

NAMES = (
    "José Müller-Weiß",
    "Jose\u0301 ÅSTRÖM",
    "İrem Yıldız",
    "Łukasz Sørensen",
    "Nguyễn Văn Đạt",
    "Æsa Þórsdóttir",
    "Anne‑Lise O’Brien",
    "Mary O'Neal Jr.",
    "J.R. Smith",
    "Zo\u00adra Ta\u200bnsel",
    "\u202eAda\u202c\u00a0Byron",
    "Анна Ёлкина",
    "ЙОСИФ Їжак",
    "Αθηνά Παππά",
    "محمد علي",
    "أحمـد آل على",
    "کریمی فاطمة",
    "Elşən Əliyev",
    "田中 太郎",
)


def test_python_and_sql_make_the_same_letters_of_a_name(tmp_path: Path) -> None:
    rows = "".join(f"N{place},{name},,Sales,,,,2024-01-15,\n" for place, name in enumerate(NAMES))
    company = built(tmp_path, {"employees": EMPLOYEES.rstrip() + "\n" + rows})
    spelt = dict(company.rows("select full_name, plain_name from marts.names_spelt"))
    assert {name: spelt[name].replace(" ", "") for name in NAMES} == {name: letters(name) for name in NAMES}
