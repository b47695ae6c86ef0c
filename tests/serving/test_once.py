"""What several ask for at once is made once; what is kept is bounded in number and bytes, and can be forgotten."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor

import pytest

from hiring.loading import forgetting
from hiring.serving.once import Once

MANY_BYTES = 10**6
PATIENCE = 20.0  # seconds until a test that hangs fails


class Slow:
    """Makes something while others come to ask: it goes on only when `go_on` is set."""

    def __init__(self, ends: Callable[[], str] = lambda: "made") -> None:
        self.begun, self.go_on, self.times = threading.Event(), threading.Event(), 0
        self.ends = ends

    def __call__(self) -> str:
        self.times += 1
        self.begun.set()
        assert self.go_on.wait(PATIENCE)
        return self.ends()


class Watched(Once[str]):
    """Tells when somebody has come to wait for what another makes."""

    def __init__(self) -> None:
        super().__init__(10, MANY_BYTES, len)
        self.waiting = threading.Semaphore(0)

    def get(self, key: object, make: Callable[[], str]) -> str:
        future = self._making.get(key)
        if future is not None and not isinstance(future, Tapped):
            self._making[key] = Tapped(future, self.waiting)
        return super().get(key, make)


class Tapped(Future[str]):
    """Another's future, which tells each time somebody begins to wait for it."""

    def __init__(self, other: Future[str], waiting: threading.Semaphore) -> None:
        super().__init__()
        self.other, self.waiting = other, waiting

    def result(self, timeout: float | None = None) -> str:
        self.waiting.release()
        return self.other.result(timeout or PATIENCE)


def ask_together(
    once: Watched, slow: Slow, others: Callable[[], str], pool: ThreadPoolExecutor
) -> list[Future[str]]:
    """One asks and makes; two more ask while it does; then it goes on."""
    first = pool.submit(once.get, "key", slow)
    assert slow.begun.wait(PATIENCE)
    rest = [pool.submit(once.get, "key", others) for _ in range(2)]
    for _ in rest:
        assert once.waiting.acquire(timeout=PATIENCE)
    slow.go_on.set()
    return [first, *rest]


def never() -> str:
    raise AssertionError("made a second time")


@pytest.fixture
def pool():
    with ThreadPoolExecutor(4) as threads:
        yield threads


def test_what_several_ask_for_at_once_is_made_once(pool: ThreadPoolExecutor) -> None:
    once, slow = Watched(), Slow()
    asked = ask_together(once, slow, never, pool)
    assert [one.result(PATIENCE) for one in asked] == ["made"] * 3
    assert slow.times == 1
    assert once.get("key", never) == "made"


def test_an_error_reaches_all_who_wait_and_is_not_kept(pool: ThreadPoolExecutor) -> None:
    def fails() -> str:
        raise ValueError("no such thing")

    once, slow = Watched(), Slow(fails)
    for one in ask_together(once, slow, never, pool):
        with pytest.raises(ValueError, match="no such thing"):
            one.result(PATIENCE)
    assert once.get("key", lambda: "this time") == "this time"


def test_the_end_of_the_visit_that_makes_it_lets_another_take_over(pool: ThreadPoolExecutor) -> None:
    class VisitOverError(BaseException):
        pass

    def ends() -> str:
        raise VisitOverError

    taken_over: list[str] = []

    def take_over() -> str:
        taken_over.append("once")
        return "made by another"

    first, *rest = ask_together(once := Watched(), Slow(ends), take_over, pool)
    with pytest.raises(VisitOverError):
        first.result(PATIENCE)
    assert [one.result(PATIENCE) for one in rest] == ["made by another"] * 2
    assert taken_over == ["once"]
    assert once.get("key", never) == "made by another"


def test_two_keys_do_not_wait_for_each_other(pool: ThreadPoolExecutor) -> None:
    once, slow = Once[str](10, MANY_BYTES, len), Slow()
    first = pool.submit(once.get, "slow", slow)
    assert slow.begun.wait(PATIENCE)
    assert once.get("other", lambda: "at once") == "at once"
    slow.go_on.set()
    assert first.result(PATIENCE) == "made"


def test_only_so_much_is_kept_and_what_nobody_asks_for_goes_first() -> None:
    once = Once[str](2, MANY_BYTES, len)
    for key in ("a", "b"):
        once.get(key, lambda key=key: key)
    assert once.get("a", never) == "a"
    assert once.get("c", lambda: "c") == "c"
    assert once.get("a", never) == "a"
    assert once.get("b", lambda: "b again") == "b again"


def test_only_so_many_bytes_are_kept_and_what_nobody_asks_for_goes_first() -> None:
    once = Once[str](100, 10, len)
    for key in ("aaaa", "bbbb"):
        once.get(key, lambda key=key: key)
    assert once.get("aaaa", never) == "aaaa"
    assert once.get("cccc", lambda: "cccc") == "cccc"
    assert [once.has(key) for key in ("aaaa", "bbbb", "cccc")] == [True, False, True]
    assert once.bytes_kept == 8


def test_what_is_larger_than_all_may_be_is_given_not_kept_and_costs_nothing_else_its_place() -> None:
    once = Once[str](100, 10, len)
    once.get("small", lambda: "small")
    assert once.get("large", lambda: "l" * 11) == "l" * 11
    assert [once.has(key) for key in ("small", "large")] == [True, False]
    assert once.bytes_kept == 5


def test_nothing_is_kept_once_everything_is_forgotten() -> None:
    once = Once[str](2, MANY_BYTES, len)
    once.get("a", lambda: "a")
    forgetting.everything()
    assert (once.has("a"), once.bytes_kept) == (False, 0)
    assert once.get("a", lambda: "anew") == "anew"


def test_what_was_begun_before_everything_was_forgotten_is_given_and_not_kept(
    pool: ThreadPoolExecutor,
) -> None:
    once, slow = Once[str](10, MANY_BYTES, len), Slow(lambda: "of the old one")
    first = pool.submit(once.get, "key", slow)
    assert slow.begun.wait(PATIENCE)
    once.forget()
    assert once.get("key", lambda: "of the new one") == "of the new one"
    slow.go_on.set()
    assert first.result(PATIENCE) == "of the old one"
    assert once.get("key", never) == "of the new one"
    assert once.bytes_kept == len("of the new one")


def test_an_error_begun_before_everything_was_forgotten_leaves_the_newer_maker_alone(
    pool: ThreadPoolExecutor,
) -> None:
    def fails() -> str:
        raise ValueError("no such thing")

    once, old, new = Once[str](10, MANY_BYTES, len), Slow(fails), Slow()
    first = pool.submit(once.get, "key", old)
    assert old.begun.wait(PATIENCE)
    once.forget()
    second = pool.submit(once.get, "key", new)
    assert new.begun.wait(PATIENCE)
    old.go_on.set()
    with pytest.raises(ValueError, match="no such thing"):
        first.result(PATIENCE)
    new.go_on.set()
    assert second.result(PATIENCE) == "made"
    assert once.get("key", never) == "made"
