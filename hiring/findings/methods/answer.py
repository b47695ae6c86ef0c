"""The page "Methods" in words: how an outcome is made, who is compared with whom, what a label means, what is not said.

Thresholds stand here by their names in the code, so that the words cannot fall behind it.
"""

from __future__ import annotations

import pandas as pd

from hiring import words
from hiring.statistics.evidence.claims import (
    COMBINATION_BY_LUCK,
    ENOUGH_HIRES,
    FEWEST_HIRES,
    LEAST_RELIABILITY,
)
from hiring.statistics.evidence.controls import FEWEST_KNOWN
from hiring.statistics.evidence.designs import FEWEST_PAIR_HIRES, SMALLEST_LEVEL
from hiring.statistics.evidence.fits import Kind
from hiring.statistics.evidence.gates import FEWEST_FOR_COMBINATIONS, FEWEST_TO_RANK
from hiring.statistics.evidence.luck import BY_LUCK, DRAWS, PERMUTATIONS
from hiring.statistics.evidence.managers import MOST_OF_ONE, MOST_WITH_ONE
from hiring.statistics.evidence.needed import WORTH_ACTING_ON
from hiring.statistics.evidence.telling import percentile
from hiring.statistics.outcomes import FEWEST_MONTHS, LEAST_QUOTA_COVERAGE, LONGEST_MONTHS
from hiring.statistics.verdicts import BY_LUCK_IN_A_SET, CLEAR_FROM, LEANING_FROM

Pairs = tuple[tuple[str, str], ...]
STANDFIRST = (
    "Every company has a luckiest interviewer. This page says what these pages cannot say, how sure their labels are, "
    "and how often each page was wrong where the truth was known."
)
CONTENTS = (
    ("What this cannot say", "silence"),
    ("How sure each label is", "labels"),
    ("How often each page is wrong", "alarms"),
    ("Which aims were missed", "missed"),
    ("How a claim is made", "claim"),
    ("How near the truth", "scale"),
)
INTERVIEWER, PAIR = FEWEST_HIRES[Kind.INTERVIEWERS], FEWEST_HIRES[Kind.TOTALS]


def outcome() -> Pairs:
    """How the outcome of a hire is made, step by step."""
    above = words.percent(1 - percentile(WORTH_ACTING_ON))
    return (
        (
            "Sold, for the time they had",
            f"what a hire sold in up to {LONGEST_MONTHS} months, against what hires of the same role sell in as many "
            "months. Somebody in month 8 is set against other months 8.",
        ),
        (
            "Against quota",
            "divided by their quota over the role's usual one, so that a large territory is no head start. Where fewer "
            f"than {words.percent(LEAST_QUOTA_COVERAGE)} of a role's hires have a quota this step is left out, and "
            "said to be.",
        ),
        (
            "Who left",
            "counts, with nothing sold in the months after. It is checked whether the answer stands when only months "
            "in the job count.",
        ),
        (
            "Old enough",
            f"{FEWEST_MONTHS} months since the first day, whether they are still here or not.",
        ),
        (
            "Ranked within the role",
            "only the place among the role's hires goes on from here: one huge deal cannot speak for an interviewer, "
            "and roles of different money compare.",
        ),
        (
            "The unit",
            f"standard deviations (SD). {WORTH_ACTING_ON:g} SD leads from the middle of a role to where {above} stand "
            "higher; it is taken as the least that is worth acting on.",
        ),
    )


PANELS_IN_PART = (
    "Panels in part",
    "where interviews are missing from the exports, an interviewer is compared with hires that they saw as "
    "well, and differences look smaller than they are. Hires without a recorded panel are held apart. Where "
    "panels of a role and year are of too many sizes, small ones are taken to lack seats, and ranges of "
    "interviewers and pairs are drawn wider for it: about 1.7 times as wide where 40 of 100 seats are missing "
    "in a company of 300 hires, 1.4 times in one of 900. Missing seats that leave no trace (one stage never "
    "recorded, panels all equally short) cannot be seen, and ranges are then too narrow.",
)


def compared() -> Pairs:
    """Who is compared with whom."""
    return (
        (
            "One answer for the company",
            "estimates rest on all its hires, whoever looks. Filters and access choose whose rows are shown and which "
            "hires are listed and counted; they change no estimate, no range and no label.",
        ),
        (
            "Like with like",
            "hires of the same role, start year and office. Years, roles and offices of fewer than "
            f"{SMALLEST_LEVEL} hires are put together.",
        ),
        (
            "The whole panel at once",
            "three people saw a hire, and the result is not counted three times: all interviewers, pairs and sources "
            "are worked out together, each with the others held as they are.",
        ),
        (
            "A pair",
            "stands for its two people and what the two add together. What they add is told apart from the two only "
            f"from {FEWEST_FOR_COMBINATIONS} hires with a panel on, and only where luck would show as much in at most "
            f"{words.percent(COMBINATION_BY_LUCK)} of companies.",
        ),
        (
            "Manager or interviewer",
            "the manager at the start is held where known, so that hires of a good manager are no sign of a good "
            f"interviewer. Where at least {words.percent(MOST_WITH_ONE)} of somebody's hires came to one manager, and "
            f"at least {words.percent(MOST_OF_ONE)} of that manager's hires are among them, the two cannot be told "
            "apart: that is said, and nothing is Clear.",
        ),
        PANELS_IN_PART,
        (
            "From how many hires",
            f"nobody is ranked in a company of fewer than {FEWEST_TO_RANK} hires of {FEWEST_MONTHS} months. Then an "
            f"interviewer or a source is shown from {INTERVIEWER} hires on, a pair from {FEWEST_PAIR_HIRES} together.",
        ),
    )


