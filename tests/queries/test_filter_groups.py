"""Groups of config.toml in the warehouse: checked against the exports, and no more of one than the viewer may see."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers import breadth
from helpers.small_company import Built, built
from hiring.access.viewer import Viewer
from hiring.warehouse.asking import Warehouse

GROUPS = '[region_groups]\nEverywhere = ["South", "North"]\n[role_groups]\nDesk = ["Inside sales"]\n'


@pytest.fixture(scope="module")
def company(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return built(tmp_path_factory.mktemp("groups"), config_toml=GROUPS)


def groups(company: Built, regions: tuple[str, ...], roles: tuple[str, ...]) -> list[tuple[object, ...]]:
    viewer = Viewer("v", "sales", regions, roles, sees_names=False)
    frame = Warehouse(company.folder).ask("shared/filter_groups", viewer, {})
    return [tuple(row) for row in frame.itertuples(index=False)]


def test_groups_come_in_the_order_of_the_settings(company: Built) -> None:
    assert groups(company, ("North", "South"), ("Inside sales",)) == [
        ("regions", "Everywhere", "South", 2),
        ("regions", "Everywhere", "North", 2),
        ("role_profiles", "Desk", "Inside sales", 1),
    ]


def test_a_group_shows_only_members_the_viewer_may_see(company: Built) -> None:
    assert groups(company, ("North",), ()) == [("regions", "Everywhere", "North", 2)]
    assert groups(company, (), ()) == []


@pytest.mark.parametrize(
    ("text", "told"),
    breadth.first(
        1,
        [
            (
                '[region_groups]\nEMEA = ["North", "Noth"]',
                "config.toml · region_groups.EMEA · found 'Noth' · wanted a region of the exports, "
                "such as North, South",
            ),
            (
                '[region_groups]\nNorth = ["South"]',
                "config.toml · region_groups.North · found a group named like a region · wanted a name of its own",
            ),
            (
                '[role_groups]\nAll = ["Desk"]',
                "config.toml · role_groups.All · found 'Desk' · wanted a role of the exports, such as Inside sales",
            ),
        ],
    ),
)
def test_a_group_the_exports_do_not_know_refuses_the_build_in_one_line(
    tmp_path: Path, text: str, told: str
) -> None:
    result = built(tmp_path, config_toml=text).result
    assert result.outcome == "refused"
    (message,) = result.messages
    assert str(message).startswith(told)
