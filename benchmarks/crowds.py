"""Fifty people at once: how long they wait on a running dashboard, and on a server that has just started."""

from __future__ import annotations

import random
import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import AbstractContextManager
from statistics import median, quantiles

from benchmarks.measuring import ratio
from benchmarks.servers import Server
from benchmarks.visitor import Visitor

PEOPLE, THINK, VISITS = 50, 3.0, 8
LONGEST = 900.0  # seconds until everybody must have seen a first page

Row = tuple[str, str, str, str]


def staying(server: Server, pages: Sequence[str], people: int = PEOPLE) -> list[float]:
    """Seconds waited at each of eight reruns by so many people, with about three seconds between two.

    Everybody has seen their page before the first is measured. Who thinks how long is the same at every call.
    """
    all_here = threading.Barrier(people)

    def visit(seed: int) -> list[float]:
        chance = random.Random(seed)
        visitor = _arrived(server, pages, seed, chance)
        visitor.rerun()
        all_here.wait(LONGEST)
        waits = []
        for _ in range(VISITS):
            time.sleep(chance.expovariate(1 / THINK))
            waits.append(visitor.rerun())
        visitor.close()
        return waits

    return _by_everybody(visit, people)


def arriving(server: Server, pages: Sequence[str], people: int = PEOPLE) -> list[float]:
    """Seconds until the first page of each of so many people who come within three seconds."""

    def visit(seed: int) -> list[float]:
        visitor = _arrived(server, pages, seed, random.Random(seed))
        waited = visitor.rerun()
        visitor.close()
        return [waited]

    return _by_everybody(visit, people)


def _arrived(server: Server, pages: Sequence[str], seed: int, chance: random.Random) -> Visitor:
    time.sleep(chance.uniform(0, THINK))
    return Visitor(server.port, pages[seed % len(pages)])


def _by_everybody(visit: Callable[[int], list[float]], count: int) -> list[float]:
    """The waits of all; raises what went wrong with the first."""
    with ThreadPoolExecutor(count) as people:
        visits = [people.submit(visit, seed) for seed in range(count)]
        for one in as_completed(visits):
            one.result()
    return [wait for one in visits for wait in one.result()]


def steady_row(ours: Server, floor: Server, pages: Sequence[str], runs: int) -> Row:
    """The row for a running dashboard against the bare app, in turn, each first as often as the other."""
    late: dict[int, list[float]] = {ours.port: [], floor.port: []}
    began, used = time.perf_counter(), time.process_time()
    for place in range(runs):
        for server in (ours, floor) if place % 2 == 0 else (floor, ours):
            server.until_idle()
            late[server.port].append(_p95(staying(server, pages if server is ours else ("",))))
    share = (time.process_time() - used) / (time.perf_counter() - began)
    title = f"{PEOPLE} people, {THINK:g} s think time, p95 (they take {share:.0%} of a processor)"
    return _row(title, late[ours.port], late[floor.port], " (≤ 1)")


def cold_row(
    ours: Callable[[], AbstractContextManager[Server]],
    floor: Callable[[], AbstractContextManager[Server]],
    pages: Sequence[str],
    runs: int,
) -> Row:
    """The row for the first page on servers that have just started, each time anew."""
    late, floor_late = [], []
    for _ in range(runs):
        with ours() as server:
            late.append(_p95(arriving(server, pages)))
        with floor() as server:
            floor_late.append(_p95(arriving(server, ("",))))
    return _row(f"{PEOPLE} people on a server just started, first page, p95", late, floor_late, "")


def first_row(
    ours: Callable[[], AbstractContextManager[Server]], pages: Sequence[str], people: int, runs: int
) -> Row:
    """The row for the first page on a server just started against a warm page's p95 in the same run.

    One person comes to each page of a server of its own; of several each comes to the next page.
    """
    first, warm = [], []
    for _ in range(runs):
        for page in pages if people == 1 else [""]:
            with ours() as server:
                met = [page] if people == 1 else pages
                waits = arriving(server, met, people)
                first.append(waits[0] if people == 1 else _p95(waits))
                server.until_idle()
                warm.append(_p95(staying(server, met, people)))
    who = "the first person" if people == 1 else f"{people} people, p95,"
    return (
        f"{who} on a server just started, first page",
        f"{median(first) * 1000:.0f} ms ({_each(first)})",
        f"warm p95 {median(warm) * 1000:.0f} ms ({_each(warm)})",
        f"{ratio(first, warm):.2f}× (≤ 2)",
    )


def _row(title: str, late: list[float], floor_late: list[float], aim: str) -> Row:
    return (
        title,
        f"{median(late) * 1000:.0f} ms ({_each(late)})",
        f"bare app {median(floor_late) * 1000:.0f} ms ({_each(floor_late)})",
        f"{ratio(late, floor_late):.2f}×{aim}",
    )


def _each(late: Sequence[float]) -> str:
    return ", ".join(f"{one * 1000:.0f}" for one in late)


def _p95(waits: list[float]) -> float:
    return quantiles(waits, n=20)[-1]
