"""Slides and workbook as LibreOffice reads them, where it is installed."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from helpers.invented.packs import of_every_form, pack
from hiring.documents.review_pack import as_pptx, as_xlsx

OFFICE = shutil.which("soffice")


@pytest.mark.proof
@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize(("ending", "write"), [("pptx", as_pptx), ("xlsx", as_xlsx)])
def test_libreoffice_opens_and_prints_it(ending: str, write, tmp_path: Path) -> None:
    (tmp_path / f"pack.{ending}").write_bytes(write(pack(*of_every_form())))
    home = f"-env:UserInstallation={(tmp_path / 'home').as_uri()}"
    command = [str(OFFICE), home, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
    told = subprocess.run([*command, str(tmp_path / f"pack.{ending}")], capture_output=True, text=True)
    assert told.returncode == 0
    assert "rror" not in told.stderr
    assert (tmp_path / "pack.pdf").read_bytes().startswith(b"%PDF-")
