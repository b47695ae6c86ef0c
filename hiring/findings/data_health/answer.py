"""What the Data health page says of the exports: what came in, what is missing, how words were read.

Frames are the answers to `data_health/…`. Nothing here is markup.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pandas as pd

from hiring import words
from hiring.findings.data_health.lines import ALL_FILES, Attempt, table_of, visible
from hiring.findings.exhibit import Exhibit, Marks
from hiring.findings.numbers import Number

NEARLY_ALL = 0.995  # from here on a share would round to all, and the rows left out say more
#: How a build ended that shows nothing: in the sentence, and in what stands below it.
_ENDED = {
    "refused": ("was refused", "did not go through"),
    "held": ("waits for an answer", "was held"),
    "failed": ("failed", "broke off"),
}
#: Of what the account is: no filter chooses in it.
EXPORTS = "the exports as a whole"
MOST_BARS = 8  # files drawn: a longer figure would hide what comes below it
NOTHING_YET = (
    "nothing yet: no page uses it"  # what a table lights up that is read and checked, and shown nowhere
)


@dataclass(frozen=True)
class Arrived:
    """How many rows came in: `rows` are those that hold data (skipped lines hold none), over `files` files."""

    files: int
    files_touched: int
    rows: int
    loaded: int
    set_aside: int
    skipped: int
    read: int
    unknown: tuple[str, ...]
    adds_up: bool


@dataclass(frozen=True)
class Lead:
    """The page's answer in one sentence and what stands below it."""

    sentence: str
    standfirst: str


def arrived(files: pd.DataFrame) -> Arrived:
    """What became of all rows of all files (`data_health/files_read`)."""
    known = files[files["table_name"].notna()]
    touched = known[(known["count_set_aside"] > 0) | (known["count_skipped"] > 0)]
    loaded, aside = int(known["count_loaded"].sum()), int(known["count_set_aside"].sum())
    parts = files["count_loaded"] + files["count_set_aside"] + files["count_skipped"]
    return Arrived(
        files=len(known),
        files_touched=len(touched),
        rows=loaded + aside,
        loaded=loaded,
        set_aside=aside,
        skipped=int(known["count_skipped"].sum()),
        read=int(files["count_read"].sum()),
        unknown=tuple(visible(name) for name in files.loc[files["table_name"].isna(), "file"]),
        adds_up=bool((files["count_read"] == parts).all()),
    )


def lead(came: Arrived, sold_by: str, attempt: Attempt | None = None) -> Lead:
    """The page's sentence; where the last build was refused or held or failed, that comes first.

    `sold_by`: whether won deals have a seller, of `matching.sold_by`.
    """
    rows = _loaded(came)
    short = (
        f"{rows[:1].lower()}{rows[1:]}".partition(" were loaded")[0] + " loaded"
    )  # the tile tells the rest
    loaded = f"{sold_by[:1].upper()}{sold_by[1:]}; {short}"
    if attempt is None or attempt.is_good:
        scope = "Filters do not apply here: this page tells of the exports as a whole."
        if not came.unknown:
            return Lead(loaded, scope)
        return Lead(_not_loaded(came), f"{sold_by[:1].upper()}{sold_by[1:]}. {scope}")
    what, how = _ENDED.get(attempt.outcome, _ENDED["failed"])
    when = f"{words.day(attempt.at.date())}, {attempt.at:%H:%M} UTC"
    return Lead(
        f"The last build {what}; the one before it is still shown",
        f"The build of {when} {how}, so no page shows anything of it. "
        f"In the data that are shown: {loaded[0].lower()}{loaded[1:]}.",
    )


def _not_loaded(came: Arrived) -> str:
    """That files came of which nothing was read, before what was read of the others."""
    was = "was" if len(came.unknown) == 1 else "were"
    rest = _loaded(came)
    return f"{words.counted(len(came.unknown), 'file')} {was} not loaded; of the others, {rest[0].lower()}{rest[1:]}"


def _loaded(came: Arrived) -> str:
    rows = words.counted(came.rows, "row")
    if not came.set_aside:
        return f"All {rows} were loaded"
    if came.loaded >= NEARLY_ALL * came.rows:
        return f"All but {words.number(came.set_aside)} of {rows} were loaded"
    share = words.percent(came.loaded / came.rows)
    return f"{share} of {rows} were loaded, {words.number(came.set_aside)} set aside"


def arrival_numbers(came: Arrived) -> list[Number]:
    """The tiles on rows."""
    share = f"{words.percent(came.loaded / came.rows)} of" if came.rows else "of"
    return [
        Number("rows_loaded", words.number(came.loaded), f"{share} {words.counted(came.rows, 'row')}"),
        Number("rows_set_aside", words.number(came.set_aside), f"and {words.number(came.skipped)} skipped"),
    ]


def account_bars(files: pd.DataFrame) -> pd.DataFrame:
    """Rows of the form `stacked_share`: the files not loaded whole, most rows set aside first."""
    touched = files[(files["count_set_aside"] > 0) | (files["count_skipped"] > 0)]
    first = touched.sort_values(["count_set_aside", "count_skipped", "file"], ascending=[False, False, True])
    return pd.DataFrame(
        {
            "name": [visible(name) for name in first["file"]],
            "loaded": first["count_loaded"].to_numpy(),
            "set_aside": first["count_set_aside"].to_numpy(),
            "skipped": first["count_skipped"].to_numpy(),
        }
    ).head(MOST_BARS)


def account_title(came: Arrived) -> str:
    """What the account shows, in one line."""
    whole = came.files - came.files_touched
    if not came.files_touched:
        return f"All {came.files} files were loaded whole" if came.files > 1 else "The file was loaded whole"
    if not whole:
        return "Every file lost rows or lines"
    return f"{whole} of {words.counted(came.files, 'file')} {'was' if whole == 1 else 'were'} loaded whole"


