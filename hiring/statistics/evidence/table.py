"""The evidence as rows and JSON: what the command line prints, and what others may rely on."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

import pandas as pd

from hiring.statistics.evidence import check_sentences, telling
from hiring.statistics.evidence.claims import count_alike
from hiring.statistics.evidence.controls import Subject
from hiring.statistics.evidence.fits import Kind
from hiring.statistics.evidence.forecast import Forecast, Foretold
from hiring.statistics.evidence.judging import Evidence
from hiring.statistics.evidence.luck import Luck
from hiring.statistics.evidence.managers import sentence
from hiring.statistics.evidence.shown import Shown, highest

KINDS = {"interviewers": Kind.INTERVIEWERS, "pairs": Kind.TOTALS, "sources": Kind.SOURCES}


def as_json(found: Shown, kind: Kind) -> dict[str, Any]:
    """`who_can_say`, `rows` and `checks`, with nothing in it that JSON cannot hold; checks are the company's."""
    said = (telling.who_can_say(found.company), found.rests_on if found.company.gate.may_rank else "")
    return {
        "who_can_say": " ".join(filter(None, said)),
        "rows": rows(found, kind),
        "checks": checks(found, kind),
    }


def rows(found: Shown, kind: Kind) -> list[dict[str, Any]]:
    """One row an interviewer, pair or source with enough hires, the highest estimate first, too few last.

    Keys who (ids), names (empty where the viewer sees none), n (hires of the company the estimate is from; the least it
    can be where `n_is_least`, as the true one is kept back), n_selected (those of them the filters leave), estimate,
    low, high (95 %), probability (of being above zero), label, next_step; interviewers and pairs also
    chance_of_top_third (0–1; null where luck does as much, hires did not start from equal ground, or too little is
    seen), pairs combination (a text or null). Estimates are in SD of the outcome.
    """
    frame = {
        Kind.INTERVIEWERS: found.evidence.interviewers,
        Kind.TOTALS: found.evidence.pairs,
        Kind.SOURCES: found.evidence.sources,
    }[kind]
    names = found.names or {}
    return [_row({str(k): v for k, v in row.items()}, kind, names) for row in frame.to_dict("records")]


def _row(row: Mapping[str, Any], kind: Kind, names: Mapping[str, str]) -> dict[str, Any]:
    who = [row["first_id"], row["second_id"]] if kind is Kind.TOTALS else [row["id"]]
    shown_names = who if kind is Kind.SOURCES else [names[one] for one in who if one in names]
    made: dict[str, Any] = {"who": [str(one) for one in who], "names": shown_names, "n": int(row["n"])}
    made |= {"n_selected": int(row["here"]), "n_is_least": bool(row["is_least"])}
    for name in ("estimate", "low", "high", "probability"):
        made[name] = float(row[name])
    made |= {"label": str(row["label"]), "next_step": telling.next_step(row, kind)}
    if kind is not Kind.SOURCES:
        made["chance_of_top_third"] = number(float(row["top_third"]))
    if kind is Kind.TOTALS:
        made["combination"] = str(row["combination"]) or None
    return made


def checks(found: Shown, kind: Kind) -> dict[str, Any]:
    """What was checked of this kind, with its numbers; null where a check had nothing to look at."""
    evidence = found.company
    subject = Subject.SOURCES if kind is Kind.SOURCES else Subject.INTERVIEWERS
    dealt = {
        Kind.INTERVIEWERS: evidence.luck.interviewers,
        Kind.TOTALS: evidence.luck.pairs,
        Kind.SOURCES: evidence.luck.sources,
    }[kind]
    made: dict[str, Any] = {
        "luck": _luck(dealt, highest(found, kind, dealt)),
        "negative_control": _control(evidence, subject),
        "other_outcome": {
            "top": evidence.other_outcome.count_top,
            "stay": evidence.other_outcome.count_stay,
        },
        "panels": _panels(evidence),
        "managers": _managers(evidence),
        "forecast": _forecast(evidence.forecast) if subject is Subject.INTERVIEWERS else None,
        "outcome": list(telling.outcome_notes(evidence.outcomes)),
    }
    if kind is Kind.TOTALS:
        pairs = evidence.luck.combinations
        made["combinations"] = {
            "pairs": pairs.count_pairs,
            "probability_of_largest": number(pairs.p_largest),
            "probability_of_spread": number(pairs.p_spread),
            "sentence": telling.combination_sentence(evidence),
        }
    return made


def _control(evidence: Evidence, subject: Subject) -> dict[str, Any]:
    return {
        "is_flagged": evidence.control.is_flagged(subject),
        "is_cleared": subject in evidence.control.cleared,
        "facts": [
            {
                "fact": check.name,
                "hires": check.count_hires,
                "probability": number(check.probability),
                "is_flagged": check.is_flagged,
            }
            for check in evidence.control.checks
            if check.subject is subject
        ],
    }


def _panels(evidence: Evidence) -> dict[str, Any]:
    return {
        "hires": evidence.gate.count_mature,
        "recorded": evidence.gate.count_with_panel,
        "seats_missing": number(1 - evidence.recorded),
        "times_wider": number(evidence.times_wider),
        "sentence": check_sentences.panels_sentence(evidence) or None,
    }


def _managers(evidence: Evidence) -> dict[str, Any]:
    found = evidence.managers
    count = count_alike(evidence.interviewers, evidence.pairs)
    return {
        "hires": found.count_hires,
        "known": found.count_known,
        "held": found.count_managers,
        "sentence": sentence(found, count) or None,
    }


def _luck(found: Luck, sentence: str) -> dict[str, Any] | None:
    if not found.count_groups:
        return None
    return {
        "best_mean": number(found.best_mean),
        "luckiest_mean": number(found.luckiest_mean),
        "probability_of_best": number(found.p_best),
        "probability_of_spread": number(found.p_any),
        "sentence": sentence,
    }


def _forecast(found: Forecast) -> dict[str, Any] | None:
    if found.state is Foretold.NOT_ASKED:
        return None
    return {
        "state": found.state.value,
        "first": found.count_first,
        "later": found.count_later,
        **{name: number(getattr(found, name)) for name in ("slope", "low", "high")},
        "sentence": check_sentences.forecast_sentence(found),
    }


def number(value: float) -> float | None:
    """A number JSON can hold."""
    return float(value) if math.isfinite(value) else None


def as_frame(made: list[dict[str, Any]]) -> pd.DataFrame:
    """The rows as a flat frame for a table or CSV: ids and names joined by " + "."""
    flat = [{**row, "who": " + ".join(row["who"]), "names": " + ".join(row["names"])} for row in made]
    return pd.DataFrame(flat)
