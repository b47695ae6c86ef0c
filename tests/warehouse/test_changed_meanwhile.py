"""Exports that change while a build reads them: it is refused, unless somebody only decided about one more pair."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from helpers import breadth
from helpers.small_company import Built, built
from hiring.identity.decisions import Decision, append
from hiring.warehouse import build as building

MATCHES = "system,system_id,employee_id,confirmed_by,confirmed_on\ncrm,U-Q,A,Hana,2026-07-01\n"
CHANGED = (
    "the exports · found a file that changed while it was read · wanted files that stay still · build refused · "
    "build again when the export is written"
)


def _decide(exports: Path) -> None:
    append(exports, Decision("crm", "U-X", "B", True, "Hana", date(2026, 7, 1)))
    append(exports, Decision("crm", "U-X", "A", False, "Hana", date(2026, 7, 1)))


def _edit(exports: Path) -> None:
    (exports / "matches.csv").write_text(MATCHES.replace("Hana", "Ines"))


def _cut(exports: Path) -> None:
    (exports / "matches.csv").write_text(MATCHES.splitlines()[0] + "\n")


def _take_away(exports: Path) -> None:
    (exports / "opportunities.csv").unlink()


def _cut_deals(exports: Path) -> None:
    path = exports / "opportunities.csv"
    path.write_bytes(path.read_bytes()[:-30])


def _append_to_employees(exports: Path) -> None:
    with (exports / "employees.csv").open("a") as file:
        file.write("\n")


def _built_while(where: Path, act: Callable[[Path], None], monkeypatch: pytest.MonkeyPatch) -> Built:
    """A build during which somebody does something to the exports once they are read."""
    fill = building._fill

    def filled(*values):
        act(where / "exports")
        return fill(*values)

    with monkeypatch.context() as patch:
        patch.setattr(building, "_fill", filled)
        return built(where, {"matches": MATCHES})


def test_decisions_made_meanwhile_wait_for_the_next_build(tmp_path: Path, monkeypatch) -> None:
    assert _built_while(tmp_path, _decide, monkeypatch).result.outcome == "served"
    kept = {
        name: (tmp_path / "exports" / f"{name}.csv").read_text() for name in ("matches", "refused_matches")
    }
    joined = built(tmp_path, kept)
    assert joined.one("select count(*) from marts.crm_logins where matched_by = 'confirmed'") == 1


@pytest.mark.parametrize("act", breadth.first(1, [_edit, _cut, _take_away, _cut_deals, _append_to_employees]))
def test_any_other_change_refuses_the_build(act, tmp_path: Path, monkeypatch) -> None:
    refused = _built_while(tmp_path, act, monkeypatch)
    assert [str(message) for message in refused.result.messages] == [CHANGED]