def account(files: pd.DataFrame, came: Arrived) -> Exhibit:
    """The files not loaded whole, and what became of the rows of each."""
    bars = account_bars(files)
    return Exhibit(
        key="account",
        lead=account_title(came),
        standfirst=account_subtitle(came),
        marks=Marks("stacked_share", bars),
        alt=account_alt(bars),
        n=came.read,
        definition=("rows_loaded", "rows_set_aside", "rows_skipped"),
        whose=EXPORTS,
    )


def account_alt(bars: pd.DataFrame) -> str:
    """What the figure of files says to those who do not see it."""
    sentences = [
        f"{row['name']}: {words.number(row['loaded'])} loaded, {words.number(row['set_aside'])} set aside"
        for row in bars.to_dict("records")
    ]
    return "Rows of each file not loaded whole. " + "; ".join(sentences) + "."


def account_note(came: Arrived) -> str:
    """Whether every file's rows are accounted for."""
    if not came.adds_up:
        return "Some rows are not accounted for: please report this."
    return (
        f"{words.number(came.read)} rows and lines read = {words.number(came.loaded)} loaded + "
        f"{words.number(came.set_aside)} set aside + {words.number(came.skipped)} skipped; so for each file too."
    )


def account_subtitle(came: Arrived) -> str:
    """How to read the figure, where there is one."""
    if not came.files_touched:
        return "No row was set aside and no line was skipped"
    which = f"The {MOST_BARS} files that lost most" if came.files_touched > MOST_BARS else "The other files"
    return f"{which}. A bar is a whole file, its end what was set aside; a sliver is drawn wider than it is"


def build_sentence(company: pd.Series[Any]) -> str:
    """From which folder and on which day the warehouse was built, and its digest (`shared/company`)."""
    day = words.day(company["built_on"].date())
    return (
        f"Built on {day} from the folder {visible(company['exports_name'])}, digest {company['digest'][:16]}."
    )


def account_table(files: pd.DataFrame) -> pd.DataFrame:
    """One row a file and one for all: read, loaded, set aside, skipped."""
    counts = ["count_read", "count_loaded", "count_set_aside", "count_skipped"]
    rows = [[visible(row["file"]), *(row[name] for name in counts)] for row in files.to_dict("records")]
    rows.append([ALL_FILES, *(files[name].sum() for name in counts)])
    cells = [[name, *(words.number(int(count)) for count in numbers)] for name, *numbers in rows]
    return pd.DataFrame(cells, columns=["File", "Read", "Loaded", "Set aside", "Skipped"])


def words_sentence(read: pd.DataFrame) -> str:
    """How many spellings were read as something else than they say."""
    changed = len(_changed(read))
    if not len(read):
        return "No free words came in"
    if not changed:
        return "Every free word was one the contract knows"
    return f"{changed} of {words.counted(len(read), 'spelling')} were read as something else than they say"


def words_table(read: pd.DataFrame, *, changed: bool) -> pd.DataFrame:
    """The spellings that were read as another word, or those read as they are, with the rows that hold them."""
    rows = _changed(read) if changed else read.drop(_changed(read).index)
    return table_of(
        [
            (
                f"{row['table_name']}.{row['column_name']}",
                visible(row["given"]),
                visible(row["read_as"]),
                words.number(row["count_rows"]),
            )
            for row in rows.to_dict("records")
        ],
        ("Column", "Written in the file", "Read as", "Rows"),
    )


def _changed(read: pd.DataFrame) -> pd.DataFrame:
    given, meant = (read[name].astype(str).str.strip().str.casefold() for name in ("given", "read_as"))
    return read[given != meant]


def columns_table(columns: pd.DataFrame) -> pd.DataFrame:
    """The columns nobody knows."""
    rows = [(visible(row["file"]), visible(row["column_name"])) for row in columns.to_dict("records")]
    return table_of(rows, ("File", "Column not loaded"))


def missing_tables(tables: pd.DataFrame, came: Callable[[str], bool] = lambda _: False) -> pd.DataFrame:
    """What each table that is not loaded would light up; `came`: whether a file of it is in the exports."""
    rows = tables[tables["count_rows"] == 0].to_dict("records")
    return table_of(
        [
            (
                f"{row['table_name']}.csv"
                + (" (it came, see above)" if came(str(row["table_name"])) else ""),
                row["system"],
                row["one_row_per"],
                row["lights_up"] or NOTHING_YET,
            )
            for row in rows
        ],
        ("File to add", "From", "One row per", "Would light up"),
    )


def every_table(tables: pd.DataFrame) -> pd.DataFrame:
    """Every table of the contract, whether it is there, and what it lights up."""
    return table_of(
        [
            (
                row["table_name"],
                row["system"],
                words.counted(row["count_rows"], "row") if row["count_rows"] else "missing",
                row["lights_up"] or NOTHING_YET,
            )
            for row in tables.to_dict("records")
        ],
        ("Table", "From", "Came in", "Lights up"),
    )


def tables_title(tables: pd.DataFrame) -> str:
    """How many tables came, in one line."""
    there = int((tables["count_rows"] > 0).sum())
    if there == len(tables):
        return f"All {there} tables have rows"
    missing = int(((tables["count_rows"] == 0) & (tables["lights_up"] != "")).sum())
    title = f"{there} of {len(tables)} tables {'has' if there == 1 else 'have'} rows"
    if not missing:
        return f"{title}; no page uses the others yet"
    return f"{title}; {missing} more would light up what is dark"
