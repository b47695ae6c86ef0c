"""Deals drawn from the cells, in chunks of bounded size: one table of text columns a chunk."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.random import Generator

from hiring.sample.days import FIRST_DAY, ISO_DAYS
from hiring.sample.logins import Logins
from hiring.sample.names import account_names
from hiring.sample.selling import NOBODY, Cells
from hiring.sample.streams import stream
from hiring.sample.territories import Territories
from hiring.sample.world import AS_OF, CRM_STARTS, CURRENCIES, GROWTH, MONEY_STARTS, ROLES

CHUNK = 100_000
WON, LOST, OPEN = 0, 1, 2
CREDIT_NOTES = 0.006  # of won deals
FOREIGN = 0.035  # of deals in another currency than the region's
SPLIT = 0.055  # of won deals
NOBODY_SHARE = 0.015
STAGES = np.array(["Closed Won", "Closed Lost", "Discovery", "Proposal", "Negotiation"], dtype=object)
TRUTHS = np.array(["true", "false", "false", "false", "false"], dtype=object)
KINDS = np.array(["new", "expansion", "renewal"], dtype=object)
NEW, RENEWAL = 0, 2
RENEWS_FROM, RENEWS_TO = 330, 430  # days after the first deal on an account
# Two people's shares of one deal; some add up to more than the deal.
SHARES: tuple[tuple[str, str], ...] = (
    ("0.5", "0.5"),
    ("0.7", "0.3"),
    ("0.8", "0.2"),
    ("1", "0.7"),
    ("1", "1"),
)
SHARE_ODDS = np.cumsum((0.46, 0.26, 0.14, 0.07, 0.07))
Columns = list[list[str]]


@dataclass(frozen=True)
class Plan:
    """How many deals come of each cell and status. Rows are cell-major; `cell` and `status` say of which."""

    cells: Cells
    cell: np.ndarray
    status: np.ndarray
    count: np.ndarray
    amount_scale: float

    @property
    def total(self) -> int:
        """Deals in all."""
        return int(self.count.sum())


@dataclass(frozen=True)
class Chunk:
    """One piece of the two files: columns in contract order."""

    opportunities: Columns
    splits: Columns


def _joined(left: Cells, right: Cells) -> Cells:
    return Cells(
        *(np.concatenate([getattr(left, name), getattr(right, name)]) for name in Cells.__dataclass_fields__)
    )


def plan(cells: Cells, ownerless: Cells, wanted: int, seed: int) -> Plan:
    """Numbers of deals for each cell so that there are exactly `wanted`; amounts shrink as numbers grow."""
    random = stream(seed, "numbers of deals")
    expected = np.stack([cells.won, cells.lost, cells.open], axis=1).ravel()
    room = max(0.0, wanted * (1 - NOBODY_SHARE) - 3 * np.sqrt(wanted))
    scale = room / float(expected.sum())
    counts = random.poisson(expected * scale)
    surplus = int(counts.sum()) - wanted
    if surplus > 0:
        counts = _trimmed(counts, surplus)
    rest = np.stack([ownerless.won, ownerless.lost, ownerless.open], axis=1).ravel()
    more = random.multinomial(max(0, -surplus), rest / rest.sum())
    counts = np.concatenate([counts, more])
    both = _joined(cells, ownerless)
    used = np.flatnonzero(counts)
    return Plan(both, used // 3, used % 3, counts[used], 1.0 / scale if scale else 1.0)


def _trimmed(counts: np.ndarray, surplus: int) -> np.ndarray:
    """The counts with `surplus` fewer deals, taken evenly from the end of each cell's run."""
    ends = np.cumsum(counts)
    kept = (ends * (1 - surplus / ends[-1])).astype(np.int64)
    kept[-1] = ends[-1] - surplus
    return np.diff(kept, prepend=0)


def _pieces(counts: np.ndarray) -> Iterator[tuple[int, int, np.ndarray]]:
    """(first row, past the last row, group of each row) of each chunk."""
    ends = np.cumsum(counts)
    total = int(ends[-1]) if len(ends) else 0
    for start in range(0, total, CHUNK):
        rows = np.arange(start, min(start + CHUNK, total))
        yield start, start + len(rows), np.searchsorted(ends, rows, side="right")


