"""Which file is which, and what is said when a column is missing, renamed or doubled."""

from __future__ import annotations

import pytest

from hiring.contract import TABLES
from hiring.loading.other_things import own_key
from hiring.loading.our_tables import recognised, table_named, table_of
from hiring.loading.recognise import recognise
from hiring.mapping.presets import installed


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_every_table_is_known_by_its_whole_header_under_any_name(table):
    assert table_of("export.csv", [column.name for column in table.columns]) is table


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_no_table_is_known_by_a_file_name_alone(table):
    assert table_of(f"{table.name}.csv", ["whatever"]) is None
    assert recognised(f"{table.name}.csv", ["whatever"]).why.startswith(
        f"it is called {table.name}, but missing: "
    )


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_every_table_is_known_without_any_one_column_that_is_not_its_key_and_named_then(table):
    for missing in set(table.required_columns) - set(own_key(table)):
        labels = [column.name for column in table.columns if column.name != missing]
        assert recognised(f"{table.name}.csv", labels).table is table  # and refused by the name of the column
        under_another = recognised("export.csv", labels)
        assert under_another.table is None or under_another.table is not table
        assert under_another.near in (table, None)


@pytest.mark.parametrize(
    "name",
    [
        "Crm_Users.CSV",
        "crm-users.csv",
        "crm users.csv",
        "crm_users_2024.csv",
        "crm_users (1).csv",
        "crm_users.part2.csv",
        "crm_users-part-2.csv",
        "crm_users.csv.gz",
    ],
)
def test_a_dated_or_numbered_name_is_still_the_tables_name(name):
    assert table_named(name).name == "crm_users"


@pytest.mark.parametrize(
    "name", ["crm_users_old.csv", "my_crm_users.csv", "users.csv", "report1699999999999.csv"]
)
def test_another_name_says_nothing(name):
    assert table_named(name) is None


def test_two_missing_columns_make_a_file_nobodys():
    assert (
        table_of("opportunities.csv", ["opportunity_id", "stage", "amount", "currency"]).name
        == "opportunities"
    )
    assert table_of("opportunities.csv", ["opportunity_id", "stage", "amount"]) is None


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_a_file_without_a_tables_own_key_is_not_that_tables(table):
    labels = [column.name for column in table.columns if column.name != own_key(table)[0]]
    assert table_of(f"{table.name}.csv", labels) is not table


CONTACTS = ["Contact ID", "Full Name", "Email", "Owner ID", "Account"]


@pytest.mark.parametrize(
    "key",
    [
        *("Contact ID", "contact_id", "ContactId", "Record Contact ID", "Kontakt-ID", "Kundennummer"),
        *("Account ID", "Account Number", "Account ID (18)", "Lead ID", "Invoice No.", "Invoice #"),
    ],
)
@pytest.mark.parametrize("file", ["export.csv", "crm_users.csv"])
def test_a_list_with_the_key_of_another_thing_is_no_list_of_logins(file, key):
    found = recognised(file, [key, *CONTACTS[1:]])
    assert found.table is None
    assert f"{key} is the key of another thing than crm_users" in found.why


@pytest.mark.parametrize(
    "label", ["Account", "Contact", "Phone number", "Badge ID", "User ID", "Cost center ID"]
)
def test_what_is_no_key_of_another_thing_is_only_a_column_more(label):
    assert table_of("export.csv", [label, "Full Name", "Email", "Owner ID"]).name == "crm_users"


@pytest.mark.parametrize(
    ("file", "beside"),
    [
        ("opportunities.csv", "Account ID"),
        ("opportunities.csv", "Order Number"),
        ("employees.csv", "Account ID"),
        ("employees.csv", "candidate_id"),
        ("candidate_surveys.csv", "Survey ID"),
        ("candidates.csv", "employee_id"),
        ("requisitions.csv", "Candidate ID"),
        ("crm_users.csv", "ats_user_id"),
    ],
)
def test_a_table_known_by_its_other_columns_may_name_what_its_rows_belong_to(file, beside):
    table = table_named(file)
    assert table_of(file, [*table.required_columns, beside]) is table


@pytest.mark.parametrize(
    ("file", "labels"),
    [
        ("opportunities.csv", "Invoice ID,Opportunity ID,Stage,Amount,Currency,Created On"),
        ("opportunities.csv", "Opportunity ID,Stage,Amount,Currency,Created On,Payment No"),
        ("employees.csv", "Employee ID,Full Name,Department,Hire Date,Course"),
        ("employees.csv", "Employee ID,Full Name,Department,Hire Date,Training ID,Completed On"),
        ("export.csv", "Account ID,Account Name,Owner ID,Full Name"),
        ("export.csv", "Employee ID,Full Name,Department,Course ID,Score"),
    ],
)
def test_invoices_accounts_and_trainings_are_none_of_our_tables_whatever_they_are_called(file, labels):
    assert table_of(file, labels.split(",")) is None


