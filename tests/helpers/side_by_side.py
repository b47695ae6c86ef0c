"""Processes that do the same at the same time: each says `ready`, and all are let go together."""

from __future__ import annotations

import subprocess
from collections.abc import Sequence

from hiring.config import ROOT


def at_once(commands: Sequence[Sequence[str]]) -> list[subprocess.CompletedProcess[str]]:
    """Run the commands side by side; each prints `ready` once it is loaded and begins when it is sent a line."""
    running = [
        subprocess.Popen(
            command,
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for command in commands
    ]
    for one in running:
        assert one.stdout is not None
        assert one.stdout.readline() == "ready\n"
    for one in running:
        assert one.stdin is not None
        one.stdin.write("\n")
        one.stdin.flush()
    heard = [one.communicate() for one in running]
    return [
        subprocess.CompletedProcess(command, one.returncode, *told)
        for command, one, told in zip(commands, running, heard, strict=True)
    ]