def _amounts(random: Generator, mean: np.ndarray, spread: np.ndarray, won: np.ndarray) -> np.ndarray:
    """Amounts in cents of the deal's own currency: lognormal about the mean, whole tens where large."""
    drawn = mean * np.exp(spread * random.standard_normal(len(mean)) - spread**2 / 2)
    drawn = np.maximum(np.where(drawn >= 2000, np.rint(drawn / 10) * 10, np.rint(drawn * 100) / 100), 1.0)
    credit = won & (random.random(len(mean)) < CREDIT_NOTES)
    cents: np.ndarray = np.rint(np.where(credit, -0.4 * drawn - 1, drawn) * 100).astype(np.int64)
    return cents


def _money(cents: np.ndarray) -> list[str]:
    return [f"{text[:-2]}.{text[-2:]}" for text in map(str, cents.tolist())]


@dataclass(frozen=True)
class _Lookups:
    owner: np.ndarray
    mail: np.ndarray
    name: np.ndarray
    account: np.ndarray
    territory: np.ndarray
    rates: np.ndarray


def _days_and_currency(
    random: Generator, cells: Cells, cell: np.ndarray, status: np.ndarray
) -> tuple[np.ndarray, ...]:
    """Created and closed day and currency of each deal."""
    size = len(cell)
    reach = random.random(size) ** 0.8  # a little more towards the end of a month
    closed = cells.first[cell] + (reach * cells.days[cell]).astype(np.int64)
    cycles = np.array([role.cycle_days for role in ROLES])[cells.role[cell]]
    spread = np.exp(0.55 * random.standard_normal(size) - 0.15)
    taken = np.rint(cycles * spread * np.where(status == LOST, 0.8, 1.0)).astype(np.int64) + 1
    created = np.where(status == OPEN, closed, np.maximum(closed - taken, CRM_STARTS))
    other = random.integers(1, len(CURRENCIES), size)
    foreign = random.random(size) < FOREIGN
    currency = np.where(foreign, (cells.currency[cell] + other) % len(CURRENCIES), cells.currency[cell])
    return np.minimum(created, AS_OF), np.minimum(closed, AS_OF), currency


def _owners(random: Generator, owner: np.ndarray, look: _Lookups) -> tuple[list[str], list[str], list[str]]:
    """Owner id, e-mail and name of each deal: nearly always the id, now and then only one of the others."""
    manner = random.random(len(owner))
    by_mail = (manner < 0.006) & (look.mail[owner] != "") & (owner != NOBODY)
    by_name = (manner > 0.997) & (look.name[owner] != "") & (owner != NOBODY)
    ids = np.where(by_mail | by_name, "", look.owner[owner])
    return (
        ids.tolist(),
        np.where(by_mail, look.mail[owner], "").tolist(),
        np.where(by_name, look.name[owner], "").tolist(),
    )


def _kinds(random: Generator, role: np.ndarray) -> np.ndarray:
    drawn = random.random(len(role))
    edges = np.where(role == GROWTH, 0.12, 0.74), np.where(role == GROWTH, 0.62, 0.93)
    return (drawn >= edges[0]).astype(np.int64) + (drawn >= edges[1])


def _renewed(account: np.ndarray, kind: np.ndarray, won: np.ndarray, closed: np.ndarray) -> np.ndarray:
    """The accounts, with a renewal about a year on in two of three that were first won as new business."""
    found, order = account.copy(), np.flatnonzero(won)
    order = order[np.argsort(closed[order], kind="stable")]
    firsts = order[np.sort(np.unique(account[order], return_index=True)[1])]
    renewals, place = order[kind[order] == RENEWAL], 0
    for first in firsts[(kind[firsts] == NEW) & (account[firsts] % 3 > 0)]:
        place = max(place, int(np.searchsorted(closed[renewals], closed[first] + RENEWS_FROM)))
        if place < len(renewals) and closed[renewals[place]] <= closed[first] + RENEWS_TO:
            found[renewals[place]] = account[first]
            place += 1
    return found


