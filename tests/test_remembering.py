"""What a pure function made is made once for equal values, and never mistaken for another's."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import pandas as pd
import pytest

from hiring import forgetting, remembering
from hiring.remembering import content_of, is_made, recognised, remembered, size_of

calls: list[object] = []


@remembered
def total(frame: pd.DataFrame, *, times: int = 1) -> int:
    calls.append(times)
    return int(frame["n"].sum()) * times


@remembered
def largest(frame: pd.DataFrame, *, times: int = 1) -> int:
    calls.append("largest")
    return int(frame["n"].max()) * times


@remembered
def applied(function: object) -> str:
    calls.append(function)
    return "made"


@pytest.fixture(autouse=True)
def nothing_known() -> None:
    remembering.forget()
    calls.clear()


def test_equal_values_are_worked_out_once() -> None:
    assert total(pd.DataFrame({"n": [1, 2]}), times=2) == 6
    assert total(pd.DataFrame({"n": [1, 2]}), times=2) == 6
    assert calls == [2]


def test_other_values_are_worked_out_anew() -> None:
    assert total(pd.DataFrame({"n": [1, 2]})) == 3
    assert total(pd.DataFrame({"n": [1, 3]})) == 4
    assert total(pd.DataFrame({"n": [1, 3]}), times=3) == 12
    assert len(calls) == 3


def test_two_functions_of_the_same_values_are_kept_apart() -> None:
    frame = pd.DataFrame({"n": [1, 2]})
    assert (total(frame), largest(frame)) == (3, 2)


def test_values_that_cannot_be_written_down_are_worked_out_every_time() -> None:
    assert [applied(lambda: 1), applied(lambda: 1)] == ["made", "made"]
    assert len(calls) == 2


def test_only_so_much_is_kept_and_the_oldest_goes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remembering._made, "most", 2)
    frames = [pd.DataFrame({"n": [n]}) for n in range(3)]
    for frame in frames:
        total(frame)
    total(frames[2])
    assert len(calls) == 3
    total(frames[0])
    assert len(calls) == 4


@remembered
def doubled(frame: pd.DataFrame) -> pd.DataFrame:
    calls.append("doubled")
    return frame * 2


@dataclass(frozen=True)
class Held:
    """A frame held in something else."""

    frame: pd.DataFrame
    name: str = "a"


@remembered
def total_of(held: Held) -> int:
    calls.append(held.name)
    return int(held.frame["n"].sum())


def test_a_recognised_frame_is_taken_for_its_content_where_something_holds_it_too() -> None:
    frame = pd.DataFrame({"n": [1, 2]})
    known = recognised(frame, b"content of this")
    assert [total_of(Held(known)), total_of(Held(recognised(frame, b"content of this")))] == [3, 3]
    assert calls == ["a"]
    assert total_of(Held(known, "b")) == 3
    known.loc[0, "n"] = 5
    assert total_of(Held(known)) == 7
    assert calls == ["a", "b", "a"]


def test_a_recognised_frame_is_taken_for_its_content() -> None:
    frame = pd.DataFrame({"n": [1, 2]})
    assert total(recognised(frame, b"content of this")) == 3
    assert total(recognised(frame, b"content of this")) == 3
    assert len(calls) == 1
    assert content_of(frame) == content_of(frame.copy()) != content_of(frame * 2)


@pytest.mark.parametrize(
    "change",
    [
        lambda frame: frame.__setitem__("n", [10, 20]),
        lambda frame: frame.loc.__setitem__((0, "n"), 29),
        lambda frame: frame.insert(0, "name", ["a", "b"]),
        lambda frame: frame.__setattr__("columns", ["m", "n"]),
        lambda frame: (frame.pop("n"), frame.insert(0, "n", [5, 6])),
    ],
)
def test_a_recognised_frame_that_is_changed_is_no_longer_recognised(change) -> None:
    kept = pd.DataFrame({"m": [1, 2], "n": [1, 2]})
    shown = recognised(kept, b"as it was")
    before = total(shown)
    change(shown)
    assert total(shown) == int(shown["n"].sum())
    assert total(recognised(kept, b"as it was")) == before == 3
    assert len(calls) == 2


def test_a_remembered_frame_is_recognised_until_somebody_changes_it() -> None:
    made = doubled(pd.DataFrame({"n": [1, 2]}))
    assert total(made) == total(doubled(pd.DataFrame({"n": [1, 2]}))) == 6
    made.loc[0, "n"] = 100
    assert total(made) == 104


def test_a_frame_that_is_gone_is_not_mistaken_for_one_in_its_place() -> None:
    kept = pd.DataFrame({"n": [1, 2]})
    for _ in range(50):
        assert total(recognised(kept, b"first")) == 3
        assert total(pd.DataFrame({"n": [3, 4]})) == 7
    assert len(calls) == 2


def sharers(frame: pd.DataFrame) -> int:
    """How many frames and columns pandas notes as standing on this one's arrays, gone ones too."""
    return sum(len(block.refs.referenced_blocks) for block in frame._mgr.blocks)


