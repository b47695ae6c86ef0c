"""The Data health page as blocks, each a title with a table, a remark and lines to copy, ready to be drawn in order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import pandas as pd

from hiring import words
from hiring.findings.data_health import answer, lines, matching, revenue

BUILD = "python -m hiring build"
#: What stands where something is withheld, so that nobody takes it for nothing.
_ACCESS = "is shown to those who may see names, of every region and role"
ROWS_WITHHELD = f"Where each of these rows stands, and what was found there, {_ACCESS}."
FILES_WITHHELD = f"What files and their unknown columns are called {_ACCESS}."
NOT_NAMED = "Which owners and which hires these are is shown to those who may see names."
ONLY_YOURS = (
    "Listed are owners and hires of your regions and roles; the counts above are the whole company's."
)
TEMPLATE = "python -m hiring template --out templates"


@dataclass(frozen=True)
class Block:
    """A title, what stands below it, a table, a remark and lines to copy; each may be missing.

    A long table shows its first rows and folds the whole away; of a `folded` one only the title is shown until it is
    opened, or `everything` where it has none.
    """

    title: str = ""
    subtitle: str = ""
    frame: pd.DataFrame = field(default_factory=pd.DataFrame)
    everything: str = "All of them"
    folded: bool = False
    note: str = ""
    code: str = ""


def of_attempt(attempt: lines.Attempt | None) -> list[Block]:
    """What a refused, held or failed build found, and the lines that answer what it asks; nothing after a good one."""
    if attempt is None or attempt.is_good:
        return []
    things = words.counted(attempt.count_messages, "thing")
    stands = "stands" if attempt.count_messages == 1 else "stand"
    blocks = [
        Block(
            f"{things} to decide" if attempt.outcome == "held" else f"{things} {stands} in the way",
            "Nothing of that build is shown. Put right what is named here, then build again",
            lines.lines_table(attempt.messages),
            f"All {things}",
        )
    ]
    if attempt.asked:
        blocks.append(
            Block(
                "Or answer",
                "Put these lines into answers.toml in the exports folder, with your own name, and build again",
                code=answers_code(attempt.asked),
            )
        )
    if attempt.set_aside:
        frame = lines.lines_table(attempt.set_aside)
        title = lines.first_of(len(frame), attempt.count_set_aside)
        blocks.append(Block("Rows it would set aside", title, frame, "All of these rows"))
    return [*blocks, Block(note="When that is done, build again:", code=BUILD)]


def answers_code(asked: Sequence[lines.Asked]) -> str:
    """The lines for `answers.toml`, each below the other answers it takes; what cannot be seen is escaped."""
    written = []
    for one in asked:
        if len(one.choices) > 1:
            written.append(f"# one of: {', '.join(one.choices)}")
        written.append(one.line)
    return "".join(_toml_visible(sign) for sign in "\n".join(written))


def _toml_visible(sign: str) -> str:
    """A character as it is, or as the escape TOML reads as the same character."""
    if sign.isprintable() or sign == "\n":
        return sign
    return f"\\u{ord(sign):04x}" if ord(sign) < 0x10000 else f"\\U{ord(sign):08x}"


def of_account(files: pd.DataFrame, columns: pd.DataFrame, came: answer.Arrived) -> list[Block]:
    """The account of every file below its figure, and the columns that were left out."""
    account = answer.account_table(files)
    blocks = [
        Block(note=answer.account_note(came)),
        Block(frame=account, everything="Every file: read, loaded, set aside, skipped", folded=True),
    ]
    if columns["column_name"].notna().any():
        note = "Nobody knows them and they may be private, so nothing in them was read"
        blocks.append(
            Block(f"{words.counted(len(columns), 'column')} left out", note, answer.columns_table(columns))
        )
    elif len(columns):
        blocks.append(Block(note=f"{words.counted(len(columns), 'column')} left out: nobody knows them."))
    else:
        blocks.append(Block(note="Every column of every file is known, so none was left out."))
    return blocks


def of_unknown(came: answer.Arrived) -> list[Block]:
    """The files that were not loaded at all; nothing where there is none."""
    if not came.unknown:
        return []
    files = lines.table_of([(name,) for name in came.unknown], ("File",))
    return [Block("Files that were not loaded", "No known table has such a header", files)]


def aside_heading(count: int) -> tuple[str, str]:
    """What stands over the rows set aside, and below it."""
    title = f"{words.counted(count, 'row')} {'was' if count == 1 else 'were'} set aside"
    return title, "Where it stands in your own file, what was found, and what to do"


def of_reasons(reasons: pd.DataFrame) -> Block:
    """Why rows were set aside, most frequent first."""
    note = "A row counts once, under the first thing that is wrong with it"
    return Block("Why rows were set aside", note, lines.reasons_table(reasons), folded=True)


def of_rows(rows: pd.DataFrame, file: str, count: int) -> Block:
    """The rows set aside of one file or of all, one by one; that the list is cut where it is."""
    frame = lines.aside_table(rows)
    title = f"{lines.visible(file)}: {lines.first_of(len(frame), count)}"
    return Block(frame=frame, everything=title, note=f"{title}." if len(frame) < count else "")


def of_notes(notes: pd.DataFrame) -> Block:
    """Skipped lines and how files were read."""
    if not len(notes):
        return Block("Nothing else was noticed", "No line was skipped and no file needed a remark")
    title = lines.first_of(len(notes), int(notes["count_notes"].iloc[0]))
    frame = lines.notes_table(notes)
    return Block(
        f"What else was noticed: {title}", "Skipped lines and how files were read", frame, folded=True
    )


def of_matching(counts: pd.DataFrame, ways: pd.DataFrame, currency: str) -> list[Block]:
    """How owners were matched, and the seven counts."""
    return [
        Block(
            matching.matching_title(ways),
            "By employee id first, then by e-mail. From one system to another a name joins nobody",
            matching.ways_table(ways, currency),
            folded=True,
        ),
        Block(
            "Where the systems do not meet",
            "Seven counts; won revenue where money is meant. A deal may stand in more than one",
            matching.counts_table(counts, currency),
            folded=True,
        ),
    ]


def of_nobody(
    owners: pd.DataFrame, sellers: pd.DataFrame, counts: pd.DataFrame, currency: str, *, of_everyone: bool
) -> list[Block]:
    """Who is nobody on the other side, one by one; `of_everyone`: or only those whom the viewer may see."""
    blocks = []
    rest = matching.elsewhere(owners, counts, currency) if of_everyone else ""
    lists = matching.lists(owners, sellers, currency, of_everyone=of_everyone, elsewhere=rest)
    for title, subtitle, frame in lists:
        blocks.append(Block(title, subtitle if len(frame) else "", frame))
    unsold = matching.sellers_table(sellers, without_login=False)
    if len(unsold):
        without = len(sellers) - len(unsold)
        more = f", beside the {words.number(without)} without a login" if without else ""
        everything = f"{words.counted(len(unsold), 'hire')} with a login and no won deal{more}"
        blocks.append(Block(frame=unsold, everything=everything, folded=True))
    if len(owners) or len(sellers):
        blocks.append(
            Block(note="Who may be whom, by name and with reasons, stands on the page Identity match.")
        )
    return blocks if of_everyone else [*blocks, Block(note=ONLY_YOURS)]


def words_withheld(read: pd.DataFrame) -> Block:
    """How many spellings of free words came in, without any of them."""
    return Block(
        f"{words.counted(len(read), 'spelling')} of free words came in", f"How each was read {_ACCESS}"
    )


def notes_withheld(notes: pd.DataFrame) -> Block:
    """How many remarks there are on how files were read, without any of them."""
    if not len(notes):
        return of_notes(notes)
    title = words.counted(int(notes["count_notes"].iloc[0]), "remark")
    return Block("What else was noticed", f"{title} on how files were read. What each says {_ACCESS}")


def of_revenue(totals: pd.DataFrame, currency: str) -> Block:
    """Whether the won revenue adds up; folded where it does."""
    check = revenue.revenue_check(totals)
    return Block(
        revenue.revenue_title(check, currency),
        f"Whom won revenue was credited to, in {currency}",
        revenue.revenue_table(check),
        folded=check.adds_up,
        note=" ".join(revenue.revenue_notes(check, currency)),
    )


def of_words(read: pd.DataFrame) -> list[Block]:
    """How free words were read: first those read as something else than they say."""
    changed, same = (answer.words_table(read, changed=wanted) for wanted in (True, False))
    return [
        Block(
            answer.words_sentence(read),
            "A wrong reading? Correct the word in the export",
            changed,
            folded=len(changed) > 0,
        ),
        Block(frame=same, everything=f"{words.counted(len(same), 'spelling')} read as written", folded=True),
    ]


def of_missing(tables: pd.DataFrame, came: frozenset[str] = frozenset()) -> list[Block]:
    """What each missing file would light up, and how to start one; nothing where every table came in."""
    missing = answer.missing_tables(tables, came.__contains__)
    if not len(missing):
        return []
    note = "Add such a file to the exports. The command writes an empty one of each kind, headings and all"
    return [Block(answer.tables_title(tables), note, missing, "All missing files", code=TEMPLATE)]


def of_tables(tables: pd.DataFrame) -> Block:
    """Every table there is, there or missing."""
    title = (
        "Every table, there or missing" if len(answer.missing_tables(tables)) else answer.tables_title(tables)
    )
    return Block(title, frame=answer.every_table(tables), folded=True)
