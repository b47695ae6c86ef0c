"""The truth file: what was planted, and which stories of the sample are true in it and which are not."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np

from hiring.loading import plain_files
from hiring.sample.company import Company
from hiring.sample.days import iso
from hiring.sample.flaws import Planted
from hiring.sample.hidden import (
    LUCK,
    SLOPES,
    SOURCE_EFFECTS,
    luckiest_pair,
)
from hiring.sample.interview_tables import ats_user_id
from hiring.sample.selling import STRENGTH
from hiring.sample.stories import stories
from hiring.sample.world import COMPETENCIES, ROLES, SOURCES


def _lucky(company: Company) -> dict[str, Any] | None:
    found = luckiest_pair(company.hidden, company.parts)
    if found is None:
        return None
    pair, count, luck = found
    ids = [company.people[number].employee_id for number in pair]
    return {"pair": ids, "hires": count, "mean_luck": round(luck, 3)}


def _interviewers(company: Company) -> list[dict[str, Any]]:
    seats = Counter(number for panel in company.hidden.panels for number in panel)
    return [
        {
            "employee_id": person.employee_id,
            "ats_user_id": ats_user_id(person),
            "name": person.name,
            "department": "HR" if person.kind == "hr" else "Sales",
            "effect": company.hidden.interviewers[person.number],
            "leniency": person.leniency,
            "noise": person.noise,
            "hires": seats[person.number],
        }
        for person in company.people
        if person.interviews
    ]


def _qualities(company: Company) -> list[dict[str, Any]]:
    return [
        {
            "employee_id": company.employee_ids[spell.person],
            "hire_date": iso(spell.start),
            **{name: round(value, 4) for name, value in asdict(spell.parts).items()},
            "total": round(spell.parts.total, 4),
        }
        for spell in company.hires
        if spell.parts is not None
    ]


def truth(company: Company, planted: list[Planted]) -> dict[str, Any]:
    """Everything planted, ready to be written as JSON. Effects are in the units of `quality`, whose spread is given."""
    totals = np.array([quality.total for quality in company.parts])
    hidden = company.hidden
    return {
        "about": "Planted effects of the invented company; no export holds any of this.",
        "seed": company.seed,
        "hires": len(company.hires),
        "rehires": len(company.hires) - len({spell.person for spell in company.hires}),
        "quality": {
            "is": "source + interviewers of the panel + pairs + competency slopes of the role + luck",
            "spread": round(float(totals.std()), 4),
            "mean": round(float(totals.mean()), 4),
            "luck_spread": LUCK,
            "log_sales_for_one_spread": STRENGTH,
        },
        "interviewers": _interviewers(company),
        "pairs": [
            {
                "pair": [company.people[number].employee_id for number in pair],
                "effect": effect,
                "hires": hidden.shared[pair],
            }
            for pair, effect in sorted(hidden.pairs.items())
        ],
        "lucky_pair": _lucky(company),
        "sources": dict(zip(SOURCES, SOURCE_EFFECTS, strict=True)),
        "slopes": {
            role.name: dict(zip(COMPETENCIES, slopes, strict=True))
            for role, slopes in zip(ROLES, SLOPES, strict=True)
        },
        "years_in_sales": 0.0,
        "ramp_months": {role.name: role.ramp_months for role in ROLES},
        "territories": dict(zip(company.land.names, company.land.potentials, strict=True)),
        "qualities": _qualities(company),
        "stories": [asdict(story) for story in stories(company)],
        "bad_rows": [asdict(row) for row in planted],
    }


def write_truth(path: Path, company: Company, planted: list[Planted]) -> None:
    """Writes the truth as JSON, making the folder it goes to; raises `OSError`, also where a link lies there."""
    path.parent.mkdir(parents=True, exist_ok=True)
    content = json.dumps(truth(company, planted), indent=1, ensure_ascii=False)
    plain_files.put(path, f"{content}\n".encode())
