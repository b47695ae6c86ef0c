"""Why nothing stands somewhere though its file came in: which link between the files is broken, and how to mend it.

Without this a page would say that the filters leave nothing, and widening them would never help.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from hiring import words
from hiring.access.scope import Scope
from hiring.config import FEWEST_PEOPLE

#: What helps where filters leave too few, and where they leave all there are.
WIDEN = "Widen the hire period or take a filter off."
NONE_HELD = "No interview is marked held: look whether their status says what it should."
WHO_IS_WHOM = "Say who is whom on the page Identity match"
NOBODY, NOT_YOURS = "No hire is known", "No hire is of your regions and roles"
ASK_FOR_ACCESS = (
    "The hires there are belong to regions or roles that are not part of your access. Whoever runs this dashboard can "
    "tell which are."
)


def fact(links: pd.DataFrame) -> str:
    """That there is no hire at all, or none the viewer may see; nothing where there is one."""
    row = _row(links)
    if row["is_any_hire_seen"]:
        return ""
    return NOT_YOURS if row["count_hires"] else NOBODY


def hires(links: pd.DataFrame) -> str:
    """Why there is no hire at all (`shared/links`), or none the viewer may see; nothing where there is one."""
    row = _row(links)
    if row["is_any_hire_seen"]:
        return ""
    if row["count_hires"]:
        return ASK_FOR_ACCESS
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
    return (
        f"The HR file has {people} in which nobody in Sales was hired by the day the data speak of. It stands above: "
        "where it was given for the build and is too early, build without it."
    )


def answer(links: pd.DataFrame, sentence: str) -> str:
    """A page's answer, unless no hire can be shown: then no filter is to blame, and nothing else is true."""
    return fact(links) or sentence


def warning(links: pd.DataFrame) -> tuple[str, str]:
    """(fact, cause) to stand above every page where no hire can be shown, or nobody has left; else nothing."""
    if nobody := fact(links):
        return f"{nobody}, so no filter will show one.", hires(links)
    row = _row(links)
    if row["count_exits"] or row["count_spells"] < FEWEST_PEOPLE:
        return "", ""
    people = words.counted(row["count_spells"], "spell of employment", "spells of employment")
    return (
        f"The HR file has {people}, and nobody in it has left.",
        "If the leavers or their exit days (termination_date) are missing, everybody looks as if they stayed, and who "
        "left as if they sold nothing more. Export former employees too.",
    )


def offices(links: pd.DataFrame) -> str:
    """That hires of all offices are compared with each other: fewer than half of theirs are known; else nothing."""
    row = _row(links)
    known, every = row["count_hires_with_region"], row["count_hires"]
    if 2 * known >= every:
        return ""
    if known:
        return (
            f"The region of only {words.number(known)} of {words.counted(every, 'hire')} is recorded, so all others "
            "are compared with each other as if of one office. Export the region of each."
        )
    return "No hire's region is recorded, so hires of all offices are compared with each other. Export the region too."


def territories(links: pd.DataFrame) -> str:
    """Why nobody can check whether hires were dealt equal territories: fewer than half are known; else nothing."""
    row = _row(links)
    known, every = row["count_hires_with_territory"], row["count_hires"]
    if 2 * known >= every:
        return ""
    lacking, dealt = (
        (
            f"The territory of only {words.number(known)} of {words.counted(every, 'hire')} is known",
            "the others were",
        )
        if known
        else ("No hire's territory is known", "some were")
    )
    return (
        f"{lacking}, so whether {dealt} dealt richer ones is neither checked nor levelled out. "
        "Export the territory of each opportunity."
    )


def ground(links: pd.DataFrame) -> str:
    """In what hires may differ from the start that no comparison knows: their offices, their territories."""
    return f"{offices(links)} {territories(links)}".strip()


def openings(links: pd.DataFrame, scope: Scope) -> str:
    """Why a chosen role, region or segment leaves no application: none has one, for want of its opening's."""
    row = _row(links)
    chosen = {"role": scope.role_profiles, "region": scope.regions, "segment": scope.segments}
    lacking = [
        name for name, values in chosen.items() if values and not row[f"count_applications_with_{name}"]
    ]
    if not row["count_applications"] or not lacking:
        return ""
    return (
        f"No application has a {' or a '.join(lacking)}, so none is left where one is chosen. They have those of "
        "their opening: export requisitions.csv with them, and the requisition_id of each application."
    )


def backgrounds(links: pd.DataFrame) -> str:
    """Why nothing is known of what hires brought though candidates came in; nothing where something is."""
    if cause := applications(links):
        return cause
    if _row(links)["count_backgrounds"]:
        return ""
    return (
        "No hire's candidate has years in sales or an industry: export years_in_sales and previous_industry."
    )


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
    if not row["count_applications"]:
        return "No application is loaded, and without applications nobody knows which candidate became which hire."
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
        return NONE_HELD
    return applications(links) or (
        f"{words.counted(row['count_held'], 'held interview')} came in, but none is of an application that led to a "
        "hire: look whether both files have the same application ids."
    )


def stages(links: pd.DataFrame) -> str:
    """Why no stage lies between applying and the offer though interviews came in; nothing where one does."""
    row = _row(links)
    if not row["count_held"]:
        return NONE_HELD
    if row["count_in_a_stage"]:
        return ""
    return (
        f"{words.counted(row['count_held'], 'held interview')} came in, and what their stage is called is read as no "
        "stage. Say what its words mean on the page Map a file, or correct the column stage."
    )


def _row(links: pd.DataFrame) -> Mapping[Any, int]:
    return {name: int(value) for name, value in links.iloc[0].items()}
