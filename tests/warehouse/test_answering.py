"""An answer given on a page is the line a person would have pasted, and leaves the rest of the file alone."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest

from hiring.loading.messages import Message
from hiring.loading.plain_files import UnfitError
from hiring.warehouse import answering
from hiring.warehouse.answering import AnswerError
from hiring.warehouse.answers import Question, answers_in

TODAY = date(2026, 7, 1)
STAGE = Question('stage Won "big"\u202e 🙂', Message("held", "deals.csv"), ("won", "lost"), "d1", binds=False)
ORDER = Question("date order of Eintritt in staff.csv", Message("held", "staff.csv"), ("dmy", "mdy"), "d2")


def written(folder: Path, question: Question, choice: str, by: str = "Hana Recruiter") -> str:
    return answering.write(folder, question.line(TODAY), choice, by, TODAY).read_text(encoding="utf-8")


@pytest.mark.parametrize(("question", "choice"), [(STAGE, "lost"), (ORDER, "mdy")])
def test_an_answer_holds_for_the_question_it_was_given_to(
    tmp_path: Path, question: Question, choice: str
) -> None:
    written(tmp_path, question, choice)
    assert answers_in(tmp_path).answer(question) == choice


def test_what_stands_in_the_file_stays_and_an_answer_given_again_takes_the_place_of_the_first(
    tmp_path: Path,
) -> None:
    (tmp_path / "answers.toml").write_text('# ours\n\n["by hand"]\n\n', encoding="utf-8")
    written(tmp_path, ORDER, "dmy")
    written(tmp_path, STAGE, "won")
    text = written(tmp_path, ORDER, "mdy", "  Ben\n Second ")
    assert text.splitlines()[:3] == ["# ours", "", '["by hand"]']
    assert len(text.splitlines()) == 5
    assert 'answer = "mdy", by = "Ben Second", on = 2026-07-01, file = "d2"' in text
    assert (answers_in(tmp_path).answer(ORDER), answers_in(tmp_path).answer(STAGE)) == ("mdy", "won")


@pytest.mark.parametrize("by", ["", "  ", "your name"])
def test_an_answer_nobody_signed_is_not_written(tmp_path: Path, by: str) -> None:
    with pytest.raises(AnswerError, match="write your name"):
        written(tmp_path, STAGE, "won", by)
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_cannot_be_read_or_answers_over_several_lines_is_left_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "answers.toml"
    for text, why in (
        ("a = = 1\n", "TOML"),
        (f'["{ORDER.key}"]\nanswer = "dmy"\nby = "Hana"\nfile = "d0"\n', "over several lines"),
    ):
        file.write_text(text, encoding="utf-8")
        with pytest.raises(AnswerError, match=why):
            written(tmp_path, ORDER, "mdy")
        assert file.read_text(encoding="utf-8") == text


@pytest.mark.skipif(os.name != "posix", reason="links to files are made without rights there")
def test_nothing_is_written_through_a_link(tmp_path: Path) -> None:
    (tmp_path / "exports").mkdir()
    (tmp_path / "exports" / "answers.toml").symlink_to(tmp_path / "elsewhere.toml")
    with pytest.raises((AnswerError, UnfitError)):
        written(tmp_path / "exports", ORDER, "mdy")
    assert not (tmp_path / "elsewhere.toml").exists()
