"""CRM exports in their vendors' shapes through the whole build: what is credited, asked, set aside and where."""

# ruff: noqa: E501 (a header is as wide as the vendor makes it)

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from helpers import breadth
from helpers.small_company import Built
from helpers.vendor_exports import SALESFORCE_REPORT, account_of, answer, built_from, said

CREDITS = (
    "select opportunity_id, employee_id, cast(amount as double), closed_on from marts.credits order by 1, 2"
)
OWNERS = "select full_name, person_id, matched_by from marts.owners order by full_name"


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The company with its Salesforce report; for reading only."""
    return built_from(tmp_path_factory.mktemp("base"), {})


def test_a_salesforce_report_with_preamble_footer_and_currency_twins(base: Built) -> None:
    assert base.rows(CREDITS) == [
        ("006A1", "00042", 1234.5, date(2024, 7, 22)),
        ("006A4", "00043", -50.0, date(2024, 8, 1)),
    ]
    assert base.rows(OWNERS) == [
        ("Ada Byron", "00042", "name in the CRM's own list"),
        ("Carl Gauss", "00043", "name in the CRM's own list"),
    ]
    # Three lines above the header, then 7 below the rows; blank lines count as well.
    assert account_of(base, "report1700000000000.csv") == (13, 4, 0, 9)


def test_notes_say_by_which_preset_a_file_was_read_and_whether_its_header_is_confirmed(
    tmp_path: Path,
) -> None:
    told = said(built_from(tmp_path, {}))
    assert [line for line in told if "read as Salesforce opportunity report" in line and "nobody" not in line]
    assert [
        line for line in told if "read as Salesforce users report, whose header nobody has confirmed" in line
    ]


def test_which_column_was_used_for_what_is_kept_with_the_notes(base: Built) -> None:
    used = base.one("select found from marts.notes where outcome = 'read as Salesforce opportunity report'")
    assert "owner_name from Opportunity Owner" in used
    assert "closed_on from Close Date" in used


@pytest.mark.proof
def test_later_rows_in_the_other_date_order_make_the_whole_column_doubtful(tmp_path: Path) -> None:
    rows = "".join(
        f'"B{n}","Ada Byron","X","Closed Lost","EUR","1","7/22/2024","3/24/2024",""\n' for n in range(20_100)
    )
    late = '"C1","Ada Byron","X","Closed Lost","EUR","1","22/7/2024","3/24/2024",""\n'
    head, _, _ = SALESFORCE_REPORT.partition('\n"Grand')
    held = built_from(tmp_path, {"report1700000000000.csv": head + "\n" + rows + late})
    assert held.result.outcome == "held"
    assert [question.key for question in held.result.questions] == [
        "two date orders in Close Date of report1700000000000.csv"
    ]


def test_a_row_that_cannot_be_read_keeps_its_value_its_line_and_its_own_label(tmp_path: Path) -> None:
    report = SALESFORCE_REPORT.replace('"99","12/31/2024"', '"99","soon"')
    rows = built_from(tmp_path, {"report1700000000000.csv": report}).result.set_aside
    assert [(row.file, row.line, row.column, row.found) for row in rows] == [
        ("report1700000000000.csv", 7, "Close Date", "soon")
    ]


def test_the_line_after_a_cell_of_two_lines_is_the_physical_one(tmp_path: Path) -> None:
    more = '"006A5","Ada Byron","X","Closed Won","EUR","lots","7/2/2024","3/6/2024",""\n\n"Grand'
    report = SALESFORCE_REPORT.replace('\n"Grand', more).replace("(4 records)", "(5 records)")
    rows = built_from(tmp_path, {"report1700000000000.csv": report}).result.set_aside
    assert [(row.line, row.column, row.found) for row in rows] == [(10, "Amount", "lots")]


def test_dates_that_cannot_be_told_hold_the_build_with_one_question_that_an_answer_settles(
    tmp_path: Path,
) -> None:
    report = SALESFORCE_REPORT.replace("3/24/2024", "1/2/2024")
    held = built_from(tmp_path, {"report1700000000000.csv": report})
    assert held.result.outcome == "held"
    assert [question.key for question in held.result.questions] == [
        "date order of Created Date in report1700000000000.csv"
    ]
    printed = held.result.questions[0].line(date(2026, 7, 1))
    again = built_from(tmp_path, {"report1700000000000.csv": report, "answers.toml": f"# ours\n{printed}\n"})
    assert str(again.result.messages[-1]).startswith("answers.toml · line 2 · found an answer without a name")
    line = printed.replace('"dmy"', '"mdy"').replace("your name", "Hana")
    built = built_from(tmp_path, {"report1700000000000.csv": report, "answers.toml": line + "\n"})
    # Made on 2 January, before Ada came on the 13th; the other way round it would be a deal of 1 February, her own.
    assert built.one("select is_inherited from marts.credits where opportunity_id = '006A1'") is True


def test_a_stage_of_ones_own_is_asked_about(tmp_path: Path) -> None:
    report = SALESFORCE_REPORT.replace("Negotiation/Review", "Handshake")
    held = built_from(tmp_path, {"report1700000000000.csv": report})
    assert [question.key for question in held.result.questions] == ["stage Handshake"]


def test_a_report_without_ids_names_the_preset_and_the_missing_column(tmp_path: Path) -> None:
    report = SALESFORCE_REPORT.replace('"Opportunity ID",', '"Opportunity Name",')
    held = built_from(tmp_path, {"report1700000000000.csv": report})
    assert held.result.outcome == "held"
    [line] = said(held)
    assert line.startswith(
        "report1700000000000.csv · line 4 · found a header near Salesforce opportunity report · "
        "wanted the columns Opportunity ID (opportunity_id of opportunities) · build held"
    )


HUBSPOT = """\
Record ID,Deal Name,Deal Stage,Amount,Close Date,Create Date,Deal owner,Associated Company (Primary),Deal Type
901,One,Closed Won,"1.234,50 €",2024-07-22,2024-03-24 09:15,Ada Byron,Tundra,New Business
902,Two,Contract Sent,"250,00 €",,2024-03-25 10:00,Carl Gauss,Fjord,Existing Business
"""
HUBSPOT_INTERNAL = """\
hs_object_id;dealname;dealstage;amount;closedate;createdate;hubspot_owner_id;deal_currency_code
901;One;closedwon;1234.5;2024-07-22;2024-03-24;ada@crm;EUR
902;Two;closedlost;250;2024-08-22;2024-03-25;carl@crm;EUR
"""
PIPEDRIVE = """\
Deal - ID,Deal - Title,Deal - Owner,Deal - Value,Deal - Currency of Value,Deal - Organization,Deal - Stage,Deal - Status,Deal - Deal created,Deal - Won time,Deal - Lost time,Deal - Expected close date
1,One,Ada Byron,1234.5,EUR,Tundra,Offer,Won,2024-03-24 09:00:00,2024-07-22 12:00:00,,2024-09-01
2,Two,Carl Gauss,9,EUR,Fjord,Offer,lost,2024-03-24 09:00:00,,2024-08-22 12:00:00,2024-09-01
3,Three,Carl Gauss,9,EUR,Fjord,Offer,Open,2024-03-24 09:00:00,,,2024-09-01
4,Gone,Carl Gauss,9,EUR,Fjord,Offer,Deleted,2024-03-24 09:00:00,,,2024-09-01
"""
DYNAMICS = """\
(Do Not Modify) Opportunity,(Do Not Modify) Row Checksum,(Do Not Modify) Modified On,Topic,Account,Owner,Est. close date,Actual Close Date,Est. revenue,Actual Revenue,Currency,Status,Status Reason,Created On
g-1,x,2024-08-01,One,Tundra,Ada Byron,9/1/2024,7/22/2024,"1,000.00","1,234.50",EUR,Won,Won,3/24/2024
g-1,x,2024-08-01,One,Tundra,Ada Byron,9/1/2024,7/22/2024,"1,000.00","1,234.50",EUR,Won,Won,3/24/2024
g-2,x,2024-08-01,Two,Fjord,Carl Gauss,9/30/2024,,"2,000.00",,EUR,Open,In Progress,3/25/2024
"""
ZOHO = """\
Record Id,Deal Owner.id,Deal Owner,Amount,Deal Name,Closing Date,Account Name.id,Account Name,Stage,Created Time,Modified Time,Last Activity Time,Pipeline,Currency
zcrm_1,zcrm_9,Ada Byron,1234.5,One,2024-07-22,zcrm_5,Tundra,Closed Won,2024-03-24 09:00:00,2024-07-22 12:00:00,2024-07-22 12:00:00,Standard,EUR
zcrm_2,zcrm_8,Carl Gauss,9,Two,2024-08-22,zcrm_6,Fjord,Closed Lost,2024-03-24 09:00:00,2024-08-22 12:00:00,,Standard,EUR
zcrm_3,zcrm_8,Carl Gauss,9,Three,2026-05-31,zcrm_6,Fjord,Negotiation/Review,2024-03-24 09:00:00,2024-08-22 12:00:00,,Standard,EUR
"""
ZOHO_USERS = """\
owner_id,full_name,email,employee_id
zcrm_9,Ada Byron,ada@firm.example,
zcrm_8,Carl Gauss,carl@firm.example,
"""
API_DEALS = """\
_fivetran_synced,account_id,amount,close_date,created_date,id,is_closed,is_deleted,is_won,name,owner_id,stage_name,type,currency_iso_code
2024-09-01 00:00:00,001,1234.5,2024-07-22 00:00:00,2024-03-24 09:00:00,D1,true,false,true,One,ada@crm,Paid,New Business,EUR
2024-09-01 00:00:00,001,7.0,2024-07-22 00:00:00,2024-03-24 09:00:00,D2,true,true,true,Two,ada@crm,Paid,,EUR
2024-09-01 00:00:00,002,9.0,2024-09-22 00:00:00,2024-03-24 09:00:00,D3,false,false,false,Three,carl@crm,Talking,,EUR
"""
WON = "select opportunity_id, employee_id, cast(amount as double), closed_on from marts.credits order by 1, 2"


@pytest.mark.parametrize(
    ("text", "won", "account"),
    breadth.first(
        1,
        [
            (HUBSPOT, ("901", "00042", 1234.5, date(2024, 7, 22)), (2, 2, 0, 0)),
            (HUBSPOT_INTERNAL, ("901", "00042", 1234.5, date(2024, 7, 22)), (2, 2, 0, 0)),
            (PIPEDRIVE, ("1", "00042", 1234.5, date(2024, 7, 22)), (4, 3, 0, 1)),
            (DYNAMICS, ("g-1", "00042", 1234.5, date(2024, 7, 22)), (3, 2, 0, 1)),
            (API_DEALS, ("D1", "00042", 1234.5, date(2024, 7, 22)), (3, 2, 0, 1)),
        ],
    ),
    ids=["hubspot labels", "hubspot internal names", "pipedrive", "dynamics", "salesforce table"],
)
def test_the_same_won_deal_out_of_every_crm(tmp_path: Path, text: str, won: tuple, account: tuple) -> None:
    built = built_from(tmp_path, {"report1700000000000.csv": "", "deals.csv": text})
    assert built.rows(WON) == [won]
    assert account_of(built, "deals.csv") == account


@pytest.mark.parametrize(
    ("file", "text"),
    breadth.first(
        1,
        [
            ("report1700000000000.csv", SALESFORCE_REPORT.replace("12/31/2024", "5/31/2026")),
            ("deals.csv", HUBSPOT.replace('"250,00 €",,', '"250,00 €",2026-05-31,')),
            *breadth.proof(
                (
                    "deals.csv",
                    PIPEDRIVE.replace(
                        "2024-03-24 09:00:00,,,2024-09-01\n4", "2024-03-24 09:00:00,,,2026-05-31\n4"
                    ),
                ),
                ("deals.csv", DYNAMICS.replace("9/30/2024", "5/31/2026")),
            ),
            ("deals.csv", API_DEALS.replace("2024-09-22", "2026-05-31")),
        ],
    ),
    ids=["salesforce", "hubspot", "pipedrive", "dynamics", "salesforce table"],
)
def test_the_day_hoped_for_of_an_open_deal_is_not_the_latest_day_of_the_exports(
    tmp_path: Path, file: str, text: str
) -> None:
    assert "2026" in text
    built = built_from(tmp_path, {"report1700000000000.csv": "", file: text})
    assert built.one("select as_of from marts.company") == date(2024, 12, 31)


def test_zoho_joins_owners_by_id_and_the_day_hoped_for_is_no_day(tmp_path: Path) -> None:
    files = {
        "report1700000000000.csv": "",
        "users.csv": "",
        "crm_users.csv": ZOHO_USERS,
        "Deals_2025.csv": ZOHO,
    }
    built = built_from(tmp_path, files)
    assert built.rows(WON) == [("zcrm_1", "00042", 1234.5, date(2024, 7, 22))]
    assert account_of(built, "Deals_2025.csv") == (3, 3, 0, 0)
    assert built.one("select as_of from marts.company") == date(2024, 12, 31)


def test_what_a_mapping_passes_over_is_counted_and_said(tmp_path: Path) -> None:
    built = built_from(tmp_path, {"report1700000000000.csv": "", "deals.csv": PIPEDRIVE})
    notes = built.rows("select found, outcome from marts.notes where kind = 'skipped' and file = 'deals.csv'")
    assert [outcome for _, outcome in notes] == ["skipped: 1 rows, their Deal - Status says deleted"]


def test_a_row_behind_rows_passed_over_keeps_its_own_line(tmp_path: Path) -> None:
    head, first, *rest = PIPEDRIVE.splitlines(keepends=True)
    gone, bad = rest[-1], first.replace("1,One", "5,Five").replace("1234.5", "lots")
    built = built_from(tmp_path, {"report1700000000000.csv": "", "deals.csv": head + gone + first + bad})
    assert [(row.line, row.column, row.found) for row in built.result.set_aside] == [
        (4, "Deal - Value", "lots")
    ]


@pytest.mark.proof
def test_lines_of_one_deal_with_different_amounts_are_never_added_up(tmp_path: Path) -> None:
    lines = DYNAMICS.replace('"1,234.50",EUR,Won,Won,3/24/2024\ng-2', '"99.00",EUR,Won,Won,3/24/2024\ng-2')
    more = "".join(
        f"h-{n},x,2024-08-01,More,Fjord,Carl Gauss,9/30/2024,,1.00,,EUR,Open,In Progress,3/25/2024\n"
        for n in range(30)
    )
    built = built_from(tmp_path, {"report1700000000000.csv": "", "deals.csv": lines + more})
    assert [(row.line, row.column, row.reason) for row in built.result.set_aside] == [
        (2, "(Do Not Modify) Opportunity", "same_key_other_values"),
        (3, "(Do Not Modify) Opportunity", "same_key_other_values"),
    ]
    assert built.rows(WON) == []


HUBSPOT_API = """\
deal_id,is_deleted,deal_pipeline_id,deal_pipeline_stage_id,owner_id,portal_id,property_dealname,property_amount,property_deal_currency_code,property_closedate,property_createdate
901,false,p,s-won,77,1,One,1234.5,EUR,2024-07-22 00:00:00,2024-03-24 09:00:00
902,false,p,s-talk,77,1,Two,9,EUR,,2024-03-24 09:00:00
"""
STAGES = """\
active,closed_won,is_closed,display_order,probability,stage_id,label,pipeline_id
TRUE,TRUE,TRUE,2,1.0,s-won,Won,p
TRUE,FALSE,FALSE,1,0.2,s-talk,Talking,p
TRUE,FALSE,FALSE,0,0.1,s-unused,Unused,p
"""
HUBSPOT_OWNERS = (
    "owner_id,portal_id,type,email,first_name,last_name\n77,1,PERSON,ada@firm.example,Ada,Byron\n"
)


@pytest.mark.proof
def test_hubspots_tables_say_in_a_table_of_stages_what_is_won(tmp_path: Path) -> None:
    files = {"deal.csv": HUBSPOT_API, "stage.csv": STAGES, "owner.csv": HUBSPOT_OWNERS}
    built = built_from(tmp_path, {"report1700000000000.csv": "", "users.csv": "", **files})
    assert built.rows(WON) == [("901", "00042", 1234.5, date(2024, 7, 22))]
    assert account_of(built, "stage.csv") == (3, 2, 0, 1)


@pytest.mark.parametrize(
    "key", breadth.first(1, ["Record ID", "hs_object_id", *breadth.proof("Deal ID", "Deal Id")])
)
def test_a_hubspot_export_is_known_by_any_name_of_its_key(tmp_path: Path, key: str) -> None:
    header = f"{key},Deal Name,Deal Stage,Pipeline,Amount,Currency,Close Date,Create Date,Deal owner"
    deals = f"{header}\n1,One,Closed Won,Sales,1000,EUR,2024-05-31,2024-04-29,Ada Byron\n"
    built = built_from(tmp_path, {"deals.csv": deals, "report1700000000000.csv": ""})
    assert account_of(built, "deals.csv") == (1, 1, 0, 0)
    assert built.rows(CREDITS) == [("1", "00042", 1000.0, date(2024, 5, 31))]


@pytest.mark.proof
def test_splits_over_the_whole_are_kept_and_the_companys_total_is_not_doubled(tmp_path: Path) -> None:
    splits = (
        "Opportunity ID,Team Member: Full Name,Team Member: User ID,Percent (%),Split Amount\n"
        "006A1,Ada Byron,ada@crm,100.00%,1234.50\n006A1,Carl Gauss,carl@crm,70.00%,864.15\n"
    )
    built = built_from(tmp_path, {"splits.csv": splits})
    assert [row[:3] for row in built.rows(CREDITS)] == [
        ("006A1", "00042", 1234.5),
        ("006A1", "00043", 864.15),
        ("006A4", "00043", -50.0),
    ]
    assert built.one("select cast(won_revenue as double) from marts.revenue_totals") == 1184.5


def test_amounts_without_any_currency_ask_and_the_answer_holds_for_later_exports(tmp_path: Path) -> None:
    plain = HUBSPOT.replace(" €", "")
    held = built_from(tmp_path, {"report1700000000000.csv": "", "deals.csv": plain})
    assert [question.key for question in held.result.questions] == ["currency of Amount in deals.csv"]
    given = answer("currency of Amount in deals.csv", "CHF")
    built = built_from(tmp_path, {"report1700000000000.csv": "", "answers.toml": given})
    assert built.one("select base_currency from marts.company") == "CHF"


def test_a_tree_export_is_refused_with_the_way_to_a_flat_list(tmp_path: Path) -> None:
    tree = "Opportunity Owner -> Stage -> Close Date,Amount,Count\nAda Byron,100,1\nAda Byron -> Won,100,1\n"
    refused = built_from(tmp_path, {"report1700000000000.csv": tree})
    assert refused.result.outcome == "refused"
    [line] = said(refused)
    assert "a tree, with sums at every depth" in line
    assert "export the list of rows" in line


def test_two_columns_of_one_name_wait_for_an_answer_that_holds_for_later_exports(tmp_path: Path) -> None:
    twice = HUBSPOT.replace("Deal Type", "Amount").replace("New Business", '"99,50 €"')
    held = built_from(tmp_path, {"report1700000000000.csv": "", "deals.csv": twice})
    question = "which Amount counts in HubSpot deals export"
    assert (held.result.outcome, [asked.key for asked in held.result.questions]) == ("held", [question])
    given = answer(question, "the second")
    later = twice.replace("Existing Business", '"7,00 €"')
    built = built_from(tmp_path, {"report1700000000000.csv": "", "deals.csv": later, "answers.toml": given})
    assert built.rows(WON) == [("901", "00042", 99.5, date(2024, 7, 22))]
