"""Who may see what: small groups, lists of people, written-out scopes; and the law of parameters."""

from __future__ import annotations

from datetime import date
from itertools import product
from pathlib import Path

import pandas as pd
import pytest

from helpers import breadth
from helpers.small_company import EMPLOYEES, Built, built
from hiring.access.scope import LISTS
from hiring.access.viewer import NotAllowedError, Rows, Viewer, local_viewer, permitted, to_be_shown
from hiring.warehouse import sql_files
from hiring.warehouse.asking import ABOUT, Warehouse

NAMELESS = Viewer("v", "review", ("North",), ("Inside sales",), sees_names=False)
FILTERS = {*LISTS, "hired_from", "hired_to", "outcome_window"}
#: What whoever heeds the viewer asks for, and the lists of a team, of which one is enough.
WHOSE = {"viewer_regions", "viewer_role_profiles", "viewer_sees_every_team"}
VIEWER = WHOSE | {"viewer_hires", "viewer_openings", "viewer_people"}
#: Assumptions of one calculation, not filters: they leave nobody out.
ASSUMPTIONS = {"gross_margin"}
#: The one hire an address names.
NAMED = {"hire"}
QUESTIONS = sorted(name for name in sql_files.questions() if not name.endswith("_in_scope"))


# Small groups


def _left(sizes: list[int]) -> list[int]:
    frame = pd.DataFrame({"label": [str(n) for n in range(len(sizes))], "count_hires": sizes})
    kept = permitted(frame, NAMELESS, Rows(counts="count_hires"), sees_everyone=True)
    assert list(frame["count_hires"]) == sizes, "the frame it was given was changed"
    assert list(kept.index) == list(range(len(kept)))
    return list(kept["count_hires"])


@pytest.mark.parametrize(
    ("sizes", "left"),
    [
        ([5, 6, 7], [5, 6, 7]),
        ([4, 6, 7], [7]),  # one hidden alone would be the total less the rest
        ([1, 2, 9], [9] if 1 + 2 >= 5 else []),  # three people together are no group either
        ([4, 4, 9], [9]),
        ([1, 1, 20, 30], [30]),
        ([0, 0, 5], [0, 0, 5]),
        ([0, 3, 8, 9], [0, 9]),
        ([0, 4], [0]),
        ([4], []),
        ([5], [5]),
        ([], []),
    ],
)
def test_a_group_under_five_is_hidden_and_never_the_total_less_the_rest(
    sizes: list[int], left: list[int]
) -> None:
    assert _left(sizes) == left


def test_what_is_hidden_is_no_group_by_itself_and_none_that_is_shown_is_small() -> None:
    for first in range(8):
        for second in range(8):
            for third in range(8):
                sizes = [first, second, third, 12]
                shown = _left(sizes)
                hidden = sum(sizes) - sum(shown)
                assert hidden == 0 or hidden >= 5
                assert all(size == 0 or size >= 5 for size in shown)


def test_whoever_sees_names_sees_every_group() -> None:
    frame = pd.DataFrame({"count_hires": [1, 2]})
    every = Rows(name_people=True, are_single=True, counts="count_hires", raw=("count_hires",))
    assert permitted(frame, local_viewer((), ()), every, sees_everyone=True) is frame


def test_a_list_of_people_is_refused_without_names() -> None:
    with pytest.raises(NotAllowedError, match="names people"):
        permitted(pd.DataFrame({"full_name": ["Ada"]}), NAMELESS, Rows(name_people=True), sees_everyone=True)


def test_raw_cells_are_for_who_sees_names_and_everyone() -> None:
    frame = pd.DataFrame({"found": ["Ada", None], "line": [7, 8], "reason": ["empty", "empty"]})
    rows = Rows(raw=("found", "line"))
    names = local_viewer((), ())
    assert permitted(frame, names, rows, sees_everyone=True) is frame
    for viewer, sees_everyone in ((names, False), (NAMELESS, True), (NAMELESS, False)):
        cut = permitted(frame, viewer, rows, sees_everyone=sees_everyone)
        assert cut[["found", "line"]].isna().all(axis=None)
        assert cut["reason"].tolist() == ["empty", "empty"]
    assert frame["found"].tolist()[0] == "Ada", "the frame it was given was changed"


