"""Before typing: rows of one file that complete those of another, repeat a line, or are older than another.

Only what a mapping declares is arranged; a file without such a declaration is typed as it was read.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

import numpy as np

from hiring import contract
from hiring.contract import Table
from hiring.loading.ingest import ReadFile, source_sql
from hiring.loading.messages import note
from hiring.loading.skips import skipped
from hiring.mapping.rules import LINKS, Feed
from hiring.warehouse.account import SetAside
from hiring.warehouse.engine import Engine
from hiring.warehouse.merging import merge
from hiring.warehouse.reasons import explained

Source = tuple[int, str, list[object]]


@dataclass
class Arranged:
    """The files with what became of their rows, the sources that replace theirs, and rows that complete nothing."""

    files: list[ReadFile]
    sources: dict[int, Source] = field(default_factory=dict)
    set_aside: list[SetAside] = field(default_factory=list)

    def source(self, number: int, table: Table) -> Source:
        """The source of a file's rows: as arranged, else as read."""
        return self.sources.get(number) or (number, *source_sql(self.files[number], table))


def _feed(file: ReadFile) -> Feed | None:
    return file.plan.main if file.plan else None


def arrange(engine: Engine, files: list[ReadFile]) -> Arranged:
    """Arrange every table that a mapping declares something about; the others are left as they are."""
    arranged = Arranged(list(files))
    for table in contract.TABLES:
        mine = [n for n, file in enumerate(files) if file.table == table.name and file.path is not None]
        feeds = {n: _feed(files[n]) for n in mine}
        declared = [n for n, feed in feeds.items() if feed and feed.is_arranged]
        completing = [n for n, feed in feeds.items() if feed and feed.completes]
        if declared:
            _Table(engine, arranged, table).arrange(mine if completing else declared, completing)
    return arranged


def _keys(columns: Iterable[str], left: str, right: str) -> str:
    return " and ".join(f"lower(trim({left}.{c})) = lower(trim({right}.{c}))" for c in columns)


