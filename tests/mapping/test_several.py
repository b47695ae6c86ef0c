"""One form for a file that fills several tables: what is said once is not asked again, and the mapping says it all."""

from __future__ import annotations

from dataclasses import replace

from hiring.mapping import several, wizard
from hiring.mapping.drafting import draft
from hiring.mapping.facts import Facts
from hiring.mapping.form import ALSO, MADE, PERIODS, Answers
from hiring.mapping.presets import installed
from hiring.mapping.writing import mapping_text, preset_from

REPORT = Facts(
    "report.csv",
    (
        "Candidate Name",
        "Candidate Email",
        "Job",
        "Source",
        "Applied On",
        "Status",
        "Interviewer",
        "Interview Date",
    ),
    {
        "candidatename": ("Ada Byron", "Bo Ek"),
        "candidateemail": ("ada@x.example",),
        "applied on": ("2026-01-02",),
    },
)
SHEET = Facts(
    "quota.csv",
    ("Rep", "Team", "Quota Q1 2026", "Actual Q1 2026", "Quota Q2 2026", "Actual Q2 2026"),
    {"rep": ("Byron, Ada", "Ek, Bo", "Total"), "team": ("North", "North")},
)


def asked(answers: Answers, table: str, facts: Facts = REPORT) -> dict[str, wizard.Question]:
    return {one.about: one for one in wizard.column_questions(installed(), facts, table, answers)}


def also(*tables: str) -> Answers:
    (question,) = wizard.first_questions(installed(), REPORT, Answers("applications"))
    assert question.kind == ALSO
    return wizard.answered(Answers("applications"), question, *tables)


def test_the_tables_that_labels_speak_for_are_offered_and_any_of_its_kind_may_be_chosen() -> None:
    (question,) = wizard.first_questions(installed(), REPORT, Answers("applications"))
    assert [choice.answer for choice in question.choices] == ["interviews", "requisitions", "candidates"]
    assert "candidates" in question.joined
    assert "requisitions" not in question.joined
    assert wizard.first_questions(installed(), REPORT, Answers("events")) == ()


def test_a_column_said_of_one_table_is_not_asked_of_another() -> None:
    answers = replace(
        also("candidates", "interviews"), columns={"candidate_id": (MADE,), "source": ("source",)}
    )
    assert "candidate_id" not in asked(answers, "candidates")
    assert "status" in asked(answers, "interviews")
    assert several.part(answers, "candidates").columns == {"candidate_id": (MADE,)}


def test_an_id_may_be_made_only_where_the_file_names_the_person() -> None:
    with_people = asked(also("candidates"), "applications")["candidate_id"]
    assert with_people.likely == MADE
    alone = asked(Answers("applications"), "applications")["candidate_id"]
    assert MADE not in [choice.answer for choice in alone.choices]


def test_an_id_that_nothing_makes_stays_open() -> None:
    answers = replace(also("candidates"), columns={"candidate_id": (MADE,)})
    still = [one.about for one in wizard.open_questions(installed(), REPORT, answers)]
    assert "candidate_id" in still
    mail = asked(answers, "candidates")["email"]
    told = wizard.answered(answers, mail, "candidateemail")
    assert told.also["candidates"].columns == {"email": ("candidateemail",)}
    assert "candidate_id" not in [one.about for one in wizard.open_questions(installed(), REPORT, told)]


