"""How the page "Fairness" works its numbers out, and what it keeps back: the words of its small print."""

from __future__ import annotations

from hiring.config import SMALLEST_CONFINED

READING = (
    "Decided: hired or turned down, of all who had applied and whose application ended by the end of the last "
    "full quarter. Who withdrew, declined an offer or still waits is left out, as the company did not turn them down. "
    "Applications are counted: who applied twice counts twice.",
    "Review: the rate is below four fifths of the highest, and the exact test's chance is below 5 in 100. Watch, "
    "small numbers: below four fifths, and one decision more or less would move it over that line; the small "
    "numbers may be those of the group with the highest rate. Below four fifths, may be luck: neither. "
    "Statistically visible, small: the exact test alone. The four fifths are a rule of thumb of US authorities (29 "
    "CFR 1607.4(D)); other laws ask other things.",
    "Chance is Fisher's exact test, two-sided. 'Expected by role' says how many would have been "
    "hired had every role taken its applicants of all groups alike: where that is near what was counted, the gap "
    "goes with the roles applied for.",
    "The whole company is counted, whatever the filters choose, and only to the end of the last full quarter: two "
    "answers that are one person apart would tell that person's group. A group of fewer than "
    f"{SMALLEST_CONFINED} people at a stage is shown only in a sum with another, so that it is no remainder either. "
    "How many of a larger group went on is shown even where they are few.",
    "Who said nothing is counted as such and never guessed. Gender, ethnicity and age band go into no model, no other "
    "page and no file; nothing of this page can be taken out.",
    "Rates that differ do not say why. They say nothing of what anybody intended, and know nothing of what candidates "
    "could do.",
)
