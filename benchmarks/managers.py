"""`python -m benchmarks.managers`: companies in which managers matter, or interviewers, or both, and what is claimed.

Each manager has a pool of interviewers, shared in part with the next one; seats go to it half of the time or nine times
in ten. Of 30 companies of 300 hires in which only managers differ (.5 SD), 27 to 63 in a hundred were told something
false of interviewers or pairs when the manager was not held, and of 8 companies of 1,000 hires all; held, none
of 136. Where only interviewers differ (.25 SD, nine in ten, 1,000 hires) the rank
correlation with the truth stays at .74, and 18 claims a company are Clear where 22 were.
"""

from __future__ import annotations

import argparse
from dataclasses import dataclass

import numpy as np
import pandas as pd

from benchmarks.hands import Frames, answers
from hiring.statistics.evidence.claims import OF_MANAGERS
from hiring.statistics.evidence.forecast import Foretold
from hiring.statistics.evidence.judging import whole
from hiring.statistics.verdicts import UNTOLD, Label

REGIONS, PANEL, HIRES_EACH = 3, 3, 25


@dataclass(frozen=True)
class Kind:
    """What is true: standard deviations of managers and interviewers, luck being 1. And who sits on panels.

    `own`: how often a seat goes to the manager's own pool rather than to anybody; `in_person`: how often the manager
    takes the first one.
    """

    managers: float = 0.0
    interviewers: float = 0.0
    own: float = 0.5
    in_person: float = 0.0


KINDS = {
    f"{what}, {how}": Kind(managers, interviewers, own, in_person)
    for what, managers, interviewers in (
        ("managers .3", 0.3, 0.0),
        ("managers .5", 0.5, 0.0),
        ("interviewers .25", 0.0, 0.25),
        ("both", 0.3, 0.25),
    )
    for how, own, in_person in (
        ("half of seats in the manager's pool", 0.5, 0.0),
        ("nine in ten", 0.9, 0.0),
        ("and the manager in seven of ten", 0.9, 0.7),
    )
}


def company(kind: Kind, hires: int, seed: int) -> tuple[Frames, dict[str, float]]:
    """Answers to `evidence/hires`, `months` and `seats`, and the true effect of each interviewer in SD of luck.

    Each manager has a pool of four interviewers, of whom the next manager shares two, and is interviewer 1 of them.
    """
    random = np.random.default_rng([seed, hires, round(1000 * (kind.own + kind.in_person))])
    managers = max(4, hires // HIRES_EACH)
    count = 2 * managers
    busy = 1 / np.arange(1, managers + 1) ** 0.5
    manager = random.choice(managers, hires, p=busy / busy.sum())
    pools = (2 * np.arange(managers)[:, None] + np.arange(4)) % count
    panels = np.array([_panel(random, kind, int(one), pools[one], count) for one in manager])
    of_managers = kind.managers * random.standard_normal(managers)
    effects = kind.interviewers * random.standard_normal(count)
    luck = random.standard_normal(hires)
    sold = np.exp(0.9 * (of_managers[manager] + effects[panels].sum(axis=1) + luck))
    made, months, seats = answers(random, panels, sold, np.ones(hires))
    made = made.assign(
        region=np.char.add("Region ", (manager % REGIONS).astype(str)),
        manager_id=np.char.add("I", (2 * manager).astype(str)),
    )
    return (made, months, seats), {f"I{place}": float(effect) for place, effect in enumerate(effects)}


def _panel(random: np.random.Generator, kind: Kind, manager: int, pool: np.ndarray, count: int) -> list[int]:
    found: list[int] = [2 * manager] if random.random() < kind.in_person else []
    while len(found) < PANEL:
        among = pool if random.random() < kind.own else np.arange(count)
        one = int(random.choice(among))
        if one not in found:
            found.append(one)
    return found


def claimed(kind: Kind, hires: int, seed: int, *, known: bool) -> dict[str, float]:
    """What one company is told; `known`: whether its managers are. Shares of companies as zeros and ones."""
    (made, months, seats), effects = company(kind, hires, seed)
    found = whole(made if known else made.assign(manager_id=None), months, seats)
    people, pairs = found.interviewers, found.pairs
    truths = _truth(people, effects, "id"), _truth(pairs, effects, "first_id", "second_id")
    clear = [(frame["label"] == Label.CLEAR).to_numpy(bool) for frame in (people, pairs)]
    wrong = [
        is_clear & (truth * frame["estimate"].to_numpy(float) <= 0)
        for is_clear, truth, frame in zip(clear, truths, (people, pairs), strict=True)
    ]
    true = pd.Series(truths[0])
    return {
        "false": float(any(one.any() for one in wrong)),
        "false interviewer": float(wrong[0].any()),
        "any": float(any(one.any() for one in clear)),
        "claims": float(sum(one.sum() for one in clear)),
        "foretold": float(found.forecast.state is Foretold.YES),
        "rank": float(people["estimate"].rank().corr(true.rank())) if true.nunique() > 1 else np.nan,
        "held 95": float(((people["low"] <= true) & (true <= people["high"])).mean()),
        "too few": float(people["label"].isin(UNTOLD).mean()),
        "one manager": float(people["capped_by"].isin(OF_MANAGERS).mean()),
    }


def _truth(frame: pd.DataFrame, effects: dict[str, float], *columns: str) -> np.ndarray:
    """The true effect of each row, summed over its people."""
    return np.sum([frame[column].map(effects).to_numpy(float) for column in columns], axis=0)


def main() -> None:
    """Print shares of companies, a line a kind."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.managers", description=__doc__)
    parser.add_argument("--companies", type=int, default=100)
    parser.add_argument("--hires", type=int, nargs="*", default=[300, 1000])
    parser.add_argument("--kind", nargs="*", default=list(KINDS))
    arguments = parser.parse_args()
    for name in arguments.kind:
        for hires in arguments.hires:
            for known in (False, True):
                seeds = range(arguments.companies)
                rows = [claimed(KINDS[name], hires, seed, known=known) for seed in seeds]
                shares = pd.DataFrame(rows).mean().round(3).to_dict()
                managers = "known" if known else "not known"
                print(f"{name} · {hires} hires · managers {managers} · {len(rows)}: {shares}", flush=True)


if __name__ == "__main__":
    main()
