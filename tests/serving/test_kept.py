"""What is made of answers is kept under their keys: made once, never taken for another's, never by what it holds."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from threading import Barrier

import pandas as pd
import pytest

from hiring.loading import forgetting
from hiring.serving import kept

calls: list[object] = []


def total(frame: pd.DataFrame, times: int = 1) -> int:
    calls.append(times)
    return int(frame["n"].sum()) * times


def largest(frame: pd.DataFrame) -> int:
    return int(frame["n"].max())


def doubled(frame: pd.DataFrame) -> pd.DataFrame:
    calls.append("doubled")
    return frame * 2


@dataclass(frozen=True)
class Held:
    """Frames held in something else."""

    frame: pd.DataFrame
    others: tuple[pd.DataFrame, ...] = ()
    name: str = "a"


def halves(frame: pd.DataFrame) -> Held:
    return Held(frame.iloc[:1], (frame.iloc[1:],))


@pytest.fixture(autouse=True)
def nothing_kept() -> Iterator[None]:
    kept._made().forget()
    calls.clear()
    yield
    kept._made().forget()


def answer(*values: int, key: bytes = b"a") -> pd.DataFrame:
    return kept.carrying(pd.DataFrame({"n": list(values)}), key)


def test_the_same_answer_with_the_same_values_is_worked_on_once() -> None:
    frame = answer(1, 2)
    assert [kept.found(total, frame, times=2) for _ in range(3)] == [6, 6, 6]
    assert kept.found(total, frame, times=3) == 9
    assert calls == [2, 3]


def test_answers_are_told_apart_by_their_keys_alone() -> None:
    assert kept.found(total, answer(1, 2, key=b"one viewer")) == 3
    assert kept.found(total, answer(1, 2, key=b"another viewer")) == 3
    assert kept.found(total, answer(9, 9, key=b"one viewer")) == 3
    assert len(calls) == 2


def test_two_functions_of_the_same_answer_are_kept_apart() -> None:
    frame = answer(1, 2)
    assert (kept.found(total, frame), kept.found(largest, frame)) == (3, 2)


@pytest.mark.parametrize(
    "changed",
    [lambda frame: frame.copy(), lambda frame: frame[frame["n"] > 0], lambda frame: frame.assign(m=1)],
    ids=["a copy", "a choice of rows", "another column"],
)
def test_of_what_was_made_of_an_answer_by_hand_nothing_is_kept(changed) -> None:
    frame = changed(answer(1, 2))
    assert [kept.found(total, frame) for _ in range(2)] == [3, 3]
    assert [kept.found(total, frame=frame) for _ in range(2)] == [3, 3]
    assert len(calls) == 4
    held = Held(frame)
    assert kept.found(lambda one: one.frame, held) is frame


def test_what_was_made_here_carries_keys_of_its_own_and_can_be_worked_on() -> None:
    frame = answer(1, 2)
    assert kept.found(total, kept.found(doubled, frame)) == 6
    assert kept.found(total, kept.found(doubled, frame)) == 6
    assert calls == ["doubled", 1]


def test_frames_within_a_result_are_told_apart_and_so_is_the_result() -> None:
    held = kept.found(halves, answer(1, 20))
    assert (kept.found(total, held.frame), kept.found(total, held.others[0])) == (1, 20)

    def sum_of(one: Held) -> int:
        return sum(int(frame["n"].sum()) for frame in (one.frame, *one.others))

    assert kept.found(sum_of, held) == 21
    assert kept.found(sum_of, Held(held.frame)) == 1
    assert kept.found(sum_of, Held(held.frame, name="b")) == 1


def test_a_value_given_through_keeps_the_key_it_had() -> None:
    frame = answer(1, 2)
    same = kept.found(lambda one: one, frame)
    assert same is frame
    kept.found(total, frame)
    kept.found(total, same)
    assert len(calls) == 1


def test_a_frame_that_is_gone_is_not_mistaken_for_one_in_its_place() -> None:
    before = len(kept._carried)
    for n in range(200):
        assert kept.found(total, pd.DataFrame({"n": [n]})) == n
        answer(n)
    assert len(kept._carried) < before + 20


def test_only_so_much_is_kept_and_what_nobody_asked_for_longest_goes_first(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(kept._made(), "most", 2)
    frames = [answer(n, key=str(n).encode()) for n in range(3)]
    for frame in frames:
        kept.found(total, frame)
    kept.found(total, frames[2])
    assert len(calls) == 3
    kept.found(total, frames[0])
    assert len(calls) == 4


def test_what_two_ask_for_at_once_is_made_once() -> None:
    frame, here = answer(1, 2), Barrier(2)

    def both() -> int:
        here.wait(10)
        return kept.found(total, frame)

    with ThreadPoolExecutor(2) as people:
        assert [one.result() for one in [people.submit(both), people.submit(both)]] == [3, 3]
    assert len(calls) == 1


def test_what_was_made_is_forgotten_with_everything_else() -> None:
    frame = answer(1, 2)
    kept.found(total, frame)
    forgetting.everything()
    kept.found(total, frame)
    assert len(calls) == 2


def test_a_frame_takes_what_its_cells_take_and_what_cannot_be_written_down_too_much_to_be_kept() -> None:
    frame = pd.DataFrame({"n": range(1000)})
    assert 8000 <= kept.size_of(frame) < 9000
    assert kept.size_of([frame, frame]) > 7000
    assert kept.size_of(lambda: 1) > kept._made().most_bytes
