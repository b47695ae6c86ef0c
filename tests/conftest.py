"""What every test lives with: no network but this machine, no chance, the browser last, one built sample."""

from __future__ import annotations

import ipaddress
import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from helpers import breadth, shared
from hiring.loading import files

ROOT = Path(__file__).parents[1]

# The same examples every time, on a slow machine too; `--hypothesis-profile=search` looks for new ones.
settings.register_profile(
    "suite",
    derandomize=True,
    deadline=None,
    max_examples=breadth.some(20, 50),
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile("search", deadline=None, max_examples=2000)
settings.load_profile("suite")


#: Files that take long however few tests they hold: begun last, they would keep one core waiting for the other.
LONG = (
    *("test_fuzz.py", "test_kill.py", "test_broken_links.py", "test_role_profiles.py", "test_withheld.py"),
    *("test_command_line.py", "test_viewer.py", "test_untold.py", "test_spellings.py", "test_erased.py"),
    *("test_sources.py", "test_swapping.py", "test_gates.py", "test_digest.py"),
)


def pytest_configure(config: pytest.Config) -> None:
    """Before a process of this run begins: the folder that they share."""
    if opened := shared.begin():
        config.add_cleanup(lambda: shared.end(opened))


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """What takes long first, the browser's tests last, and no case that is left to proof."""
    items[:], left = breadth.here(items)
    config.hook.pytest_deselected(items=left)
    items.sort(key=lambda item: ("browser" in item.path.parts, item.path.name not in LONG))


def _is_loopback(address: Any) -> bool:
    host = address[0] if isinstance(address, tuple) else ""
    try:
        return not host or host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


@pytest.fixture(autouse=True, scope="session")
def nothing_leaves_this_machine() -> Iterator[None]:
    """A test that reaches for another machine fails, and says which."""
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: Any) -> None:
        if self.family != socket.AF_UNIX and not _is_loopback(address):
            raise AssertionError(f"a test reached for {address!r}; only this machine may be asked")
        connect(self, address)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", guarded)
        yield


@pytest.fixture(autouse=True, scope="session")
def no_test_waits_for_a_file_to_grow() -> Iterator[None]:
    """The files of tests are whole as soon as they are there; what grows is tried with waits that make it grow."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(files, "rest", lambda _path: None)
        yield


@pytest.fixture(autouse=True, scope="session")
def no_test_waits_for_the_disk() -> Iterator[None]:
    """What a build forces to disk outlives a power cut, which no test brings about: a tenth of a second each."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "fsync", lambda _handle: None)
        yield


@pytest.fixture(autouse=True, scope="session")
def what_is_installed_is_looked_at_once() -> Iterator[None]:
    """Each page drawn asks every installed package for components: half of what drawing it takes, and ever the same."""
    with pytest.MonkeyPatch.context() as patch:
        if "streamlit" in sys.modules:  # nothing else draws
            from streamlit.components.v2 import manifest_scanner as scanner

            patch.setattr(scanner, "scan_component_manifests", cache(scanner.scan_component_manifests))
        yield


@pytest.fixture(scope="session")
def sample_warehouse(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a warehouse built from `data/sample` once a run, and copied for each process; for reading only."""

    def make(begun: Path) -> None:
        command = [sys.executable, "-m", "hiring", "build", "--warehouse", str(begun / "warehouse")]
        command += ["--exports", str(ROOT / "data" / "sample")]
        built = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, env=dict(os.environ))
        assert built.returncode == 0, built.stdout + built.stderr

    # What is taken out is written down beside it, and each process counts its own lines.
    mine = tmp_path_factory.mktemp("sample") / "warehouse"
    return Path(shutil.copytree(shared.once("sample", make) / "warehouse", mine))


@pytest.fixture
def a_warehouse_without_evidence(sample_warehouse: Path, tmp_path: Path) -> Path:
    """The sample's warehouse just built: its evidence is not worked out yet."""
    folder = tmp_path / "just built"
    return Path(shutil.copytree(sample_warehouse, folder, ignore=shutil.ignore_patterns("evidence-*.duckdb")))
