"""The dashboard without a browser: a page of it, on a warehouse of the sample, whole or with files missing."""

from __future__ import annotations

import inspect
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pandas as pd
import pytest
import streamlit as st
from streamlit.runtime.pages_manager import PagesManager
from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

from helpers import breadth, shared
from hiring import metrics
from hiring.access.viewer import Viewer
from hiring.serving import evidence, session
from hiring.statistics.company import CompanyEvidence
from hiring.warehouse import pointer
from hiring.warehouse.asking import NotBuiltError, Warehouse
from hiring.warehouse.build import Request, build
from hiring.warehouse.evidence import making, names

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "data" / "sample"
DEFAULT_PAGE = "overview"
CLOCK = date(2026, 7, 1)  # the day of every build here: the sample's data end on the day before
EARLY = date(2022, 6, 30)

#: Files that one company lacks together: at every landing a page without one of them is that of a company without all
#: of the first line that holds it. In proof it lacks alone what the test names.
MISSED_TOGETHER = (
    {"ratings", "check_ins", "job_changes", "requirement_changes"},
    {"interviews", "ratings"},
    {
        *("requisitions", "requirement_changes", "requisition_requirements", "role_briefs_read"),
        *("working_agreement", "touchpoints", "incidents"),
    },
    {
        *("role_profiles", "performance_reviews", "candidate_surveys"),
        *("sourcing_costs", "employment_costs"),
    },
    {"applications", "interviews", "ratings", "candidate_surveys"},
)

App = Callable[..., AppTest]
WarehouseWithout = Callable[..., Path]


def _after_the_front_door(begin: Callable[..., None]) -> Callable[..., None]:
    """As on a server whose front door has been opened: before that, Streamlit takes `pages/` for the menu itself."""

    def begun(self: PagesManager, *values: object, **named: object) -> None:
        begin(self, *values, **named)
        PagesManager.uses_pages_directory = False

    return begun


@pytest.fixture(scope="session")
def warehouse_without() -> WarehouseWithout:
    """`warehouse_without("quotas", "applications")`: the sample's warehouse as if these files had not come.

    Nor, at every landing, those that are missed together with them. Each is built once a run, by whichever of its
    processes needs it first; for reading only.
    """

    def without(*tables: str) -> Path:
        together = next((those for those in MISSED_TOGETHER if those >= set(tables)), set(tables))
        missing = breadth.some(together, set(tables))
        left_out = {f"{table}.csv" for table in missing}
        assert not left_out - {path.name for path in SAMPLE.iterdir()}, "no such file in the sample"

        def make(begun: Path) -> None:
            shutil.copytree(SAMPLE, begun / "exports", ignore=lambda _folder, names: left_out & set(names))
            result = build(Request(begun / "exports", begun / "warehouse", clock=CLOCK))
            assert result.is_good, "\n".join(map(str, result.messages))

        return shared.once(f"without-{'-'.join(sorted(missing))}", make) / "warehouse"

    return without


@pytest.fixture(scope="session")
def early_warehouse() -> Path:
    """The sample's warehouse as it was in its second year, with fewer hires than anybody is compared from."""

    def make(begun: Path) -> None:
        assert build(Request(SAMPLE, begun / "warehouse", clock=CLOCK, as_of=EARLY)).is_good

    return shared.once("early", make) / "warehouse"


@pytest.fixture(scope="session")
def altered_warehouse() -> Path:
    """The sample with but three hires of Channel, its fiscal year from April, and off what must be turned on."""

    def make(begun: Path) -> None:
        shutil.copytree(SAMPLE, begun / "exports")
        settings = begun / "exports" / "config.toml"
        text = settings.read_text(encoding="utf-8")
        for told, other in (
            ("fairness = true", "fairness = false"),
            ("second_look_list = true", "second_look_list = false"),
            ("fiscal_year_starts_in = 1", "fiscal_year_starts_in = 4"),
        ):
            assert f"\n{told}" in text
            text = text.replace(f"\n{told}", f"\n{other}")
        settings.write_text(text, encoding="utf-8")
        people = pd.read_csv(begun / "exports" / "employees.csv", dtype=str)
        channel = people.index[people["role_profile"] == "Channel"]
        people.loc[channel[3:], "role_profile"] = "Mid-market"
        people.to_csv(begun / "exports" / "employees.csv", index=False)
        assert build(Request(begun / "exports", begun / "warehouse", clock=CLOCK)).is_good

    return shared.once("altered", make) / "warehouse"


#: What a test may ask for beside `app` that changes nothing of what is drawn.
CHANGE_NOTHING = frozenset(
    {
        *("app", "sample_warehouse", "warehouse_without", "early_warehouse", "altered_warehouse"),
        *("tiles_without_a_card",),
    }
)
#: Pages drawn for tests that change nothing, for the next such test: by address, filters and warehouse.
_drawn: dict[object, AppTest] = {}


def _changes_nothing(request: pytest.FixtureRequest) -> bool:
    """Whether the test, as far as its own fixtures tell, only reads what is drawn."""
    asked = {*inspect.signature(request.function).parameters, *_used(request.node)}
    given = getattr(getattr(request.node, "callspec", None), "params", {})
    return asked - set(given) <= CHANGE_NOTHING


