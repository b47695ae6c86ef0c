from __future__ import annotations

from collections import Counter, defaultdict
from datetime import timedelta

import pytest

from helpers.sample.rows import day, hires_of, interviewer_of, person_by_interviewer, person_by_owner


@pytest.fixture(scope="module")
def employees(written):
    return written.rows("employees")


@pytest.fixture(scope="module")
def hires(employees):
    return hires_of(employees)


def test_five_years_hold_480_hires_in_five_roles_four_regions_and_three_currencies(written, hires):
    assert len(hires) == 480
    assert len({row["role_profile"] for row in hires}) == 5
    assert len({row["region"] for row in hires}) == 4
    years = Counter(row["hire_date"][:4] for row in hires)
    assert all(years[year] >= 30 for year in ("2022", "2023", "2024", "2025", "2026"))
    assert {row["currency"] for row in written.rows("opportunities")} == {"EUR", "GBP", "USD"}
    assert len({row["source"] for row in written.rows("applications")}) == 6


def test_at_least_sixty_interviewers_of_both_departments_held_interviews(written, employees):
    ways = person_by_interviewer(written.rows("ats_users"), employees)
    seen = {ways[interviewer_of(row)] for row in written.rows("interviews") if row["status"] == "held"}
    departments = {row["employee_id"]: row["department"] for row in employees}
    sides = Counter(departments.get(person, "unknown") for person in seen)
    assert len(seen) >= 60
    assert sides["HR"] + sides["People"] >= 15
    assert sides["Sales"] >= 30


def test_interviewers_are_known_by_id_by_login_by_mail_and_by_name(written, employees):
    rows, users = written.rows("interviews"), written.rows("ats_users")
    ways = ("interviewer_id", "interviewer_email", "interviewer_name")
    assert all(sum(row[way] != "" for way in ways) == 1 for row in rows)
    assert all(any(row[way] for row in rows) for way in ways)
    assert {"0001", "ats-"} <= {row["interviewer_id"][:4] for row in rows}
    assert {interviewer_of(row) for row in rows} <= person_by_interviewer(users, employees).keys()
    names = [row["full_name"] for row in users]
    assert len(names) == len(set(names))


def test_every_candidate_applied(written):
    applied = {row["candidate_id"] for row in written.all_rows("applications")}
    assert {row["candidate_id"] for row in written.rows("candidates")} - applied == set()


def test_every_hires_panel_has_two_to_five_people_who_each_met_them_once(written, employees):
    hired = {row["application_id"] for row in written.rows("applications") if row["status"] == "hired"}
    panels = defaultdict(list)
    for row in written.rows("interviews"):
        if row["status"] == "held" and row["application_id"] in hired:
            panels[row["application_id"]].append(interviewer_of(row))
    assert hired == panels.keys()
    assert all(len(set(panel)) == len(panel) for panel in panels.values())
    assert {len(panel) for panel in panels.values()} <= {2, 3, 4, 5}


def test_about_ten_colleagues_left_and_came_back_later_under_the_same_id(hires):
    spells = defaultdict(list)
    for row in hires:
        spells[row["employee_id"]].append(row)
    twice = [sorted(rows, key=lambda row: row["hire_date"]) for rows in spells.values() if len(rows) > 1]
    assert 8 <= len(twice) <= 12
    for first, second in twice:
        assert day(second["hire_date"]) - day(first["termination_date"]) > timedelta(days=100)
        assert second["original_hire_date"] == first["hire_date"]
        assert second["full_name"] == first["full_name"]


def test_the_crms_history_covers_the_start_of_all_but_a_few_early_hires(written, hires):
    first_deal = min(day(row["created_on"]) for row in written.rows("opportunities"))
    early = [row for row in hires if day(row["hire_date"]) < first_deal - timedelta(days=31)]
    others = [day(row["hire_date"]) for row in hires if row not in early]
    assert 3 <= len(early) <= 6
    assert min(others) > first_deal + timedelta(days=31)


def test_nobody_manages_themselves_and_every_chain_ends_at_the_top(employees):
    manager = {row["employee_id"]: row["manager_id"] for row in employees}
    for person in manager:
        steps, above = 0, manager[person]
        while above:
            steps, above = steps + 1, manager[above]
            assert steps < 10


def test_mail_goes_nowhere_and_names_hold_what_careless_readers_break(written, employees):
    addresses = [row["work_email"] for row in employees] + [
        row["email"] for row in written.rows("candidates")
    ]
    assert all(address.lower().endswith(".example") for address in addresses if address)
    names = {row["full_name"] for row in employees}
    assert {"Ives Null", "Saoirse O'Dunmarrow", "林 云岚", "Mirela O"} <= names
    assert not any("," in name for name in names)


def test_logins_are_doubled_without_an_id_or_of_nobody_now_and_then(written, employees):
    users = written.rows("crm_users")
    owners = person_by_owner(users, employees)
    logins = Counter(owners.values())
    assert 5 <= sum(count == 2 for count in logins.values()) <= 40
    assert sum(not row["employee_id"] and row["owner_id"] in owners for row in users) >= 15
    assert 5 <= sum(row["owner_id"] not in owners for row in users) <= 12


def test_deals_lie_before_the_hire_after_the_exit_and_with_nobody(written, employees):
    owners = person_by_owner(written.rows("crm_users"), employees)
    spells = defaultdict(list)
    for row in hires_of(employees):
        end = day(row["termination_date"]) if row["termination_date"] else None
        spells[row["employee_id"]].append((day(row["hire_date"]), end))
    found: Counter[str] = Counter()
    for row in written.rows("opportunities"):
        if row["is_won"] != "true":
            continue
        person, closed = owners.get(row["owner_id"], ""), day(row["closed_on"])
        found["credit note"] += row["amount"].startswith("-")
        if not (row["owner_id"] or row["owner_email"] or row["owner_name"]):
            found["nobody"] += 1
        if person in spells:
            found["before"] += closed < min(start for start, _ in spells[person])
            found["inherited"] += any(day(row["created_on"]) < start <= closed for start, _ in spells[person])
            found["after"] += all(end and closed > end for _, end in spells[person])
    assert all(found[word] >= 20 for word in ("before", "after", "nobody", "inherited", "credit note")), found


def test_splits_share_deals_and_some_give_more_than_the_whole(written):
    totals: Counter[str] = Counter()
    for row in written.rows("opportunity_splits"):
        totals[row["opportunity_id"]] += float(row["share"])
    over = [total for total in totals.values() if total > 1.001]
    assert len(totals) > 400
    assert 0.05 < len(over) / len(totals) < 0.3
    assert max(over) == 2