def test_rows_for_sums_alone_keep_no_id_and_are_not_to_be_shown_without_names() -> None:
    frame = pd.DataFrame({"employee_id": ["ada@firm.example", None], "attainment": [0.5, 0.7]})
    rows = Rows(are_single=True)
    first, again, other = (
        permitted(frame, NAMELESS, rows, sees_everyone=True, key=one) for one in ("a", "a", "b")
    )
    assert first["attainment"].tolist() == [0.5, 0.7]
    assert first["employee_id"].isna().tolist() == [False, True]
    assert "ada" not in first["employee_id"][0]
    assert first["employee_id"][0] == again["employee_id"][0] != other["employee_id"][0]
    with pytest.raises(NotAllowedError, match="about single people"):
        to_be_shown(NAMELESS, rows)
    to_be_shown(NAMELESS, Rows(counts="count_hires"))
    to_be_shown(local_viewer((), ()), rows)


def test_a_small_group_that_keeps_its_row_loses_what_is_named_and_never_alone() -> None:
    frame = pd.DataFrame({"count_owners": [1, 6, 9], "amount": [10.0, 60.0, 90.0]})
    cut = permitted(frame, NAMELESS, Rows(counts="count_owners", hides=("amount",)), sees_everyone=True)
    assert cut["count_owners"].tolist() == [1, 6, 9]
    assert cut["amount"].isna().tolist() == [True, True, False]


@pytest.mark.parametrize(
    ("sizes", "left"),
    [
        ({"A": 9, "B": 7}, {"A": 9, "B": 7}),
        ({"A": 9, "B": 7, "C": 2}, {"A": 9}),  # alone, C would be the rows without a group
        ({"A": 9, "B": 3, "C": 2}, {"A": 9}),
        ({"A": 0, "B": 7}, {"A": 0, "B": 7}),
        ({"A": 3, "B": 1}, None),  # all together are a small group
    ],
)
@pytest.mark.parametrize("is_counted", [False, True])
def test_single_rows_of_a_small_group_are_told_under_no_group(
    sizes: dict[str, int], left: dict[str, int] | None, is_counted: bool
) -> None:
    if is_counted:
        frame = pd.DataFrame({"source": list(sizes), "count_hires": list(sizes.values()), "cost": 1.0})
        groups: tuple[str, ...] = ("source", "count_hires")
    else:
        sources = [name for name, size in sizes.items() for _ in range(size)]
        frame, groups = pd.DataFrame({"source": sources, "cost": 1.0}), ("source",)
    cut = permitted(frame, NAMELESS, Rows(are_single=True, groups=groups), sees_everyone=True)
    assert set(cut["source"].dropna()) == {name for name in left or {} if is_counted or sizes[name]}
    assert len(cut) == (0 if left is None else len(frame))
    assert permitted(frame, local_viewer((), ()), Rows(groups=groups), sees_everyone=True) is frame


# Scopes, over every question there is

SHARED = """
employee_id,full_name,work_email,department,role_profile,region,segment,hire_date,termination_date,manager_id
M1,Mona Manager,mona@firm.example,Sales,,,,2015-01-01,,M2
M2,Mia Manager,mia@firm.example,Sales,,,,2015-01-01,,
M3,Moe Manager,moe@firm.example,Sales,,,,2015-01-01,,M1
H1,Hana Recruiter,hana@firm.example,People team,,,,2016-01-01,,
A,Ada First,ada@firm.example,Sales,Inside sales,North,SMB,2024-01-10,,
B,Ben Second,ben@firm.example,Sales,Inside sales,North,SMB,2024-03-01,2024-12-31,
"""
DEALS = """
opportunity_id,owner_id,stage,is_won,amount,currency,created_on,closed_on,territory,account,kind
O0,A,Lost,false,1,EUR,2023-12-01,2026-06-30,,,
O1,A,Won,true,1000.00,EUR,2024-01-20,2024-02-01,,North account,new
O2,B,Won,true,500.50,EUR,2024-03-05,2024-06-10,,,
"""


MONTHS = [f"{year}-{month:02d}-01" for year in (2024, 2025, 2026) for month in range(1, 13)]


def _ended(applications: str) -> str:
    """The file with a day on which those of the south ended who were turned down."""
    head, *rows = applications.splitlines()
    return "\n".join(
        [f"{head},ended_on", *(f"{row},{'2026-06-01' if row[0] == 'Q' else ''}" for row in rows)]
    )


