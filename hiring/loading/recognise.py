"""Which canonical table a file holds, and which of its columns is which."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from hiring.contract import BY_NAME, TABLES, Table, normalised
from hiring.loading import our_tables
from hiring.loading.messages import Message
from hiring.loading.other_things import key_of_others
from hiring.loading.our_tables import Columns, positions, refusal, table_named
from hiring.loading.sums import of_periods, tree
from hiring.mapping import knowing, matching, repeating
from hiring.mapping.asking import Ask
from hiring.mapping.labels import keys_of
from hiring.mapping.matching import Fit
from hiring.mapping.presets import Preset
from hiring.mapping.rules import Plan


@dataclass(frozen=True)
class Recognised:
    """A file's table (`None`: nobody knows it), its columns by position, and what is in the way.

    With a `plan` the columns are keys of the file's own columns, else canonical names. `ask` is the question
    which of `plans` is meant, one for each choice in order, or whether a file is to be left out. `why` it is no
    table's; `near`: the one whose columns it has but for some; `is_of_others`: the key of another thing stands in it.
    """

    table: Table | None
    columns: Columns = ()
    unknown_columns: tuple[str, ...] = ()
    refused: Message | None = None
    plan: Plan | None = None
    ask: Ask | None = None
    plans: tuple[Plan, ...] = ()
    why: str = ""
    near: Table | None = None
    is_of_others: bool = False

    @property
    def required_places(self) -> tuple[int, ...]:
        """Positions of the columns that a row cannot do without."""
        required = frozenset(self.table.required_columns if self.table else ())
        if self.plan:
            required = self.plan.required_sources
        return tuple(index for index, name in enumerate(self.columns) if name in required)


def known_labels(labels: Sequence[str], presets: Sequence[Preset] = ()) -> int:
    """How many of the labels the best-fitting table or preset knows."""
    folded = {normalised(label) for label in labels}
    return max(*(len(folded & names) for names in _NAMES), knowing.known_labels(presets, labels))


_NAMES = [frozenset(normalised(column.name) for column in table.columns) for table in TABLES]


LEFT_OUT = "leave it out"


def recognise(
    file: str, labels: Sequence[str], line: int | None, presets: Sequence[Preset] = ()
) -> Recognised:
    """Table and columns of a file with this header, or why it is refused or what must be asked.

    `labels` are the header's cells by position, `line` its physical line (for the message). A mapping that somebody
    here made goes before all else. A header in our own names is read as it is; any other by the preset that it fits.
    """
    fitting = matching.fits(presets, labels)
    if fitting and fitting[0].is_own:  # somebody here said what such a file means
        return _best(file, labels, line, fitting)
    canonical = _canonical(file, labels, line)
    named = canonical.columns or (positions(canonical.near, labels) if canonical.near else ())
    ours = sum(name is not None for name in named)
    is_complete = canonical.table is not None and canonical.refused is None
    if is_complete and table_named(file):
        return canonical
    # A table with few required columns is soon complete: a preset that knows more of the header is nearer.
    whole = [fit for fit in fitting if fit.is_whole and (not is_complete or fit.known > ours)]
    if whole:
        return _of_other_things(labels, whole[0]) or _best(file, labels, line, whole)
    if is_complete:
        return canonical
    if refused := tree(file, labels, line):
        return Recognised(None, refused=refused)
    if why := of_periods(labels, known_labels(labels, presets)):
        return Recognised(None, (), tuple(label for label in labels if label), why=why)
    barred = matching.barred(presets, labels)
    if barred and barred[0].known > ours:
        return _barred(file, labels, line, *barred)
    near = next((fit for fit in fitting if _is_near(fit) and fit.known > ours), None)
    if near is None:
        return canonical
    if of_others := _of_other_things(labels, near):
        return canonical if canonical.is_of_others else of_others
    return _half_known(file, labels, line, near)


def _of_other_things(labels: Sequence[str], fit: Fit) -> Recognised | None:
    """A file with the labels of a preset and the key of another thing, which the preset does not know."""
    known = knowing.known_keys(fit.preset, keys_of(labels))
    rest = [label for label, key in zip(labels, keys_of(labels), strict=True) if key not in known]
    table = BY_NAME[fit.plan.main.table]
    label = key_of_others(rest, table, has_all=fit.is_whole)
    if not label:
        return None
    why = f"its header is near {fit.plan.title}, but {label} is the key of another thing than {table.name}"
    return Recognised(None, (), tuple(label for label in labels if label), why=why)


def _best(file: str, labels: Sequence[str], line: int | None, fits: Sequence[Fit]) -> Recognised:
    """The file by the whole fit that knows most of it; where several do, which one is asked."""
    best = [fit for fit in fits if fit.is_whole and fit.known == fits[0].known]
    return _chosen(file, labels, line, best[0]) if len(best) == 1 else _several(file, line, best)


def _canonical(file: str, labels: Sequence[str], line: int | None) -> Recognised:
    ours = our_tables.recognised(file, labels)
    if ours.table is None:
        everything = tuple(label for label in labels if label)
        return Recognised(None, (), everything, why=ours.why, near=ours.near, is_of_others=ours.is_of_others)
    columns = positions(ours.table, labels)
    unknown = tuple(label for label, name in zip(labels, columns, strict=True) if name is None and label)
    return Recognised(ours.table, columns, unknown, refusal(file, ours.table, labels, line))


def planned(labels: Sequence[str], plan: Plan) -> Recognised:
    """A file read by a plan: the columns it needs, and those it passes over."""
    needed = frozenset(plan.sources)
    keys = keys_of(labels)
    columns = tuple(key if key in needed else None for key in keys)
    unknown = tuple(label for label, key in zip(labels, columns, strict=True) if key is None and label)
    return Recognised(BY_NAME[plan.main.table], columns, unknown, plan=plan)


def _chosen(file: str, labels: Sequence[str], line: int | None, fit: Fit) -> Recognised:
    """A file read by the one preset that fits; asked about where a label it reads stands above several columns."""
    known = knowing.known_keys(fit.preset, keys_of(labels))
    twins = repeating.repeated(fit.plan, known, labels)
    if not twins:
        return planned(labels, fit.plan)
    named = ", ".join(twins)
    plans = repeating.variants(fit.plan, twins)
    message = Message(
        "held",
        file,
        line,
        named,
        f"{max(map(len, twins.values()))} columns of this name",
        "the one that counts",
        "build held",
        "answer, or take the others out of the export",
    )
    choices = repeating.ORDINALS[: len(plans)]
    ask = Ask(f"which {named} counts in {fit.plan.title}", message, choices, binds=False)
    return Recognised(None, ask=ask, plans=plans)


def _is_near(fit: Fit) -> bool:
    """Whether a preset comes close enough to be named: most of the labels that tell it, three known at least."""
    return fit.count_told_by * 2 > len(fit.preset.told_by) and fit.known >= 3


def _several(file: str, line: int | None, fits: Sequence[Fit]) -> Recognised:
    titles = tuple(fit.plan.title for fit in fits)
    message = Message(
        "held",
        file,
        line,
        found="a header that several exports have",
        wanted=f"one of {', '.join(titles)}",
        outcome="build held",
        todo="answer which it is",
    )
    ask = Ask(f"which export is {file}", message, (*titles, LEFT_OUT))
    return Recognised(None, ask=ask, plans=tuple(fit.plan for fit in fits))


def _barred(file: str, labels: Sequence[str], line: int | None, fit: Fit, label: str) -> Recognised:
    message = Message(
        "held",
        file,
        line,
        label,
        f"the header of {fit.plan.title}, but with {label}: such a file may repeat one thing on many rows",
        "one row for each",
        "build held",
        f"take {label} out of the report, or map the file; or answer that it is left out",
    )
    everything = tuple(label for label in labels if label)
    return Recognised(None, (), everything, ask=Ask(f"{label} in {file}", message, (LEFT_OUT,)))


def _half_known(file: str, labels: Sequence[str], line: int | None, fit: Fit) -> Recognised:
    known = knowing.known_keys(fit.preset, keys_of(labels))
    unknown = [
        label for label, key in zip(labels, keys_of(labels), strict=True) if label and key not in known
    ]
    table = BY_NAME[fit.plan.main.table]
    lacking = ", ".join(name for name in table.required_columns if fit.plan.main.rule(name) is None)
    ours = f" ({lacking} of {table.name})" if lacking else ""
    message = Message(
        "held",
        file,
        line,
        found=f"a header near {fit.plan.title}" + (f", and also {', '.join(unknown[:6])}" if unknown else ""),
        wanted=f"the columns {', '.join(fit.missing)}{ours}",
        outcome="build held",
        todo="add them to the export, or map the file; or answer that it is left out",
    )
    everything = tuple(label for label in labels if label)
    ask = Ask(f"missing columns in {file}", message, (LEFT_OUT,))
    why = f"its header is near {fit.plan.title}, but lacks {', '.join(fit.missing)}{ours}"
    return Recognised(None, (), everything, ask=ask, why=why, near=table)
