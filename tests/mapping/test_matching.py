"""Which preset a header fits, what is missing where none does, and that our own tables stay our own."""

from __future__ import annotations

import pytest

from hiring.contract import TABLES
from hiring.loading.recognise import LEFT_OUT, recognise
from hiring.mapping.knowing import known_labels
from hiring.mapping.matching import fits
from hiring.mapping.presets import installed
from hiring.mapping.rules import CodeInCell, First, Lookup, Text

# Header rows of real exports, and of vendors' documentation, as they were met.
HEADERS = {
    "salesforce_opportunities": "Opportunity ID,Opportunity Owner,Account Name,Opportunity Name,Stage,Fiscal Period,"
    "Amount Currency,Amount,Expected Revenue,Probability (%),Age,Close Date,Created Date,Next Step,Lead Source,Type",
    "salesforce_users": "Full Name,Username,Email,Title,Role,Profile,Active,Manager,Employee Number,Created Date",
    "hubspot_deals": "Record ID,Deal Name,Deal Stage,Amount,Close Date,Create Date,Last Activity Date,Deal owner,"
    "Associated Company (Primary),Associated Company IDs (Primary)",
    "pipedrive_deals": "Deal - ID,Deal - Title,Deal - Creator,Deal - Owner,Deal - Value,Deal - Currency of Value,"
    "Deal - Organization,Deal - Stage,Deal - Status,Deal - Deal created,Deal - Won time,Deal - Lost time",
    "dynamics_opportunities": "(Do Not Modify) Opportunity,(Do Not Modify) Row Checksum,(Do Not Modify) Modified On,"
    "Topic,Account,Contact,Est. close date,Est. revenue,Actual Revenue,Status,Status Reason,Created On,Modified On",
    "workday_workers": "Employee ID,Legal Name - First Name,Legal Name - Last Name,Full Name,Email - Primary Work,"
    "Worker's Manager,Active Status,Job Title,Hire Date,Termination Date,Time Type,Cost Center - ID,Cost Center - Name",
    "bamboohr_employees": "Employee #,First Name,Last Name,Job Title,Department,Hire Date,Employment Status,Status",
    "hibob_people": "Employee ID,Display name,First name,Last name,Email,Job title,Department,Site,Reports to,"
    "Start date,Termination date,Lifecycle status,Employment type",
    "personio_employees": "ID,Vorname,Nachname,E-Mail,Einstellungsdatum,Position,Abteilung,Arbeitsort,Vorgesetzter,"
    "Status,Beschäftigungsart,Kündigungsdatum",
    "greenhouse_applications": "Candidate ID,Candidate Name,Application ID,Job ID,Job Name,Requisition ID,Department,"
    "Office,Status,Stage,Source,Source Strategy,Recruiter,Hiring Manager,Application Date,Hired Date,Rejection Date",
    "greenhouse_scorecards": "Candidate Name,Application ID,Job Name,Interview Stage,Interview,Interviewer,"
    "Interview Date,Submitted At,Overall Recommendation,Grit,Humour",
    "greenhouse_interviews": "Candidate Name,Application ID,Job Name,Stage,Interview,Interviewer(s),"
    "Scheduled Date,Status",
    "greenhouse_offers": "Candidate Name,Application ID,Job Name,Offer Status,Offer Sent,Offer Accepted,Start Date",
    "greenhouse_jobs": "Job ID,Job Name,Requisition ID,Opening ID,Department,Office,Status,Opened,"
    "Closed,Hiring Manager",
    "lever_opportunities": "Opportunity ID,Candidate Name,Emails,Posting,Posting Team,Stage,Owner,Origin,Sources,Tags,"
    "Created At,Archived At,Archive Reason,Hired At",
    "lever_feedback": "Opportunity ID,Candidate Name,Posting,Interview,Interviewer,Feedback Form,Score,Completed At",
    "ashby_applications": "Job Consideration's ID,Job Consideration's Candidate,Job Consideration's Job,"
    "Job Consideration's Credited To,Job Consideration's Outcome,Job Consideration's Source,"
    "Job Consideration's Created At",
    "zoho_deals": "Record Id,Deal Owner.id,Deal Owner,Amount,Deal Name,Closing Date,Account Name.id,Account Name,Stage,"
    "Created Time,Modified Time,Last Activity Time,Pipeline",
    "adp_workers": "File Number,Last Name,First Name,Preferred Name,Position Status,Location Code,Location Description,"
    "Home Department Code,Home Department Description,Reports To Name,Job Title Description,Job Title Code,Hire Date,"
    "Rehire Date,Hire/Rehire Date,Termination Date,Termination Reason Description,Work Contact: Work Email",
    "salesforce_api_opportunity": "_fivetran_synced,account_id,amount,close_date,created_date,id,is_closed,is_deleted,"
    "is_won,name,owner_id,stage_name,type,lead_source",
    "hubspot_api_deal": "deal_id,is_deleted,deal_pipeline_id,deal_pipeline_stage_id,owner_id,portal_id,"
    "property_dealname,property_description,property_amount,property_closedate,property_createdate",
    "hubspot_api_owner": "owner_id,_fivetran_synced,created_at,portal_id,type,updated_at,email,first_name,last_name",
    "greenhouse_api_application": "id,_fivetran_deleted,applied_at,candidate_id,current_stage_id,is_deleted,"
    "prospect,rejected_at,rejected_reason_id,source_id,status",
    "greenhouse_api_scheduled_interview": "id,_fivetran_deleted,application_id,created_at,end,interview_id,location,"
    "organizer_id,start,status,updated_at",
    "greenhouse_api_scorecard": "id,application_id,candidate_rating,interviewed_at,interviewer_id,notes,status,"
    "submitted_at,submitter_id",
}


