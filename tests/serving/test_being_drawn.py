"""What would disturb pages being drawn can see when they are through."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import suppress

from hiring.serving.being_drawn import BeingDrawn


def test_a_page_is_through_however_it_ends() -> None:
    drawn = BeingDrawn()
    with drawn.one():
        before = drawn.now()
        with suppress(RuntimeError), drawn.one():
            assert len(drawn.now()) == 2
            raise RuntimeError
        assert drawn.now() == before
        assert not drawn.are_through(before)
    assert drawn.are_through(before)
    assert drawn.now() == frozenset()


def test_those_of_now_are_through_when_the_last_of_them_is_and_whoever_comes_later_does_not_count() -> None:
    drawn = BeingDrawn()
    assert drawn.are_through(drawn.now())
    with drawn.one(), drawn.one():
        now = drawn.now()
        assert (len(now), drawn.are_through(now)) == (2, False)
        with drawn.one():
            assert not drawn.are_through(now)
    with drawn.one():
        assert drawn.are_through(now)


def test_linear_algebra_has_one_thread_before_anything_loads_it() -> None:
    told = "import hiring, os, sys; print(os.environ['OPENBLAS_NUM_THREADS'], 'numpy' in sys.modules)"
    clean = {name: value for name, value in os.environ.items() if name != "OPENBLAS_NUM_THREADS"}
    said = subprocess.run([sys.executable, "-c", told], env=clean, capture_output=True, text=True, check=True)
    assert said.stdout.split() == ["1", "False"]