PULLED = (
    "Ten hires can look splendid by luck; a hundred hardly. So each plain average is pulled towards the average of "
    "all, the further the less there is behind it. Without that, the top of any list is mostly luck, and whoever "
    "stands there falls back next year."
)


def labels() -> pd.DataFrame:
    """What each label means and when it is given, ready for a table."""
    return pd.DataFrame([*_single(), *_of_pairs()], columns=["Label", "What it says", "When"])


def _single() -> tuple[tuple[str, str, str], ...]:
    """The labels of anybody: label, what it says, when."""
    sure, likely = f"{CLEAR_FROM * 100:g}{words.THIN}%", words.percent(LEANING_FROM)
    return (
        (
            "Clear",
            "Their hires attained more (or less) than comparable hires: about so much, likely from here to there.",
            f"At least {sure} sure which side of the average, the 95{words.THIN}% range leaves the average out, "
            f"and every check below holds. Of groups of hires: by luck in no more than 1 of "
            f"{words.number(1 / BY_LUCK_IN_A_SET)} sets of comparisons.",
        ),
        (
            "Leaning",
            "They point one way; luck could explain it, or a check did not hold, and which one is said.",
            f"At least {likely} sure, or Clear but for a check.",
        ),
        (
            "Can't tell",
            "Nothing sets them apart from the average. That is no sign that they are average.",
            "Less sure than that.",
        ),
        (
            "Too few hires",
            "Nothing is said; how many more hires would be needed is.",
            f"Fewer than {INTERVIEWER} hires (a pair: {PAIR}), or less than {words.percent(LEAST_RELIABILITY)} of "
            "what one wants to know can be seen in them.",
        ),
        (
            "No comparison",
            "Nothing is said: hardly any comparable hire was seen by somebody else.",
            f"As little is seen though there are {ENOUGH_HIRES} hires or more, and not for want of recorded seats.",
        ),
    )


def _of_pairs() -> tuple[tuple[str, str, str], ...]:
    """What is said further of a pair that is Clear: label, what it says, when."""
    return (
        (
            "Good together because each is good",
            "The pair is Clear; nothing shows that the two add to what each shows alone.",
            "The pair is Clear and above, what it adds is not.",
        ),
        (
            "More than the sum",
            "The two together did more than their separate records suggest.",
            "Pair and addition both Clear, and luck shows as much in at most "
            f"{words.percent(COMBINATION_BY_LUCK)} of companies.",
        ),
    )


#: How a claim is made, in short; the rest stands folded below it.
CLAIM = (
    "What hires sold is set against hires of the same role, start year and office, and ranked. A pattern in it is "
    "called Clear only where luck, an unequal start, one single hire or those who left do not explain it."
)


def checks() -> Pairs:
    """What every claim has to stand, in words."""
    return (
        (
            "Luck",
            f"results are dealt out anew {words.number(PERMUTATIONS)} times among hires of the same role, year and "
            "region, as if it made no difference who saw whom; what a manager's hires have in common is taken off "
            "first. How good the luckiest looks then stands beside how good the highest looks in truth. "
            f"Where more than {words.percent(BY_LUCK)} of such tries show as much, no "
            "label goes above Leaning.",
        ),
        (
            "Luck of a combination",
            f"dealing out anew would undo the two people's own records too, so what pairs add is set against "
            f"{words.number(DRAWS)} draws in which no pair adds anything.",
        ),
        (
            "Equal hands",
            "the same question is put to facts nobody hired could have changed: what the territory sold in the year "
            "before, and the quota assigned. Where these differ by interviewer or source, hires did not start equal: "
            "the fact is levelled out, and unless that leaves nothing of it, no label goes above Leaning. It takes "
            f"{FEWEST_KNOWN} hires for whom the fact is known.",
        ),
        ("One hire", "a Clear claim has to lean the same way without the hire that speaks most for it."),
        ("Who left", "and when only months in the job count."),
    )


def in_full() -> tuple[tuple[str, Pairs], ...]:
    """How a claim is made, chapter by chapter: its name, and its points."""
    return (
        ("How an outcome is made", outcome()),
        ("Who is compared with whom", compared()),
        ("What every claim has to stand", checks()),
    )


def silence() -> Pairs:
    """What the product cannot say, however many hires there are."""
    return (
        (
            "Why",
            "nobody drew lots for who interviews whom. Who saw better hires need not have made them better.",
        ),
        (
            "Those turned away",
            "how they would have sold is not known. Everything here is about people who were hired.",
        ),
        (
            "What no file holds",
            "levelling reaches as far as role, year, office, territory, quota and the first manager. Where the files "
            "name no managers, one who coaches well and always takes hires of the same panels makes good interviewers.",
        ),
        (
            "Single people's worth",
            "no figure here is meant for pay, discipline or a list of names. It says where to look and whom to ask.",
        ),
        ("The next hire", "these are records of the past, with no score for anybody who applies."),
        (
            "No difference",
            "can't tell is not the same as alike. With few hires even large differences stay hidden.",
        ),
    )


LIMITS = (
    "The companies are made up: interviewers differ by 0.2 SD, sources by 0.1, pairs by 0.15 where they differ; panels "
    "of three to five are drawn from offices, the busy more often. How much interviewers differ in your company nobody "
    "knows; where they differ less, less is Clear. How candidates were picked is not part of it."
)