def _used(test: pytest.Item) -> Iterator[str]:
    for mark in test.iter_markers("usefixtures"):
        yield from mark.args


@pytest.fixture
def app(
    sample_warehouse: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> Iterator[App]:
    """`app("outcomes", {"role_profiles": ["Channel"]}, warehouse=…)`: that page, drawn.

    The page goes by its address, the filters as they stand in the URL; without `warehouse` it shows the sample. Its
    evidence is worked out as soon as the page asks for it, unless it is drawn with `has_evidence=False`. Of tests that
    change nothing the next gets the very drawing of the one before, unless that one drew it again.
    """
    may_share, runs = _changes_nothing(request), dict[object, int]()

    def given(
        page: str = DEFAULT_PAGE,
        query: Mapping[str, str | list[str]] | None = None,
        warehouse: Path | None = None,
        *,
        has_evidence: bool = True,
    ) -> AppTest:
        folder = warehouse or sample_warehouse
        monkeypatch.setenv("HIRING_WAREHOUSE", str(folder))
        if has_evidence:
            monkeypatch.setattr(evidence, "making", SimpleNamespace(kept=_worked_out))
        session.warehouse.clear()  # it is kept for the whole process, and another test may show another folder
        monkeypatch.setattr(PagesManager, "__init__", _after_the_front_door(PagesManager.__init__))
        key = (page, repr(query), folder, pointer.named(folder))
        if not may_share or key in runs or key not in _drawn:
            at = _watched(_begun(page, query), runs, key)
            at.run()
            assert at._finished_page_script_hash == calc_hash(page), f"the front door has no page at /{page}"
            if not may_share:
                return at
            _drawn[key] = at
        runs[key] = 0
        return _watched(_drawn[key], runs, key)

    yield given
    for key, again in runs.items():
        if again:
            _drawn.pop(key, None)


def _begun(page: str, query: Mapping[str, str | list[str]] | None) -> AppTest:
    at = AppTest.from_file(ROOT / "streamlit_app.py", default_timeout=60)
    at._page_hash = calc_hash(page)
    for name, value in (query or {}).items():
        at.query_params[name] = value
    return at


def _watched(at: AppTest, runs: dict[object, int], key: object) -> AppTest:
    """The drawing, which counts how often this test draws it again."""

    def run(*given: Any, **named: Any) -> AppTest:
        runs[key] = runs.get(key, 0) + 1
        return AppTest._run(at, *given, **named)

    at._run = run  # type: ignore[method-assign]  # every way to draw again leads here, that of an element too
    return at


def _worked_out(folder: Path, version: str) -> CompanyEvidence:
    """The evidence of a warehouse, worked out by the first page that asks for it: not every page does."""
    if not (folder / names.name_for(version)).exists():
        with suppress(NotBuiltError):
            making.made(Warehouse(folder))
    return making.kept(folder, version)


@pytest.fixture
def seen_by(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """`seen_by(sees_names=False)`: whoever looks is the local viewer with this changed, and is not local."""
    local = session._viewer_of

    def changed(**changes: object) -> None:
        def other(version: str) -> Viewer:
            return replace(local(version), viewer_id="other", role="hr", **changes)

        monkeypatch.setattr(session, "_viewer_of", other)

    return changed


@pytest.fixture
def without_names(monkeypatch: pytest.MonkeyPatch) -> None:
    """A viewer who may see every region and role, and no name."""
    local = session._viewer_of

    def nameless(version: str) -> Viewer:
        who = local(version)
        return Viewer("hr-partner", "hr", who.regions, who.role_profiles, sees_names=False)

    monkeypatch.setattr(session, "_viewer_of", nameless)  # for the questions, too


@pytest.fixture
def offered(monkeypatch: pytest.MonkeyPatch) -> dict[str, Callable[[], bytes]]:
    """What the pages drawn offer to take out: the key of the button, and what a click on it asks for."""
    files: dict[str, Callable[[], bytes]] = {}
    draw = st.download_button

    def kept(label: str, data: Callable[[], bytes], *values: Any, **named: Any) -> bool:
        files[named["key"]] = data
        return draw(label, data, *values, **named)

    monkeypatch.setattr(st, "download_button", kept)
    return files


@pytest.fixture(scope="session")
def tiles_without_a_card() -> Callable[[AppTest], list[str]]:
    """Labels of a drawn page's tiles that no card defines, or whose help does not begin with the definition."""

    def without(at: AppTest) -> list[str]:
        window = at.session_state["_scope"]
        found = []
        for tile in at.metric:
            card = metrics.labelled(tile.label)
            told = "".join(letter for letter in tile.help if letter != "\\")
            # A label may name the tile's hires instead: then its help alone says which card it is of.
            cards = metrics.CARDS if card is None else (card,)
            if not any(told.startswith(one.defined(window)[:20]) for one in cards):
                found.append(tile.label)
        return found

    return without
