"""Groups of regions and roles in `config.toml`: read in their order, or refused in one clear line."""

from __future__ import annotations

from pathlib import Path

import pytest

from hiring.config import ConfigError, ValueGroup
from hiring.loading.settings import company_settings


def settings(folder: Path, text: str) -> tuple[ValueGroup, ...]:
    (folder / "config.toml").write_text(text, encoding="utf-8")
    return company_settings(folder).groups


def test_groups_are_read_in_the_order_they_are_written_in(tmp_path: Path) -> None:
    text = (
        '[role_groups]\n"New business" = ["Desk"]\n'
        '[region_groups]\nEMEA = ["DACH", " UK ", "DACH"]\nAPAC = ["Japan"]\n'
    )
    assert settings(tmp_path, text) == (
        ValueGroup("region_groups", "regions", "EMEA", ("DACH", "UK")),
        ValueGroup("region_groups", "regions", "APAC", ("Japan",)),
        ValueGroup("role_groups", "role_profiles", "New business", ("Desk",)),
    )


def test_without_groups_there_are_none(tmp_path: Path) -> None:
    assert settings(tmp_path, "") == ()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('region_groups = "EMEA"', "region_groups · found 'EMEA' · wanted a table such as EMEA = "),
        (
            "[region_groups]\nEMEA = []",
            "region_groups.EMEA · found an empty group · wanted at least one region",
        ),
        (
            '[region_groups]\nEMEA = "DACH"',
            "region_groups.EMEA · found 'DACH' · wanted a list of regions such as ",
        ),
        ("[role_groups]\nAll = [1]", "role_groups.All · found 1 · wanted the name of a role"),
        ('[role_groups]\nAll = [" "]', "role_groups.All · found ' ' · wanted the name of a role"),
        (
            '[region_groups]\n"A, B" = ["DACH"]',
            "region_groups · found 'A, B' · wanted a name of 1 to 40 letters",
        ),
        ('[region_groups]\n" " = ["DACH"]', "region_groups · found ' ' · wanted a name of 1 to 40 letters"),
        (f'[region_groups]\n{"x" * 41} = ["DACH"]', "region_groups · found 'xxxx"),
        (
            "[region_groups]\n" + "\n".join(f'g{number} = ["DACH"]' for number in range(51)),
            "region_groups · found 51 groups · wanted at most 50",
        ),
    ],
)
def test_a_group_that_cannot_be_used_is_refused_in_one_line(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(ConfigError) as caught:
        settings(tmp_path, text)
    assert str(caught.value).startswith(f"config.toml · {told}")
    assert "\n" not in str(caught.value)
