"""What is true of the files of `companies`: the answer to any question that the page asks about them."""

from __future__ import annotations

from benchmarks.beginning.companies import SOLD
from benchmarks.beginning.specs import Company, Sheet
from benchmarks.beginning.specs import told as written
from hiring.mapping.asking import Ask
from hiring.mapping.facts import Facts
from hiring.mapping.form import MADE
from hiring.mapping.labels import folded
from hiring.mapping.naming import IDS, NAMES, ONE
from hiring.mapping.periods import CALENDAR
from hiring.mapping.rules import DAY_FIRST, MONTH_FIRST
from hiring.mapping.wizard import Answers, Question

#: Which tables a file of a kind may be said to hold, and which further ones its rows fill.
TABLES = {
    "hr": (("employees",), ()),
    "ats": (("applications", "interviews"), ("applications", "candidates", "interviews")),
    "crm": (("opportunities",), ("crm_users",)),
    "quota": (("quotas",), ()),
    "rates": (("exchange_rates",), ()),
}
#: Our column → what fills it: the first of these that the file has; a `+` joins two columns.
FILLED = {
    ("employees", "employee_id"): "id",
    ("employees", "full_name"): "name lastfirst first+last",
    ("employees", "work_email"): "mail",
    ("employees", "department"): "dept",
    ("employees", "job_title"): "role",
    ("employees", "manager_id"): "boss boss_id",
    ("employees", "region"): "site",
    ("employees", "hire_date"): "start",
    ("employees", "termination_date"): "end",
    ("employees", "termination_type"): "why",
    ("candidates", "candidate_id"): "cand",
    ("candidates", "full_name"): "name first+last",
    ("candidates", "email"): "mail",
    ("applications", "application_id"): "app",
    ("applications", "candidate_id"): "cand",
    ("applications", "role_profile"): "job",
    ("applications", "source"): "source",
    ("applications", "applied_on"): "applied",
    ("applications", "status"): "status",
    ("interviews", "application_id"): "app",
    ("interviews", "stage"): "round",
    ("interviews", "interviewer_name"): "by",
    ("interviews", "scheduled_for"): "met",
    ("interviews", "status"): "held",
    ("opportunities", "opportunity_id"): "deal",
    ("opportunities", "owner_name"): "owner",
    ("opportunities", "owner_email"): "owner_mail",
    ("opportunities", "stage"): "stage",
    ("opportunities", "amount"): "amount",
    ("opportunities", "currency"): "currency",
    ("opportunities", "created_on"): "created",
    ("opportunities", "closed_on"): "closed",
    ("opportunities", "kind"): "kind",
    ("opportunities", "account"): "account",
    ("quotas", "owner_id"): "owner lastfirst",
    ("exchange_rates", "month"): "month",
    ("exchange_rates", "currency"): "code",
    ("exchange_rates", "rate"): "rate",
}
IDS_MADE = ("candidate_id", "application_id", "interview_id")
#: What stands in a file, by what it is → our word.
OURS = {
    "dept": {**dict.fromkeys(SOLD, "Sales"), "hr": "HR"},
    "stage": {"won": "won", "open": "open"},
}
OTHERWISE = {"dept": "Other", "stage": "lost"}


def given(sheet: Sheet, facts: Facts, question: Question, answers: Answers) -> tuple[str, ...]:
    """The true answer to a question of the form."""
    tables, others = TABLES[sheet.kind]
    match question.kind:
        case "table":
            return (question.likely,) if question.likely in tables else tables[:1]
        case "periods":
            return tuple(choice.answer for choice in question.choices)
        case "also":
            return tuple(one for one in others if one != answers.table)
        case "column":
            return _columns(sheet, facts, question, question.table or answers.table)
        case "meaning":
            return (_meant(sheet, question),)
        case _:
            return (_people(sheet, question),)


def _columns(sheet: Sheet, facts: Facts, question: Question, table: str) -> tuple[str, ...]:
    holds = {what: label for label, what in sheet.fields.items()}
    for some in FILLED.get((table, question.about), "").split():
        parts = some.split("+")
        if all(part in holds for part in parts):
            return tuple(_key(facts, holds[part]) for part in parts)
    return (MADE,) if question.about in IDS_MADE else ()


def _key(facts: Facts, label: str) -> str:
    return next(key for key, raw in facts.raw.items() if folded(raw) == folded(label))


def _meant(sheet: Sheet, question: Question) -> str:
    words = written()["words"][sheet.words]
    about = {"is_won": "stage", "department": "dept", "termination_type": "why"}.get(question.about)
    about = about or ("held" if (question.about, sheet.kind) == ("status", "ats") else question.about)
    for column in (about, "status", "round", "kind"):
        for what, word in words.get(column, {}).items():
            if word == question.word and column in sheet.fields.values():
                return OURS.get(column, {}).get(what, OTHERWISE.get(column, what))
    raise KeyError(f"{sheet.file}: what {question.word!r} of {question.about} means")


def _people(sheet: Sheet, question: Question) -> str:
    if question.about == "manager_id":
        return NAMES if "boss" in sheet.fields.values() else IDS
    return ONE


def told(sheet: Sheet, ask: Ask, spec: Company) -> str:
    """The true answer to what the cells leave open."""
    if "currency" in ask.key or "base_currency" in ask.key:
        return spec.currencies[0]
    for choice in (DAY_FIRST, MONTH_FIRST):
        if choice in ask.choices and (choice == MONTH_FIRST) == sheet.day.startswith("%m"):
            return choice
    if CALENDAR in ask.choices:
        return CALENDAR
    if sheet.decimal in ask.choices:
        return sheet.decimal
    raise KeyError(f"{ask.key}: {ask.choices}")