def test_readers_who_are_gone_leave_nothing_behind() -> None:
    kept = pd.DataFrame({"m": [1, 2], "n": [1.5, 2]})
    few = sharers(kept)
    for _ in range(100):
        recognised(kept, b"as it is")
    assert sharers(kept) <= few + 2

    made = doubled(pd.DataFrame({"n": [1, 2]}))
    few = sharers(made)
    for _ in range(100):
        assert doubled(pd.DataFrame({"n": [1, 2]}))["n"].sum() == 6
    assert sharers(made) <= few + 2


def test_what_two_ask_for_at_once_is_worked_out_once() -> None:
    begun, go_on = threading.Event(), threading.Event()

    @remembered
    def slow(number: int) -> int:
        calls.append(number)
        begun.set()
        assert go_on.wait(20)
        return number * 2

    with ThreadPoolExecutor(2) as pool:
        first = pool.submit(slow, 4)
        assert begun.wait(20)
        second = pool.submit(slow, 4)
        go_on.set()
        assert (first.result(20), second.result(20)) == (8, 8)
    assert calls == [4]


@dataclass(frozen=True)
class Pair:
    words: str
    frames: list[pd.DataFrame]


@remembered
def parted(frame: pd.DataFrame) -> Pair:
    return Pair("two", [frame[:1], frame[1:]])


def test_frames_within_a_result_are_recognised_each_by_itself() -> None:
    first, second = parted(pd.DataFrame({"n": [1, 2]})).frames
    assert (total(first), total(second), total(first)) == (1, 2, 1)
    second.loc[1, "n"] = 5
    assert total(second) == 5


def test_it_is_known_whether_a_result_is_made_already() -> None:
    frame = pd.DataFrame({"n": [1, 2, 3]})
    assert not is_made(total, frame)
    assert not is_made(total, frame)  # asking makes nothing
    total(frame)
    assert is_made(total, pd.DataFrame({"n": [1, 2, 3]}))
    assert not is_made(total, pd.DataFrame({"n": [1, 2]}))
    assert not is_made(doubled, frame)
    remembering.forget()
    assert not is_made(total, frame)


def test_a_frame_takes_what_its_cells_take_and_a_list_of_frames_as_much_again() -> None:
    short, long = (pd.DataFrame({"name": ["a" * 100] * rows}) for rows in (10, 1000))
    assert size_of(short) >= 10 * 100
    assert size_of(long) >= 1000 * 100
    assert size_of([long, long.copy()]) > size_of([long])


def test_what_cannot_be_written_down_is_made_every_time() -> None:
    @remembered
    def maker(number: int) -> object:
        calls.append(number)
        return lambda: number

    assert size_of(lambda: 1) > remembering._made.most_bytes
    assert [maker(1)(), maker(1)()] == [1, 1]
    assert calls == [1, 1]
    assert not is_made(maker, 1)


def test_what_was_made_is_forgotten_with_everything_else() -> None:
    frame = pd.DataFrame({"n": [1, 2]})
    total(frame)
    assert is_made(total, frame)
    forgetting.everything()
    assert not is_made(total, frame)
