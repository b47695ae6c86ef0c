"""Which competency each reason to turn somebody down is about, in `config.toml`: read, or refused in one clear line."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers.small_company import BASE, built
from hiring.config import ConfigError, ReasonMeaning
from hiring.loading.settings import company_settings

PROFILES = """
role_profile,version,effective_on,competency,weight
Inside sales,1,2024-01-01,Discovery,1
"""


def settings(folder: Path, text: str) -> tuple[ReasonMeaning, ...]:
    (folder / "config.toml").write_text(text, encoding="utf-8")
    return company_settings(folder).reason_competencies


def test_a_reason_is_about_a_competency_the_whole_profile_or_nothing_in_it(tmp_path: Path) -> None:
    text = '[reason_competencies]\n" Weak Discovery" = "Discovery"\nmust-haves = true\n"team fit" = false\n'
    assert settings(tmp_path, text) == (
        ReasonMeaning("weak discovery", "Discovery", is_asked=True),
        ReasonMeaning("must-haves", "", is_asked=True),
        ReasonMeaning("team fit", "", is_asked=False),
    )
    assert settings(tmp_path, "") == ()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            'reason_competencies = "x"',
            "reason_competencies · found 'x' · wanted a table such as \"weak discovery\" = ",
        ),
        (
            "[reason_competencies]\nfit = 3",
            'reason_competencies."fit" · found 3 · wanted the name of a competency, true (',
        ),
        ('[reason_competencies]\nfit = " "', "reason_competencies.\"fit\" · found ' ' · wanted the name of"),
        ('[reason_competencies]\n" " = true', "reason_competencies · found ' ' · wanted a reason as it is"),
        (
            '[reason_competencies]\nFit = true\n"fit " = false',
            "reason_competencies · found 'fit ' a second time · wanted each reason once",
        ),
        (
            "[reason_competencies]\n" + "\n".join(f"r{number} = true" for number in range(1_001)),
            "reason_competencies · found 1,001 reasons · wanted at most 1,000",
        ),
    ],
)
def test_a_reason_that_cannot_be_used_is_refused_in_one_line(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(ConfigError) as refused:
        settings(tmp_path, text)
    assert str(refused.value).startswith(f"config.toml · {told}")
    assert "\n" not in str(refused.value)


def test_a_competency_no_profile_has_refuses_the_build_in_one_line(tmp_path: Path) -> None:
    text = '[reason_competencies]\nx = "Discovry"\n'
    result = built(tmp_path, {**BASE, "role_profiles": PROFILES}, config_toml=text).result
    assert result.outcome != "served"
    assert str(result.messages[0]).startswith(
        "config.toml · reason_competencies.\"x\" · found 'Discovry' · "
        "wanted a competency of role_profiles, such as Discovery"
    )


def test_without_profiles_no_competency_is_held_against_them(tmp_path: Path) -> None:
    built(tmp_path, config_toml='[reason_competencies]\nx = "Discovry"\n').one(
        "select count(*) from marts.hires"
    )