def test_the_best_match_wins_over_a_table_with_few_required_columns():
    labels = ["application_id", "candidate_id", "source", "applied_on", "status", "reason"]
    assert table_of("x.csv", labels).name == "applications"
    assert recognised("x.csv", [label for label in labels if label != "status"]).near.name == "applications"
    assert table_of("x.csv", ["opportunity_id", "owner_id", "full_name", "email"]) is None


def test_columns_that_are_missing_count_against_a_table():
    assert table_of("x.csv", ["candidate_id", "email", "years_in_sales", "source"]).name == "candidates"


def test_a_name_settles_a_tie_and_without_one_nobody_guesses():
    labels = ["owner_id", "ats_user_id", "full_name", "email"]
    assert table_of("export.csv", labels) is None
    both = ["territory", "source", "month", "amount", "currency"]
    assert (
        recognised("export.csv", both).why == "its header may be that of sourcing_costs and territory_revenue"
    )
    assert table_of("sourcing_costs.csv", both).name == "sourcing_costs"


def test_a_renamed_column_is_refused_with_a_guess(inbox):
    message = inbox.refusal("interview_id,competency,scores\nI1,Grit,4\n")
    assert "line 1" in message
    assert "missing: score; unexpected: scores; scores: meant `score`?" in message
    assert "or map the file (page Map a file, or python -m hiring map)" in message


def test_a_missing_column_is_refused_by_name(inbox):
    message = inbox.refusal("interview_id,competency\nI1,Grit\n")
    assert "missing: score" in message
    assert "wanted the columns of ratings: interview_id, competency, score" in message


@pytest.mark.parametrize("twin", ["score", "SCORE", " Score ", "s-c_o r e"])
def test_a_column_name_twice_is_refused_also_when_folded(inbox, twin):
    message = inbox.refusal(f"interview_id,competency,score,{twin}\nI1,Grit,4,5\n")
    assert "the same column name twice" in message
    assert "column score" in message


def test_an_unknown_column_is_listed_and_not_loaded(inbox, rows):
    found = inbox.read("interview_id,competency,score,home_phone\nI1,Grit,4,555\n")
    assert found.unknown_columns == ("home_phone",)
    assert rows(found) == [("I1", "Grit", "4", None)]


def test_several_files_of_one_table_are_each_read(inbox):
    inbox.put("interview_id,competency,score\nI1,Grit,4\n", "ratings_2023.csv")
    inbox.put("interview_id;competency;score\nI2;Grit;4\n", "other.csv")
    assert [(file.table, file.records) for file in inbox.read_all()] == [("ratings", 1), ("ratings", 1)]


TWO_AN_OWNER = "Full Name,Email,Owner ID\nXia Buyer,xia@c.example,U1\nYan Buyer,yan@c.example,U1\n"


@pytest.mark.parametrize("file", ["people.csv", "people.xlsx.csv"])
def test_contacts_without_a_key_of_their_own_are_no_logins_where_owners_repeat(inbox, file):
    found = inbox.read(TWO_AN_OWNER, file)
    assert (found.table, found.path) == (None, None)
    (message,) = map(str, found.notes)
    assert "1 key of owner_id on 2 different rows, where one row per CRM login is wanted" in message
    assert f"python -m hiring map {file}" in message


def test_logins_of_which_one_stands_twice_are_logins(inbox):
    rows = "".join(f"U{n},Person {n}\n" for n in range(12))
    assert inbox.read(f"owner_id,full_name\n{rows}U1,Person 1\n", "export.csv").table == "crm_users"
    assert inbox.read(f"owner_id,full_name\n{rows}U1,Other name\n", "export.csv").table == "crm_users"


def test_deals_that_stand_on_a_row_for_each_product_are_still_deals_and_asked_about_later(inbox):
    rows = "O1,Won,1,EUR,2024-01-01\nO1,Won,2,EUR,2024-01-01\nO2,Won,1,EUR,2024-01-01\n"
    found = inbox.read(f"opportunity_id,stage,amount,currency,created_on\n{rows}", "x.csv")
    assert (found.table, found.records) == ("opportunities", 3)


def test_accounts_whose_own_id_comes_first_are_no_deals_though_each_names_its_last_one(inbox):
    header = "Account ID,Opportunity ID,Stage,Amount,Currency,Created On\n"
    each_another = f"{header}A1,O1,Won,1,EUR,2024-01-01\nA2,O2,Won,1,EUR,2024-01-01\n"
    found = inbox.read(each_another, "x.csv")
    assert found.table is None
    assert "Account ID is the key of its rows" in str(found.notes[0])
    again = inbox.read(f"{header}A1,O1,Won,1,EUR,2024-01-01\nA1,O2,Won,1,EUR,2024-01-01\n", "x.csv")
    assert again.table == "opportunities"


