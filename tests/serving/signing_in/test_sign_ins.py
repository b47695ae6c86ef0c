"""How long a sign-in lasts, by the clock it is told."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hiring.access.rights.claims import Identity
from hiring.serving.signing_in.sign_ins import Ended, SignIns

START = datetime(2026, 7, 1, 8, tzinfo=UTC)
IDLE, LONGEST = timedelta(minutes=30), timedelta(hours=4)


def minutes(count: int) -> datetime:
    return START + timedelta(minutes=count)


def somebody(at: datetime, key: str = "a") -> Identity:
    return Identity("https://x", "u", "", frozenset(), at, at + timedelta(days=1), key)


def test_a_sign_in_in_use_goes_on_and_one_left_alone_ends() -> None:
    kept, who = SignIns(START), somebody(START)
    assert [kept.used(who, minutes(at), IDLE, LONGEST) for at in (1, 31, 61, 92)] == [
        None,
        None,
        None,
        Ended.UNUSED,
    ]
    assert kept.used(who, minutes(93), IDLE, LONGEST) is Ended.UNUSED


def test_no_use_makes_it_last_longer_than_one_may() -> None:
    kept, who = SignIns(START), somebody(START)
    assert [kept.used(who, minutes(at), IDLE, LONGEST) for at in range(0, 260, 20)] == [None] * 13
    assert kept.used(who, minutes(241), IDLE, LONGEST) is Ended.TOO_LONG


def test_who_signs_out_is_out_with_every_copy_and_another_sign_in_is_not() -> None:
    kept, who = SignIns(START), somebody(START)
    kept.used(who, minutes(1), IDLE, LONGEST)
    kept.end(who)
    assert kept.used(who, minutes(2), IDLE, LONGEST) is Ended.SIGNED_OUT
    assert kept.used(somebody(minutes(2), "b"), minutes(3), IDLE, LONGEST) is None


def test_a_cookie_of_before_the_start_or_never_used_since_is_as_old_as_its_sign_in() -> None:
    kept = SignIns(START)
    assert kept.used(somebody(minutes(-5)), minutes(1), IDLE, LONGEST) is Ended.BEFORE_START
    assert kept.used(somebody(minutes(-1)), minutes(1), IDLE, LONGEST) is None  # two clocks
    assert kept.used(somebody(minutes(5), "c"), minutes(40), IDLE, LONGEST) is Ended.UNUSED


def test_what_would_have_ended_by_itself_is_remembered_no_longer() -> None:
    kept = SignIns(START)
    for number in range(50):
        who = somebody(minutes(number), str(number))
        kept.used(who, minutes(number), IDLE, LONGEST)
        kept.end(who)
    assert kept.used(somebody(minutes(400), "new"), minutes(400), IDLE, LONGEST) is None
    assert (len(kept._used), len(kept._ended)) == (1, 0)
