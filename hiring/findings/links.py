"""Why nothing stands somewhere though its file came in: which link between the files is broken, and how to mend it.

Without this a page would say that the filters leave nothing, and widening them would never help.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from hiring import words

WHO_IS_WHOM = "Say who is whom on the page Identity match"


def hires(links: pd.DataFrame) -> str:
    """Why there is no hire at all (`shared/links`); nothing where there is one."""
    row = _row(links)
    if row["count_hires"]:
        return ""
    people = words.counted(row["count_spells"], "spell of employment", "spells of employment")
    if not row["count_in_sales"]:
        return (
            f"The HR file has {people}, and no department that is read as Sales: say what its words mean on the page "
            "Map a file, or correct the column department."
        )
    if not row["count_with_role"]:
        return (
            f"The HR file has {people}, {words.number(row['count_in_sales'])} of them in Sales, and none with a role: "
            "export a role profile or a job title."
        )
    return f"The HR file has {people} in which nobody in Sales was hired by the day the data speak of."


def answer(links: pd.DataFrame, sentence: str) -> str:
    """A page's answer, unless there is no hire at all: then no filter is to blame, and nothing else is true."""
    return "No hire is known" if hires(links) else sentence


def warning(links: pd.DataFrame) -> tuple[str, str]:
    """(fact, cause) to stand above every page where there is no hire at all; else nothing."""
    cause = hires(links)
    return ("No hire is known, so no filter will show one.", cause) if cause else ("", "")


def offers(links: pd.DataFrame) -> str:
    """Why there is no offer though applications came in; nothing where some application has one."""
    if _row(links)["count_offers"]:
        return ""
    return "No application has a day of its offer: export that column too (offered_on)."


def sources(links: pd.DataFrame) -> str:
    """Why all hires are of one source, where the file names only one; else nothing."""
    if _row(links)["count_sources"] != 1:
        return ""
    return "Every application names the same source: look whether the right column was exported."


def quotas(links: pd.DataFrame) -> str:
    """Why no hire has a quota though quotas came in (`shared/links`); nothing where some hire has one."""
    row = _row(links)
    if not row["count_quotas"] or row["count_hires_with_quota"]:
        return ""
    if not row["count_quotas_matched"]:
        return (
            f"{words.counted(row['count_quotas'], 'quota')} came in, but their owners are nobody in the HR file. "
            f"{WHO_IS_WHOM}, or add the CRM's user list with e-mails or employee numbers."
        )
    return (
        f"{words.counted(row['count_quotas'], 'quota')} came in, but none lies within the time of a hire: look "
        "whether their periods are right."
    )


def applications(links: pd.DataFrame) -> str:
    """Why no hire has an application though applications came in; nothing where some hire has one."""
    row = _row(links)
    if nobody := hires(links):
        return nobody
    if row["count_hired_matched"]:
        return ""
    if not row["count_hired"]:
        return "No application is marked hired: look whether the export leaves those out."
    return (
        f"{words.counted(row['count_hired'], 'application')} came in marked hired, but none leads to anybody in the HR "
        f"file. Export the employee's number with them, or the candidates' e-mails. {WHO_IS_WHOM}."
    )


def interviews(links: pd.DataFrame) -> str:
    """Why nobody is known to have met a hire though interviews came in; nothing where somebody is."""
    row = _row(links)
    if nobody := hires(links):
        return nobody
    if row["count_seats"]:
        return ""
    if not row["count_held"]:
        return "No interview is marked held: look whether their status says what it should."
    return applications(links) or (
        f"{words.counted(row['count_held'], 'held interview')} came in, but none is of an application that led to a "
        "hire: look whether both files have the same application ids."
    )


def _row(links: pd.DataFrame) -> Mapping[Any, int]:
    return {name: int(value) for name, value in links.iloc[0].items()}
