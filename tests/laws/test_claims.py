"""No label before its own simulation: whatever the product calls clear is heard in companies in which nothing is true.

The companies are those of `python -m benchmarks.null_companies`; what each claim is and where it is judged stands in
`benchmarks/page_claims.py`.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from benchmarks.page_claims import CLAIMS
from laws.judging import sites
from laws.reading import ROOT, keep, written

#: What judges by itself nothing that a page says: the judges, and words on how labels are given.
NO_CLAIMS: Mapping[str, str] = {
    "hiring.statistics.evidence.claims.labels": "a judge",
    "hiring.statistics.evidence.telling.short_of_yes": "words beside a no",
    "hiring.findings.definitions.labels": "words on how labels are given",
    "hiring.findings.methods.answer._of_pairs": "words on how labels are given",
    "hiring.findings.methods.answer._single": "words on how labels are given",
    "hiring.findings.methods.answer.compared": "words on how labels are given",
    "hiring.findings.role_profiles.as_a_whole.luck": "says yes only where ratings as a whole are Clear",
    "hiring.statistics.profiles.contrasts.roles_differ": "lets roles be told apart, a claim of its own in each",
    "hiring.statistics.profiles.gates.label_of": "a judge",
    "hiring.statistics.rates.sign_probability": "the chance that judges hold against their thresholds",
    "hiring.statistics.ratings.not_known.standing": "a judge",
    "hiring.findings.review.figures._changes": "told where Clear alone; a test hears quarters of nothing",
    "hiring.findings.review.figures._reach": "words on from where on a change is told",
    "hiring.findings.sentences.likely": "words of a verdict already judged",
    "hiring.statistics.verdicts._label": "a judge",
    "hiring.statistics.verdicts.judge": "a judge",
    "hiring.statistics.verdicts.judge_answer": "a judge",
    "hiring.statistics.verdicts.judge_together": "a judge",
    "hiring.statistics.verdicts.label_of_range": "a judge",
    "hiring.statistics.verdicts.most_telling": "a judge",
}
WAY_OUT = (
    "judges, and no simulation hears it: name it in benchmarks/page_claims.py with the labels it gives, see what "
    "python -m benchmarks.null_companies says of it, and only then show it"
)


def no_label_before_its_simulation(root: Path, named: set[str]) -> list[str]:
    return [f"{site}: {WAY_OUT}" for site in sorted(sites(root) - named)]


def named() -> set[str]:
    return {site for claim in CLAIMS for site in claim.judged_in} | set(NO_CLAIMS)


def test_whatever_judges_is_heard_where_nothing_is_true() -> None:
    keep(no_label_before_its_simulation(ROOT, named()))


def test_nothing_is_named_that_judges_no_more() -> None:
    keep([f"{site}: judges nothing; take it out of the list" for site in sorted(named() - sites(ROOT))])


@pytest.mark.parametrize(
    "text",
    [
        "from hiring.statistics.verdicts import judge\n\ndef title(found):\n    return judge(found).label\n",
        "from hiring.statistics import verdicts\n\ndef title(found):\n    return verdicts.judge_together(found)\n",
        "from hiring.statistics.verdicts import CLEAR_FROM\n\ndef title(chance):\n    return chance > CLEAR_FROM\n",
        "def title(found):\n    return 'more' if found.low > 0 else 'cannot tell'\n",
        "from hiring.statistics.verdicts import Label\n\ndef title(p):\n    return Label.CLEAR if p < 0.01 else None\n",
    ],
)
def test_a_new_judge_is_found_however_it_judges(tmp_path: Path, text: str) -> None:
    (fault,) = no_label_before_its_simulation(written(tmp_path, {"hiring/findings/new.py": text}), set())
    assert fault == f"hiring.findings.new.title: {WAY_OUT}"


@pytest.mark.parametrize(
    "text",
    [
        "def shown(found, names):\n    return [names[one] for one in found if one.label == Label.CLEAR]\n",
        "def standing(counted):\n    return counted\n\ndef title(counted):\n    return standing(counted)\n",
        "def reach(low):\n    return low >= 0\n",
    ],
)
def test_who_only_tells_what_was_judged_is_left_alone(tmp_path: Path, text: str) -> None:
    assert no_label_before_its_simulation(written(tmp_path, {"hiring/findings/new.py": text}), set()) == []