@pytest.mark.parametrize("name", HEADERS)
def test_a_header_as_met_is_known_under_any_file_name_and_in_any_order(name: str) -> None:
    labels = HEADERS[name].split(",")
    for order in (labels, labels[::-1]):
        found = recognise("export.csv", order, 1, installed())
        assert found.plan is not None, found
        assert found.plan.preset == name


@pytest.mark.parametrize("name", [preset.name for preset in installed()])
def test_a_preset_knows_its_own_labels_best(name: str) -> None:
    preset = next(
        one for one in installed() if one.name == name
    )  # read anew where another test made all forget
    labels = [aliases[0] for aliases in preset.told_by]
    labels += [part[0] for feed in preset.feeds for _, spec in feed.columns for part in spec.parts]
    best = fits(installed(), list(dict.fromkeys(labels)))
    assert best[0].preset is preset
    assert best[0].is_whole
    assert len(best) == 1 or best[0].known > best[1].known or not best[1].is_whole


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
@pytest.mark.parametrize("which", ["all", "required"])
def test_our_own_tables_are_never_taken_for_a_vendors(table, which: str) -> None:
    names = [c.name for c in table.columns] if which == "all" else list(table.required_columns)
    found = recognise(f"{table.name}.csv", names, 1, installed())
    assert (found.table, found.plan) == (table, None)
    under_any_name = recognise("export.csv", [c.name for c in table.columns], 1, installed())
    assert (under_any_name.table, under_any_name.plan) == (table, None)


def test_a_file_named_after_a_table_is_known_by_its_header_all_the_same() -> None:
    found = recognise("opportunities.csv", HEADERS["hubspot_deals"].split(","), 1, installed())
    assert found.plan is not None
    assert found.plan.preset == "hubspot_deals"


def test_labels_the_plan_does_not_need_are_listed() -> None:
    found = recognise("x.csv", [*HEADERS["hubspot_deals"].split(","), "Salary"], 1, installed())
    assert "Salary" in found.unknown_columns
    assert "Deal Stage" not in found.unknown_columns