def test_the_mapping_has_a_feed_a_table_and_merges_all_but_the_one_with_most_rows() -> None:
    mail = Answers("candidates", {"email": ("candidateemail",), "full_name": ("candidatename",)})
    meeting = Answers("interviews", {"interview_id": (MADE,), "scheduled_for": ("interviewdate",)})
    answers = Answers(
        "applications",
        {
            "application_id": (MADE,),
            "candidate_id": (MADE,),
            "role_profile": ("job",),
            "applied_on": ("appliedon",),
        },
        also={"candidates": mail, "interviews": meeting},
    )
    preset = preset_from(draft(REPORT, answers))
    assert [(feed.table, feed.merges, feed.filled) for feed in preset.feeds] == [
        ("applications", True, ()),
        ("candidates", True, ()),
        ("interviews", False, ("Interview Date",)),
    ]
    made = [dict(feed.columns)["candidate_id"].digest for feed in preset.feeds[:2]]
    assert made[0] == made[1]
    assert (made[0][0].parts, made[0][0].fallback.parts) == ((("Candidate Email",),), (("Candidate Name",),))
    ids = [dict(feed.columns)["application_id"] for feed in (preset.feeds[0], preset.feeds[2])]
    assert ids[0] == ids[1]
    assert [part.parts[0][0] for part in ids[0].digest] == ["Candidate Email", "Job", "Applied On"]


def test_which_measure_holds_the_amounts_is_asked_and_likely_the_one_called_so() -> None:
    (question,) = wizard.first_questions(installed(), SHEET, Answers("quotas"))
    assert (question.kind, [choice.reads for choice in question.choices]) == (
        PERIODS,
        ["Quota Q1 2026 … Quota Q2 2026: 2 columns", "Actual Q1 2026 … Actual Q2 2026: 2 columns"],
    )
    answers = wizard.answered(Answers("quotas"), question, question.likely)
    assert answers.turned == ("quota",)
    assert [one.about for one in wizard.column_questions(installed(), SHEET, "quotas", answers)] == [
        "owner_id",
        "currency",
    ]
    assert asked(answers, "quotas", SHEET)["owner_id"].likely == "rep"


def test_a_turned_sheet_is_saved_with_its_measure_and_names_read_as_names() -> None:
    answers = Answers("quotas", {"owner_id": ("rep",)}, turned=("quota",))
    text = mapping_text(draft(SHEET, answers))
    assert 'periods = "quota"' in text
    assert 'owner_id = { from = ["Rep"], person = true }' in text
    assert 'told_by = [["Rep"], ["Team"]]' in text
    assert 'ignored = ["Team", "Actual Q1 2026", "Actual Q2 2026"]' in text


def test_amounts_in_two_currencies_each_with_columns_of_its_own_are_two_feeds() -> None:
    labels = ("Rep", "Q1 2026 EUR", "Q1 2026 USD", "Q2 2026 EUR", "Q2 2026 USD")
    answers = Answers("quotas", {"owner_id": ("rep",)}, turned=("eur", "usd"))
    preset = preset_from(draft(Facts("quota.csv", labels), answers))
    assert [(feed.periods, dict(feed.columns)["currency"].constant) for feed in preset.feeds] == [
        ("eur", "EUR"),
        ("usd", "USD"),
    ]


def test_a_report_of_applicants_without_any_id_is_taken_for_applications() -> None:
    cells = {**REPORT.cells, "source": ("LinkedIn",), "status": ("Hired", "Rejected")}
    report = replace(REPORT, cells=cells)
    assert wizard.table_question(installed(), report).likely == "applications"


def test_a_list_of_contacts_or_of_candidates_alone_is_no_report_of_applicants() -> None:
    cells = {"candidatename": ("Ada Byron",), "candidateemail": ("ada@x.example",), "status": ("Hired",)}
    contacts = replace(REPORT, labels=("Candidate Name", "Candidate Email", "Status"), cells=cells)
    assert several.flat_report(installed(), contacts) == ""
    assert several.flat_report(installed(), replace(REPORT, file="contacts.csv")) == ""


def test_columns_of_the_file_that_fill_nothing_are_named() -> None:
    answers = replace(
        also("candidates", "interviews"), columns={"candidate_id": (MADE,), "source": ("source",)}
    )
    assert several.unused(REPORT, answers) == tuple(label for label in REPORT.labels if label != "Source")
    turned = replace(Answers("quotas"), columns={"owner_id": ("rep",)}, turned=(SHEET.turnable[0].measure,))
    assert several.unused(SHEET, turned) == ("Team", *SHEET.turnable[1].labels.values())