def _other_region(variant: int) -> dict[str, str]:
    """A company whose north never changes, and whose south is another one for each variant."""
    people, deals, quotas, applications, interviews, requisitions, costs = "", "", "", "", "", "", ""
    ratings, changes, briefs, surveys, looked_at = "", "", "", "", ""
    for n in range(2 + variant):
        who, day = f"S{variant}{n}", f"2024-0{1 + n + variant}-15"
        left = "2025-02-01" if variant else ""
        people += f"{who},South {who},s{who}@firm.example,Sales,Field sales,South,Big,{day},{left},\n"
        deals += f"D{who},{who},Won,true,{7000 + 999 * variant},EUR,{day},2025-0{1 + n}-20,South land,{who} Ltd,new\n"
        quotas += f"{who},2024-01-01,2024-12-31,{500 + variant},EUR\n"
        source = "Fair" if variant else "Board"
        applications += f"P{who},C{who},R{who},{source},2023-12-10,hired,{day},{day},{who},,\n"
        applications += f"Q{who},K{who},R{who},{source},2023-12-11,rejected,,,,hr,Why {variant}\n"
        interviews += f"I{who},P{who},final,{'M3' if variant else 'H1'},2023-12-20 09:00,held,{1 + variant}\n"
        # The second company's south has somebody of HR and a seller in one round.
        interviews += f"J{who},P{who},final,H1,2023-12-20 10:00,held,2\n" if variant else ""
        changes += f"R{who},2023-12-05,sales,industry,{3 + variant}\n"
        briefs += f"R{who},M1,H1,2023-12-0{2 + variant}\n"
        surveys += f"Q{who},2024-03-01,{3 + variant}\n"
        looked_at += f"{who},2024-06-2{variant},Discovery,{3 + variant}\n"
        ratings += f"I{who},Discovery,{2 + variant}\n"
        requisitions += f"R{who},Field sales,2023-12-01,South,Big,H1\n"
        applications += f"V{who},V{who},R{who},{source},2024-05-0{1 + n},active,,,,,\n"
        costs += "".join(f"{who},{month},{400 + variant},EUR\n" for month in MONTHS)
    people += (
        f"T{variant},Silent T{variant},t@firm.example,Sales,Field sales,South,Big,2025-03-0{1 + variant},,\n"
    )
    deals += f"DX,X{variant},Won,true,{50 + variant},EUR,2024-02-01,2025-02-20,South land,,\n"
    costs += "".join(f"{who},{month},90,EUR\n" for who in "AB" for month in MONTHS)
    # Somebody hired whom nobody is found for, like one person of the south, and known not to be another.
    applications += f"U{variant},CU{variant},RS{variant}0,Walk-in,2023-12-12,hired,2024-01-02,2024-01-03,,,\n"
    # Offers that somebody answered and nobody dated: one, or two.
    applications += "".join(
        f"W{n},CW{n},RS{variant}0,Fair,2024-04-01,offer_declined,,,,,\n" for n in range(1 + variant)
    )
    return {
        "candidates": "candidate_id,full_name,email\n"
        f"CU{variant},South S{variant}x,sS{variant}0@other.example\n",
        "refused_matches": "system,system_id,employee_id,refused_by,refused_on\n"
        f"ats_application,U{variant},T{variant},Hana,2024-02-01\n",
        "employees": SHARED.strip() + "\n" + people,
        "crm_users": "",
        "opportunities": DEALS.strip() + "\n" + deals,
        "quotas": "owner_id,period_start_on,period_end_on,amount,currency\n"
        "A,2024-01-01,2024-12-31,900,EUR\nB,2024-01-01,2024-12-31,800,EUR\n" + quotas,
        "applications": _ended(
            "application_id,candidate_id,requisition_id,source,applied_on,status,offered_on,"
            "accepted_on,employee_id,ended_by,reason\nPA,CA,RN,Board,2023-12-10,hired,2023-12-20,2023-12-21,A,,\n"
            "PN,CN,RN,Board,2023-12-10,rejected,,,,,\n" + applications
        ),
        "interviews": "interview_id,application_id,stage,interviewer_id,scheduled_for,status,recommendation\n"
        "IA,PA,final,M1,2023-12-19 09:00,held,3\n" + interviews,
        "ratings": "interview_id,competency,score\nIA,Discovery,4\n" + ratings,
        "working_agreement": "promise_id,promise,owed_by,starts_at,ends_at,within_days\n"
        "P1,Soon,hr,requisition_opened,intake_held,5\nP2,Told,sales,applied,candidate_told,9\n",
        "requisitions": "requisition_id,role_profile,opened_on,region,segment,recruiter_id\n"
        "RN,Inside sales,2023-12-01,North,SMB,H1\n" + requisitions,
        "incidents": "incident_id,opened_on,kind,raised_by,application_id,option_hr,option_sales,decision,resolved_on\n"
        "N1,2024-01-02,no_show,hr,PA,Wait,Go on,Wait,2024-01-05\n"
        f"N2,2024-01-02,no_show,hr,PS{variant}0,Wait,Go on,Wait,2024-01-0{6 + variant}\n",
        "requirement_changes": "requisition_id,changed_on,raised_by,what,lost_days\n" + changes,
        "role_briefs_read": "requisition_id,explained_by_id,read_by_id,happened_on\n" + briefs,
        "check_ins": "employee_id,held_on,competency,score\nA,2024-02-20,Discovery,4\n" + looked_at,
        "candidate_surveys": "application_id,answered_on,recommend_score\n" + surveys,
        "job_changes": "employee_id,effective_on,job_title,role_profile,region\n"
        f"S{variant}0,2024-09-0{1 + variant},Seller,Field sales,South\n"
        f"T{variant},2025-09-0{1 + variant},Seller,Inside sales,South\n",
        "employment_costs": "employee_id,month,amount,currency\n" + costs,
        "sourcing_costs": "source,month,amount,currency\n"
        + "".join(
            f"{source},{month},50,EUR\n" for source in ("Board", "Fair") for month in ["2023-12-01", *MONTHS]
        ),
    }


