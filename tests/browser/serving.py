"""The dashboard as a server of its own on this machine, for as long as a test session needs it."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import threading
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parents[2]


PATIENCE = 120.0  # seconds until a test that hangs fails


@dataclass
class Server:
    """Where it answers, its process, and what it has printed so far."""

    url: str
    pid: int
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


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def served(script: Path, environment: Mapping[str, str] | None = None) -> Iterator[Server]:
    """Run a Streamlit script until the block ends; it answers on a free port of this machine only.

    A trace of an error in what it printed is a failure of its own, once the block is through.
    """
    port = _free_port()
    command = [sys.executable, "-m", "streamlit", "run", str(script), "--server.headless=true"]
    command += [f"--server.port={port}", "--server.address=127.0.0.1", "--server.fileWatcherType=none"]
    process = subprocess.Popen(
        command,
        cwd=ROOT,
        env={**os.environ, **(environment or {})},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    server = Server(f"http://127.0.0.1:{port}", process.pid)
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
    assert not any("Traceback" in line for line in server.printed), "".join(server.printed)