def test_a_header_that_lacks_columns_asks_and_names_preset_and_columns() -> None:
    labels = "Opportunity Owner,Account Name,Opportunity Name,Stage,Amount,Close Date,Created Date,Shoe size"
    found = recognise("report.csv", labels.split(","), 4, installed())
    assert found.table is None
    assert found.ask is not None
    said = str(found.ask.message)
    assert (
        "report.csv · line 4 · found a header near Salesforce opportunity report, and also Shoe size" in said
    )
    assert "wanted the columns Opportunity ID" in said
    assert found.ask.choices == (LEFT_OUT,)


def test_a_report_with_a_row_for_each_product_asks_and_names_the_column_too_many() -> None:
    labels = [*HEADERS["salesforce_opportunities"].split(","), "Product Name", "Quantity"]
    found = recognise("report.csv", labels, 4, installed())
    assert (found.table, found.plan) == (None, None)
    assert found.ask is not None
    said = str(found.ask.message)
    assert (
        "report.csv · line 4 · column Product Name · found the header of Salesforce opportunity report"
        in said
    )
    assert "take Product Name out of the report" in said
    assert found.ask.choices == (LEFT_OUT,)


def test_a_header_nobody_knows_is_no_question() -> None:
    found = recognise("x.csv", ["colour", "shape", "size"], 1, installed())
    assert (found.table, found.ask, found.unknown_columns) == (None, None, ("colour", "shape", "size"))


def test_a_header_that_fits_two_presets_asks_which() -> None:
    one = installed()[0]
    from dataclasses import replace

    twin = replace(one, name="twin", vendor="Twin")
    labels = [aliases[0] for aliases in one.told_by]
    labels += [part[0] for feed in one.feeds for _, spec in feed.columns for part in spec.parts]
    found = recognise("x.csv", list(dict.fromkeys(labels)), 1, (one, twin))
    assert found.ask is not None
    assert found.ask.choices == (one.title, twin.title, LEFT_OUT)
    assert [plan.title for plan in found.plans] == [one.title, twin.title]


def test_a_mapping_of_ones_own_goes_before_the_presets() -> None:
    from dataclasses import replace

    preset = next(preset for preset in installed() if preset.name == "hubspot_deals")
    own = replace(preset, name="ours", vendor="Ours", headers="own", order="dmy")
    found = recognise("x.csv", HEADERS["hubspot_deals"].split(","), 1, (*installed(), own))
    assert found.plan is not None
    assert (found.plan.preset, found.plan.confirmed) == ("ours", True)


def test_an_amount_goes_with_its_own_currency_column_not_with_the_converted_one() -> None:
    labels = HEADERS["salesforce_opportunities"].split(",")
    both = ["Amount (converted) Currency", "Amount (converted)", *labels]
    plan = fits(installed(), both)[0].plan
    assert plan.main.rule("currency") == First((Text("amountcurrency"), CodeInCell("amount")))
    only = [label.replace("Amount", "Amount (converted)") for label in labels]
    only = [label.replace("(converted) Currency", "(converted) Currency") for label in only]
    plan = fits(installed(), only)[0].plan
    assert plan.main.rule("currency") == First(
        (Text("amount(converted)currency"), CodeInCell("amount(converted)"))
    )


def test_a_manager_named_is_looked_up_in_the_same_file() -> None:
    labels = [*HEADERS["bamboohr_employees"].split(","), "Reporting to"]
    rule = fits(installed(), labels)[0].plan.main.rule("manager_id")
    assert isinstance(rule, Lookup)
    assert (rule.source, rule.names.parts, rule.ids) == (
        "reportingto",
        ("firstname", "lastname"),
        "employee#",
    )


def test_interviewers_in_columns_of_their_own_are_all_names() -> None:
    header = HEADERS["greenhouse_interviews"].replace("Interviewer(s)", "Interviewer 2,Interviewer 1")
    plan = fits(installed(), header.split(","))[0].plan
    assert plan.preset == "greenhouse_interviews"
    assert plan.main.names == ("interviewer2", "interviewer1")


def test_the_header_row_is_found_by_what_presets_know() -> None:
    assert known_labels(installed(), HEADERS["workday_workers"].split(",")) >= 12
    assert known_labels(installed(), ["Worker Report - as of 09/01/2026"]) == 0