@pytest.fixture(scope="module")
def variants(tmp_path_factory: pytest.TempPathFactory) -> list[Built]:
    """Two companies that differ in their south only."""
    return [
        built(
            tmp_path_factory.mktemp(f"south{n}"),
            _other_region(n),
            as_of=date(2026, 6, 30),
            config_toml="second_look_list = true\n",
        )
        for n in range(2)
    ]


EVERYTHING: dict[str, object] = {
    "role_profiles": ["Inside sales", "Field sales", "Not given"],
    "regions": ["North", "South", "Not given"],
    "segments": ["SMB", "Big", "Not given"],
    "sources": ["Board", "Fair", "Not recorded"],
    "hired_from": date(2000, 1, 1),
    "hired_to": date(2026, 6, 30),
    "outcome_window": 6,
    "gross_margin": 0.7,
    "hire": "S00.2024-01-15",
}


def _viewer(*regions: str) -> Viewer:
    return Viewer("n", "hr", regions, ("Inside sales", "Field sales", "Not given"), sees_names=True)


def _heeds_the_viewer(question: str) -> bool:
    """Whether its rows are of the people a viewer may see; totals of the company are the same for everybody."""
    heeds = "viewer_regions" in sql_files.Query("", _composed(question)).parameters
    return heeds and not sql_files.questions()[question].header("company")


def _composed(question: str) -> str:
    every = sql_files.questions()
    return sql_files.composed(every[question], every)


#: What a source cost is the company's and split over all its hires, so these tell the size of the company.
COMPANY_COSTS = {
    "shared_result/cohorts": ["recruiting"],
    "sources/payback_by_hire": ["window_cost", "window_revenue"],
}
FOR_ESTIMATES = [name for name in QUESTIONS if sql_files.questions()[name].header("estimates")]
FOR_RIGHTS = [name for name in QUESTIONS if sql_files.questions()[name].header("rights")]
CONFINED = [name for name in QUESTIONS if sql_files.questions()[name].header("confined")]
SHOWN = [name for name in QUESTIONS if name not in (*FOR_ESTIMATES, *FOR_RIGHTS, *CONFINED)]
OVER_PEOPLE = [name for name in SHOWN if _heeds_the_viewer(name)]
NOT_OVER_PEOPLE = [name for name in SHOWN if not _heeds_the_viewer(name)]


@pytest.mark.parametrize("question", OVER_PEOPLE)
def test_a_viewer_of_the_north_gets_the_same_whatever_the_south_is_like(
    question: str, variants: list[Built]
) -> None:
    answers = [Warehouse(company.folder).ask(question, _viewer("North"), EVERYTHING) for company in variants]
    pd.testing.assert_frame_equal(*(one.drop(columns=COMPANY_COSTS.get(question, [])) for one in answers))
    everybody = [
        Warehouse(company.folder).ask(question, _viewer("North", "South", "Not given"), EVERYTHING)
        for company in variants
    ]
    assert not everybody[0].equals(everybody[1]), "the two companies do not differ in what is asked"


@pytest.mark.parametrize("question", OVER_PEOPLE)
def test_an_empty_scope_sees_nobody(question: str, variants: list[Built]) -> None:
    for viewer in (_viewer(), Viewer("n", "hr", ("North", "South"), (), sees_names=True)):
        frame = Warehouse(variants[0].folder).ask(question, viewer, EVERYTHING)
        counts = frame[[name for name in frame if str(name).startswith("count_")]]
        assert len(frame) == 0 or (len(counts.columns) and not counts.fillna(0).any(axis=None)), frame


#: At every landing each question with one of the filters, in turn; in proof with all of them.
IN_TURN = [(question, LISTS[place % len(LISTS)]) for place, question in enumerate(OVER_PEOPLE)]