def test_of_two_keys_of_the_rows_the_name_says_which_is_theirs(inbox):
    header = "Account ID,Employee ID,Full Name,Department,Hire Date\n"
    rows = "AC1,E1,Ida Holm,Sales,2024-01-01\nAC2,E2,Per Lund,Sales,2024-01-01\n"
    assert inbox.read(header + rows, "employees.csv").table == "employees"


def test_an_unknown_file_is_named_with_the_way_to_map_it(inbox):
    (message,) = map(str, inbox.read("colour,shape\nred,round\n", "my list.csv").notes)
    assert message.startswith(
        "my list.csv · found colour, shape · not loaded: its header is none of the known"
    )
    assert message.endswith("page Map a file, or python -m hiring map 'my list.csv'")


def test_with_one_column_of_two_a_header_is_near_nothing():
    people = ["employee_id", "Display name", "E-Mail", "Team"]
    assert recognised("people.csv", people).why == "its header is none of the known tables'"
    assert recognised("x.csv", ["owner_id", "last_name"]).why == "its header is none of the known tables'"


def test_with_the_key_and_most_of_its_columns_a_header_is_near_a_table_of_ours_and_what_it_misses_is_named():
    found = recognised("export.csv", ["opportunity_id", "amount", "currency", "phase", "opened"])
    assert (found.table, found.near.name) == (None, "opportunities")
    assert found.why.startswith("its header is near that of opportunities, but missing: stage, created_on")
    assert recognised("export.csv", ["amount", "currency", "stage", "created_on"]).near is None


def test_near_another_systems_export_is_who_has_most_of_its_own_labels():
    presets = installed()
    (personio,) = (one for one in presets if one.name == "personio_employees")
    told_by = [aliases[0].removeprefix("~") for aliases in personio.told_by]
    others = ["Team", "Position", "Email"]
    most = recognise("x.csv", [*told_by[:-1], *others], 1, presets)
    half = recognise("x.csv", [*told_by[: len(told_by) // 2], *others], 1, presets)
    assert f"near {personio.title}" in most.why
    assert "near" not in half.why
    assert half.ask is None


def test_what_our_table_still_misses_is_named_beside_what_the_export_lacks():
    labels = ["Employee ID", "Worker", "Email - Primary Work", "Department", "Business Title"]
    found = recognise("x.csv", labels, 1, installed())
    assert found.why.endswith("but lacks Hire Date (hire_date of employees)")
    assert found.ask.message.wanted == "the columns Hire Date (hire_date of employees)"


NOT_KNOWN = "its header is none of the known tables'"


@pytest.mark.parametrize(
    ("labels", "why"),
    [
        # Most of the labels a neighbour is told by, then what our own table still misses.
        ("Deal Owner,Amount,Deal Name,Closing Date,Stage", "near Zoho CRM deals export, but lacks Record Id"),
        ("Personalnummer,Nachname,Vorname,Einstellungsdatum,IBAN", "(department of employees)"),
        (
            "opportunity_id,owner_id,stage,amount,currency,closed_on",
            "near that of opportunities, but missing: created_on",
        ),
        ("employee_id,full_name,hire_date,region", "near that of employees, but missing: department"),
        # A few labels that half of all lists have are no nearness.
        ("Record ID,First Name,Last Name,Email,Contact owner,Create Date,Associated Company", NOT_KNOWN),
        ("Record ID,Company name,Company owner,Create Date,City,Industry", NOT_KNOWN),
        ("Record Id,Contact Owner.id,Contact Owner,First Name,Last Name,Email,Created Time", NOT_KNOWN),
        ("Account Owner,Account Name,Type,Created Date,Billing City", NOT_KNOWN),
        ("File Number,Last Name,First Name,Home Department Description,Hours,Pay Date", NOT_KNOWN),
        ("Rep,Quarter,Quota,Attainment", NOT_KNOWN),
        # The key of another thing names no table that the header never came close to.
        ("Employee ID,First Name,Last Name,Email,Course", "Course is the key of another thing, none of ours"),
        (
            "Employee #,Name,Department,Hire Date,Laptop,Serial number",
            "Serial number is the key of another thing",
        ),
    ],
)
def test_a_neighbour_is_named_by_most_of_its_own_labels_and_with_what_ours_lacks(
    labels: str, why: str
) -> None:
    found = recognise("export.csv", labels.split(","), 1, installed())
    assert (found.table, found.plan) == (None, None)
    assert why in found.why
    assert why != NOT_KNOWN or found.near is None
