"""A company whose exports name somebody, and the same exports once that person is to be forgotten."""

from __future__ import annotations

from helpers.small_company import BASE, CRM_USERS

NAME = "Zarathustra Stern"  # of a login nobody is joined to: the page Identity match lists it
_OTHERS = "".join(f"U-{number},Somebody Else {number},,\n" for number in range(8))
KNOWN = {**BASE, "crm_users": f"{CRM_USERS.rstrip()}\nU-Z,{NAME},,\n{_OTHERS}", "erased_people": ""}
FORGOTTEN = {**KNOWN, "erased_people": "system,person_id,erased_on\ncrm,U-Z,2026-06-01\n"}
