"""What came up unforeseen: which of the two options was taken, what is open, and whom it is told to."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from helpers.small_company import BASE, Built, built
from hiring.access import scope
from hiring.warehouse.asking import Warehouse

OPENINGS = """
requisition_id,role_profile,opened_on,region
R1,Inside sales,2024-01-16,North
R2,Field sales,2024-01-17,South
"""
APPLICATIONS = """
application_id,candidate_id,requisition_id,source,applied_on,status,region,role_profile
A1,C1,R1,Referral,2024-01-15,active,North,Inside sales
A2,C2,R2,Agency,2024-01-16,active,South,Field sales
"""
INCIDENTS = """
incident_id,opened_on,kind,raised_by,requisition_id,application_id,option_hr,option_sales,decision,resolved_on
N1,2024-02-01,no_show,hr,R1,A1,Wait,Talk again,wait ,2024-02-05
N2,2024-02-02,no_show,hr,R1,A1,Wait,Talk again,TALK again,2024-02-05
N3,2024-02-03,client_change,sales,R1,,Wait,wait,Wait,2024-02-05
N4,2024-02-04,client_change,sales,R2,,Wait,,Something else,2024-02-05
N5,2024-02-05,late_decline,hr,R2,A2,,,,2024-02-06
N6,2024-02-06,other,sales,R2,A2,Wait,Go on,,
N7,2024-02-07,other,sales,R2,A2,Wait,Go on,Wait,2024-07-05
N8,2024-02-08,other,sales,,,Wait,Go on,Wait,2024-02-09
N9,2024-07-01,other,sales,R1,A1,Wait,Go on,Wait,2024-07-02
"""


@pytest.fixture(scope="module")
def company(tmp_path_factory) -> Built:
    tables = {**BASE, "requisitions": OPENINGS, "applications": APPLICATIONS, "incidents": INCIDENTS}
    return built(tmp_path_factory.mktemp("incidents"), tables, as_of=date(2024, 6, 28))


def asked(company: Built, regions_seen: tuple[str, ...] = (), **changed: object) -> list[str]:
    warehouse = Warehouse(company.folder)
    viewer = warehouse.viewer()
    viewer = replace(viewer, regions=regions_seen) if regions_seen else viewer
    choices = scope.choices_from(
        warehouse.ask("shared/filter_values", viewer, {}), warehouse.ask("shared/company", viewer, {})
    )
    parameters = scope.everything(choices).parameters() | changed
    return warehouse.ask("agreement/incidents", viewer, parameters)["incident_id"].tolist()


def test_how_each_ended_is_read_off_the_two_options(company: Built) -> None:
    """In whatever case; resolved after the day of the data is open on it, and what came up after is not there."""
    found = company.rows(
        "select incident_id, has_option_hr, has_option_sales, ended, resolved_on is not null "
        "from marts.incidents order by incident_id"
    )
    assert found == [
        ("N1", True, True, "HR", True),
        ("N2", True, True, "Sales", True),
        ("N3", True, True, "both", True),
        ("N4", True, False, "another", True),
        ("N5", False, False, "not written", True),
        ("N6", True, True, "open", False),
        ("N7", True, True, "open", False),
        ("N8", True, True, "HR", True),
    ]


def test_an_incident_is_of_its_applications_hiring_else_of_its_opening(company: Built) -> None:
    assert asked(company) == ["N1", "N2", "N3", "N4", "N5", "N6", "N7"]
    assert asked(company, regions=["North"]) == ["N1", "N2", "N3"]
    assert asked(company, ("South",)) == ["N4", "N5", "N6", "N7"]
    assert asked(company, sources=["Referral"]) == ["N1", "N2", "N3", "N4"]  # an opening has no source