class _Table:
    """The arranging of one canonical table's files."""

    def __init__(self, engine: Engine, arranged: Arranged, table: Table) -> None:
        self.engine, self.arranged, self.table = engine, arranged, table
        self.columns = [column.name for column in table.columns]
        self.apart: dict[int, int] = {}  # rows of a file that were set aside as they were merged

    def arrange(self, mine: list[int], completing: list[int]) -> None:
        """Arrange the files `mine`, of which `completing` complete the others."""
        base = [number for number in mine if number not in completing]
        for number in completing:
            feed = _feed(self.arranged.files[number])
            if not base and feed and not feed.alone:
                self._without_base(number)
        used = [number for number in mine if self.arranged.files[number].path is not None]
        for number in used:
            self._read(number)
            self._skip(number)
            self._latest(number)
            self._once(number)
            self._merge(number)
        turns = sorted((n for n in completing if n in used), key=lambda n: (self._waits(n, used), n))
        for turn, number in enumerate(turns):
            self._complete(number, [*(n for n in used if n in base), *turns[:turn]])
        for number in used:
            self._keep(number)

    def _waits(self, number: int, used: list[int]) -> bool:
        """Whether a file finds the rows it completes only by a link that another completing file gives."""
        feed = _feed(self.arranged.files[number])
        others = [_feed(self.arranged.files[n]) for n in used if n != number]
        first = [other for other in others if other and not other.completes]
        links = [key for key in feed.completes if key in LINKS] if feed else []
        return any(all(other.rule(link) is None for other in first) for link in links)

    def _file(self, number: int) -> ReadFile:
        return self.arranged.files[number]

    def _without_base(self, number: int) -> None:
        file = self._file(number)
        message = note(file.file, f"not loaded: it completes {self.table.name}, and no file holds those")
        empty = replace(file, table=None, path=None, read=0, records=0, rows=None, skipped_lines=0)
        self.arranged.files[number] = replace(empty, skipped=(), set_aside=(), notes=(*file.notes, message))

    def _read(self, number: int) -> None:
        select, values = source_sql(self._file(number), self.table, arranged=True)
        self.engine.query_rows(
            f"create table staging.source_{number} as select row_number() over () - 1 as row_in_file, source.* "
            f"from ({select}) as source",
            values,
        )

    def _records(self, number: int) -> int:
        """How many records of the file have a row that is left."""
        file = self._file(number)
        if file.count_rows == file.records:
            return int(self.engine.query_rows(f"select count(*) from staging.source_{number}")[0][0])
        rows = self.engine.query_rows(f"select row_in_file from staging.source_{number}")
        return len({file.line_of(int(position)) for (position,) in rows})

    def _drop(self, number: int, where: str, why: str) -> None:
        """Take rows out that are none of ours; they count as skipped."""
        before = self._records(number)
        self.engine.query_rows(f"delete from staging.source_{number} as mine where {where}")
        count = before - self._records(number)
        if count:
            file = self._file(number)
            message = replace(skipped(file.file, 0, f"{count:,} rows, {why}"), line=None)
            self.arranged.files[number] = replace(
                file,
                skipped=(*file.skipped, message),
                skipped_lines=file.skipped_lines + count,
                records=file.records - count,
            )

    def _skip(self, number: int) -> None:
        feed = _feed(self._file(number))
        if feed and feed.skips:
            plan = self._file(number).plan
            labels = dict(plan.labels) if plan else {}
            said = " or ".join(f"{labels[source]} says {', '.join(words)}" for source, words in feed.skips)
            self._drop(number, "is_skipped", f"their {said}")

    def _latest(self, number: int) -> None:
        feed = _feed(self._file(number))
        if feed and feed.latest and not feed.merges:
            key = feed.completes or self.table.key[:1]
            newer = f"select 1 from staging.source_{number} as other where {_keys(key, 'other', 'mine')}"
            self._drop(
                number,
                f"exists ({newer} and other.{feed.latest} > coalesce(mine.{feed.latest}, ''))",
                f"older than another of the same {' and '.join(key)}",
            )

    def _once(self, number: int) -> None:
        feed = _feed(self._file(number))
        if feed and feed.repeats:
            every = ", ".join(self.columns)
            first = f"select min(row_in_file) from staging.source_{number} group by {every}"
            self._drop(number, f"row_in_file not in ({first})", f"lines of one {self.table.one_row_per}")

    def _merge(self, number: int) -> None:
        feed, file = _feed(self._file(number)), self._file(number)
        if feed and feed.merges:
            merged = merge(self.engine, f"staging.source_{number}", file, self.table)
            self.arranged.set_aside.extend(merged.set_aside)
            self.apart[number] = len(merged.set_aside)
            self.arranged.files[number] = replace(file, notes=(*file.notes, *merged.notes))

    def _complete(self, number: int, base: list[int]) -> None:
        """Fill the empty cells of base rows from this file's, and take out the rows that found one."""
        feed = _feed(self._file(number))
        if feed is None:
            return
        keys = feed.completes
        given = [name for name, _ in feed.columns if name not in keys]
        every, listed = ", ".join([*self.columns, *LINKS]), ", ".join(keys)
        self.engine.query_rows(
            f"create table staging.more_{number} as select {listed}, "
            + ", ".join(f"min({name}) as {name}" for name in given)
            + f" from staging.source_{number} group by {listed} having count(distinct ({every})) = 1"
        )
        found = []
        for other in base:
            filled = ", ".join(f"{name} = coalesce(base.{name}, more.{name})" for name in given)
            self.engine.query_rows(
                f"update staging.source_{other} as base set {filled} from staging.more_{number} as more "
                f"where {_keys(keys, 'base', 'more')}"
            )
            found.append(f"select 1 from staging.source_{other} as base where {_keys(keys, 'base', 'mine')}")
        if found:
            single = (
                f"exists (select 1 from staging.more_{number} as more where {_keys(keys, 'more', 'mine')})"
            )
            matched = " or ".join(f"exists ({one})" for one in found)
            self.engine.query_rows(
                f"delete from staging.source_{number} as mine where {single} and ({matched})"
            )
        if not feed.alone:
            self._left_over(number, feed)

    def _left_over(self, number: int, feed: Feed) -> None:
        """Rows that complete nothing and cannot stand by themselves are set aside."""
        key, file = feed.completes[0], self._file(number)
        rows = self.engine.query_rows(
            f"select row_in_file, {key} from staging.source_{number} order by row_in_file"
        )
        for position, value in [] if feed.spare else rows:
            reason = f"not_in_{self.table.name}"
            wanted, todo = explained(self.table.name, key, reason, value or "")
            line = file.line_of(int(position))
            self.arranged.set_aside.append(
                SetAside(
                    file.file, self.table.name, line, file.label_of(key), reason, value or "", wanted, todo
                )
            )
        if feed.spare:
            self._drop(number, "true", f"of nothing that is in {self.table.name}")
            return
        self.engine.query_rows(f"delete from staging.source_{number}")
        self.arranged.files[number] = replace(file, rows=len(rows))

    def _keep(self, number: int) -> None:
        """Give the arranged rows as the file's source, with the place that each had."""
        file = self._file(number)
        places = self.engine.query_rows(
            f"select row_in_file from staging.source_{number} order by row_in_file"
        )
        feed = _feed(file)
        waiting = bool(feed and feed.completes and not feed.alone and not feed.spare)
        aside = (file.rows or 0) if waiting else self.apart.get(number, 0)
        kept = np.array([position for (position,) in places], dtype=np.int64)
        if file.kept is not None:
            kept = file.kept[kept]
        self.arranged.files[number] = replace(file, kept=kept, rows=len(kept) + aside)
        listed = ", ".join(self.columns)
        select = f"select {listed} from staging.source_{number} order by row_in_file"
        self.arranged.sources[number] = (number, select, [])
