"""The file of rights is read anew when it changed, and gives nothing from the moment it has a fault."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from hiring.access.rights import reading
from hiring.access.rights.reading import RightsError
from hiring.serving.signing_in.kept_rights import KeptRights
from serving.signing_in.conftest import RIGHTS


def test_a_file_is_read_once_until_it_changes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, kept, times = tmp_path / "rights.toml", KeptRights(), []
    read = reading.read
    monkeypatch.setattr(reading, "read", lambda one: times.append(one) or read(one))
    path.write_text(RIGHTS)
    assert kept.now(path) is kept.now(path)
    assert len(times) == 1
    path.write_text(RIGHTS.replace('"kim"', '"lea"'))
    os.utime(path, ns=(1, 1))
    assert kept.now(path).rules[0].who.subject == "lea"
    assert len(times) == 2


def test_a_fault_gives_nothing_and_the_last_sound_file_only_says_whom_to_tell(tmp_path: Path) -> None:
    path, kept = tmp_path / "rights.toml", KeptRights()
    path.write_text(RIGHTS)
    assert kept.last_sound() is None
    sound = kept.now(path)
    path.write_text(RIGHTS + "oops")
    for _ in range(2):
        with pytest.raises(RightsError):
            kept.now(path)
    assert kept.last_sound() == sound
    path.unlink()
    with pytest.raises(RightsError, match="no such file"):
        kept.now(path)
    path.write_text(RIGHTS)
    assert kept.now(path) == sound