def _splits(
    random: Generator, ids: list[str], won: np.ndarray, cell: np.ndarray, cells: Cells, look: _Lookups
) -> Columns:
    """Two rows for each split deal; the other owner sold in the same region in the same month, where there is one."""
    rows = np.flatnonzero(won & (random.random(len(ids)) < SPLIT) & (cells.owner[cell] != NOBODY))
    key = cells.region * 100_000 + cells.month
    order = np.lexsort((np.arange(len(key)), key))
    low = np.searchsorted(key[order], key[cell[rows]], side="left")
    high = np.searchsorted(key[order], key[cell[rows]], side="right")
    partner = cells.owner[order[low + (random.random(len(rows)) * (high - low)).astype(np.int64)]]
    manner = np.searchsorted(SHARE_ODDS, random.random(len(rows)), side="right")
    found: Columns = [[], [], []]
    for row, other, which in zip(rows.tolist(), partner.tolist(), manner.tolist(), strict=True):
        own = int(cells.owner[cell[row]])
        if other in (own, NOBODY):
            continue
        for owner, share in zip((own, other), SHARES[min(which, len(SHARES) - 1)], strict=True):
            for column, value in zip(found, (ids[row], str(look.owner[owner]), share), strict=True):
                column.append(value)
    return found


def _chunk(
    random: Generator,
    start: int,
    stop: int,
    cell: np.ndarray,
    status: np.ndarray,
    scale: float,
    cells: Cells,
    look: _Lookups,
) -> Chunk:
    created, closed, currency = _days_and_currency(random, cells, cell, status)
    role = cells.role[cell]
    months = cells.month[cell] - MONEY_STARTS
    rate = look.rates[np.clip(months, 0, len(look.rates) - 1), currency]
    spread = np.array([item.spread for item in ROLES])[role]
    cents = _amounts(random, cells.amount[cell] * scale / rate, spread, status == WON)
    stage = np.where(status == OPEN, 2 + random.integers(0, 3, len(cell)), status)
    ids = [f"D{number:08d}" for number in range(start + 1, stop + 1)]
    kinds = np.where(cents < 0, RENEWAL, _kinds(random, role))
    owners = _owners(random, cells.owner[cell], look)
    account = random.integers(0, len(look.account), len(cell))
    account = _renewed(account, kinds, (status == WON) & (cents > 0), closed)
    closing = np.where(status == OPEN, "", ISO_DAYS[closed - FIRST_DAY])
    columns = [
        ids,
        *owners,
        STAGES[stage].tolist(),
        TRUTHS[stage].tolist(),
        _money(cents),
        np.array(CURRENCIES, dtype=object)[currency].tolist(),
        ISO_DAYS[created - FIRST_DAY].tolist(),
        closing.tolist(),
        KINDS[kinds].tolist(),
        look.account[account].tolist(),
        look.territory[cells.territory[cell]].tolist(),
    ]
    return Chunk(columns, _splits(random, ids, status == WON, cell, cells, look))


def deals(
    drawn: Plan,
    logins: Logins,
    people: dict[int, tuple[str, str]],
    land: Territories,
    rates: np.ndarray,
    seed: int,
) -> Iterator[Chunk]:
    """The chunks of the two files, one after the other. `people`: seller → (name, e-mail as the CRM has it)."""
    random = stream(seed, "deals")
    named = [
        people.get(login.seller, ("", "")) if login.known_by == "id" else ("", "") for login in logins.all
    ]
    look = _Lookups(
        owner=np.array([login.owner_id for login in logins.all] + [""], dtype=object),
        mail=np.array([mail for _, mail in named] + [""], dtype=object),
        name=np.array([name for name, _ in named] + [""], dtype=object),
        account=np.array(account_names(), dtype=object),
        territory=np.array(land.names, dtype=object),
        rates=rates,
    )
    for start, stop, group in _pieces(drawn.count):
        yield _chunk(
            random, start, stop, drawn.cell[group], drawn.status[group], drawn.amount_scale, drawn.cells, look
        )
