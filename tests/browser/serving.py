"""The dashboard as a server of its own on this machine, for as long as a test session needs it."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parents[2]
#: What a server loads first here: it writes down what it reaches for (`tests/watching/sitecustomize.py`).
WATCHING = Path(__file__).parents[1] / "watching"


PATIENCE = 120.0  # seconds until a test that hangs fails


@dataclass
class Server:
    """Where it answers, its process, and what it has printed so far."""

    url: str
    pid: int
    _reached: Path
    printed: list[str] = field(default_factory=list)
    grown: threading.Condition = field(default_factory=threading.Condition)

    def until(self, words: str, times: int = 1) -> None:
        """Wait until it has printed so many lines with these words."""
        with self.grown:
            said = self.grown.wait_for(lambda: sum(words in one for one in self.printed) >= times, PATIENCE)
        assert said, "".join(self.printed)

    def listen(self, lines: Iterable[str]) -> None:
        """Take what it prints, until it ends."""
        for line in lines:
            with self.grown:
                self.printed.append(line)
                self.grown.notify_all()

    @property
    def port(self) -> int:
        """The port it answers on."""
        return int(self.url.rpartition(":")[2])

    def reached_for(self) -> list[str]:
        """What it tried to reach on other machines so far."""
        return self._reached.read_text(encoding="utf-8").splitlines() if self._reached.exists() else []


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def served(
    script: Path,
    environment: Mapping[str, str] | None = None,
    flags: Sequence[str] = (),
    *,
    draws_ahead: bool = False,
) -> Iterator[Server]:
    """Run a Streamlit script until the block ends; it answers on a free port of this machine, and there only.

    `flags` are more of Streamlit's own; where it is told twice, the last counts. Only one that `draws_ahead` draws
    every page before anybody comes, as for its users: where tests visit a few pages, it is most of the work.

    A trace of an error in what it printed is a failure of its own, once the block is through, and so is a reach for
    another machine.
    """
    port = _free_port()
    given = dict(environment or {})
    command = [sys.executable, "-m", "streamlit", "run", str(script), "--server.headless=true"]
    command += [
        f"--server.port={port}",
        "--server.address=127.0.0.1",
        "--server.fileWatcherType=none",
        *flags,
    ]
    reached = Path(tempfile.mkdtemp(prefix="hiring-")) / "reached_for"
    path = [str(WATCHING), *filter(None, [given.pop("PYTHONPATH", "")])]
    watched = {"PYTHONPATH": os.pathsep.join(path), "REACHED_FOR": str(reached)}
    if not draws_ahead:
        watched["FRONT_PAGE_ALONE"] = "1"
    process = subprocess.Popen(
        command,
        cwd=ROOT,
        env={**os.environ, **given, **watched},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    server = Server(f"http://127.0.0.1:{port}", process.pid, reached)
    try:
        assert process.stdout is not None
        for line in process.stdout:  # its address is the last thing it prints before it answers
            server.printed.append(line)
            if "URL:" in line:
                break
        else:
            raise AssertionError("the dashboard did not start:\n" + "".join(server.printed))
        threading.Thread(target=server.listen, args=(process.stdout,), daemon=True).start()
        yield server
    finally:
        process.terminate()
        process.wait(timeout=20)
    assert server.reached_for() == [], "the server reached for another machine"
    shutil.rmtree(reached.parent)
    assert not any("Traceback" in line for line in server.printed), "".join(server.printed)