@pytest.mark.parametrize(("question", "name"), breadth.always(IN_TURN, product(OVER_PEOPLE, LISTS)))
def test_an_empty_filter_leaves_nobody(question: str, name: str, variants: list[Built]) -> None:
    warehouse = Warehouse(variants[0].folder)
    if name not in warehouse.wanted(question):
        assert sql_files.questions()[question].header("ignores")
        return
    frame = warehouse.ask(question, _viewer("North", "South"), {**EVERYTHING, name: []})
    counts = frame[[column for column in frame if str(column).startswith("count_")]]
    assert len(frame) == 0 or (len(counts.columns) and not counts.fillna(0).any(axis=None)), frame


@pytest.mark.parametrize("question", NOT_OVER_PEOPLE)
def test_a_question_that_heeds_no_viewer_names_no_hire(question: str, variants: list[Built]) -> None:
    query = sql_files.questions()[question]
    assert query.header("ignores"), "it says what it ignores and why"
    frame = Warehouse(variants[0].folder).ask(question, _viewer("North"), EVERYTHING)
    told = frame.to_csv()
    assert not [name for name in ("South S", "sS00@firm.example", "Silent T0") if name in told]


@pytest.mark.parametrize("question", CONFINED)
def test_what_is_confined_is_refused_to_who_sees_a_part_of_the_company(
    question: str, variants: list[Built]
) -> None:
    warehouse = Warehouse(variants[0].folder)
    for viewer in (_viewer("North"), _viewer()):
        with pytest.raises(NotAllowedError, match="only for the whole company"):
            warehouse.ask(question, viewer, EVERYTHING)
    assert warehouse.ask(question, warehouse.viewer(), EVERYTHING).empty, "it is off in these companies"


@pytest.mark.parametrize("question", FOR_RIGHTS)
def test_what_decides_rights_is_shown_to_nobody(question: str, variants: list[Built]) -> None:
    warehouse = Warehouse(variants[0].folder)
    for viewer in (warehouse.viewer(), NAMELESS):
        with pytest.raises(NotAllowedError, match="for rights alone"):
            warehouse.ask(question, viewer, EVERYTHING)
    with pytest.raises(NotAllowedError):
        warehouse.for_rights("shared/company")


@pytest.mark.parametrize("question", FOR_ESTIMATES)
def test_what_is_for_estimates_alone_is_shown_to_nobody(question: str, variants: list[Built]) -> None:
    warehouse = Warehouse(variants[0].folder)
    for viewer in (warehouse.viewer(), _viewer("North"), NAMELESS):
        with pytest.raises(NotAllowedError, match="for estimates alone"):
            warehouse.ask(question, viewer, EVERYTHING)


# The law of parameters


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_question_wants_nothing_but_filters_assumptions_and_the_viewer(
    question: str, variants: list[Built]
) -> None:
    assert Warehouse(variants[0].folder).wanted(question) <= FILTERS | VIEWER | ASSUMPTIONS | NAMED


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_question_heeds_every_filter_and_the_viewer_or_says_which_it_ignores(
    question: str, variants: list[Built]
) -> None:
    missing = (FILTERS | WHOSE) - Warehouse(variants[0].folder).wanted(question)
    ignored = sql_files.questions()[question].header("ignores")
    if missing and not ignored.startswith("all filters"):
        unsaid = {name for name in missing - VIEWER if name not in ignored}
        assert unsaid == set()
        assert not missing & VIEWER or "viewer" in ignored or "company" in _whole_header(question)


def _whole_header(question: str) -> str:
    return "\n".join(
        line for line in sql_files.questions()[question].text.splitlines() if line.startswith("--")
    )


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_question_says_what_its_rows_are_about(question: str) -> None:
    assert len([word for word in ABOUT if sql_files.questions()[question].header(word)]) == 1


def test_the_local_viewer_is_written_out_with_every_region_and_role(tmp_path: Path) -> None:
    office = "H2,Hugo Office,hugo@firm.example,People team,,Head office,,2016-01-01,\n"
    company = built(tmp_path, {"employees": EMPLOYEES.replace("South,SMB", ",").rstrip("\n") + "\n" + office})
    viewer = Warehouse(company.folder).viewer()
    assert set(viewer.regions) == {"North", "Head office", "Not given"}
    assert set(viewer.role_profiles) == {"Inside sales", "Not given"}
    warehouse = Warehouse(company.folder)
    assert warehouse.ask("shared/hires_counted", viewer, EVERYTHING)["count_hires"][0] == 2
    assert list(warehouse.ask("identity/employees", viewer, {})["person_id"]) == ["A", "B", "H1", "H2", "M1"]
