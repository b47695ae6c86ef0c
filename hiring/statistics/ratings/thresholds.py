"""How many are enough for what is said of ratings, and what is assumed: each says why it is that number."""

from __future__ import annotations

#: An interviewer with fewer scorecards or hires than this gets no label: one rating would move it.
FEWEST_OF_ONE = 8
#: Below this share of an effect's variance that the data can see, it is not told from the mean.
LEAST_RELIABILITY = 0.3
#: Below this many hires with an outcome nothing is said of any interviewer's ratings.
FEWEST_HIRES = 120
#: Of fewer interviewers, nobody knows how much interviewers differ.
FEWEST_INTERVIEWERS = 3
#: Below thirty people Bland and Altman's limits are known no better than to half a standard deviation.
FEWEST_PAIRS = 30
#: A bin's mean outcome is known to about half a standard deviation from twenty hires on.
FEWEST_IN_BIN = 20
#: From sixty hires rated by both, the second department's slope is seen every other time it is there; below, hardly.
FEWEST_BOTH = 60
#: The latest quarter of a year: long enough to average, short enough to be now.
WEEKS = 13
#: Assumed for the meeting itself, and for reading up before it and writing after it: no export gives its length.
HOURS_HELD, HOURS_AROUND = 1.0, 0.5
