"""Who works ahead unasked can see whether anybody is being served."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from hiring.serving.attendance import Attendance


def test_it_is_quiet_again_only_when_the_last_one_is_served_however_that_ends() -> None:
    attendance = Attendance()
    assert attendance.is_quiet
    with attendance.serving("a"):
        with pytest.raises(RuntimeError), attendance.serving("b"):
            raise RuntimeError
        assert not attendance.is_quiet
    assert attendance.is_quiet


def test_who_is_unseen_disturbs_nobody_and_counts_again_afterwards() -> None:
    attendance = Attendance()
    with attendance.unseen("a"), attendance.serving("a"):
        assert attendance.is_quiet
    with attendance.serving("a"):
        assert not attendance.is_quiet


def test_those_who_are_here_are_through_when_the_last_of_them_is_and_whoever_comes_later_does_not_count() -> (
    None
):
    attendance = Attendance()
    assert attendance.are_through(attendance.here())
    with attendance.serving("later"):
        with attendance.unseen("a"), attendance.serving("a"), attendance.serving("a"):
            here = attendance.here()
            assert (len(here), attendance.are_through(here)) == (3, False)
        assert not attendance.are_through(here)
        with attendance.serving("new"):
            assert not attendance.are_through(here)
    with attendance.serving("newer"):
        assert attendance.are_through(here)


def test_linear_algebra_has_one_thread_before_anything_loads_it() -> None:
    told = "import hiring, os, sys; print(os.environ['OPENBLAS_NUM_THREADS'], 'numpy' in sys.modules)"
    clean = {name: value for name, value in os.environ.items() if name != "OPENBLAS_NUM_THREADS"}
    said = subprocess.run([sys.executable, "-c", told], env=clean, capture_output=True, text=True, check=True)
    assert said.stdout.split() == ["1", "False"]
