"""The verbs `sample` and `template`: an invented company in files, and empty files of every table."""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from hiring import contract, plain_files
from hiring.escaping import shown
from hiring.scope import UsageError


def add(
    verbs: argparse._SubParsersAction[argparse.ArgumentParser],
    at_least: Callable[[int], Callable[[str], int]],
    progress: Callable[[str, int], None],
) -> None:
    """Put both verbs among the others; `progress` is told how far the sample's files are."""
    sample = verbs.add_parser("sample", help="write an invented company")
    sample.add_argument("--out", type=Path, required=True)
    sample.add_argument("--hires", type=at_least(10), default=480)
    sample.add_argument("--seed", type=at_least(0), default=20260630)
    sample.add_argument("--opportunities", type=at_least(1000), default=None)
    sample.add_argument("--truth", type=Path, default=None, help="also write the planted effects, as JSON")
    sample.add_argument(
        "--shape",
        choices=("canonical", "vendors"),
        default="canonical",
        help="our own tables, or vendors' reports",
    )
    sample.add_argument("--json", action="store_true")
    sample.set_defaults(run=_run_sample, progress=progress)
    template = verbs.add_parser("template", help="write empty canonical CSVs")
    template.add_argument("--out", type=Path, required=True)
    template.add_argument("--json", action="store_true")
    template.set_defaults(run=_run_template)


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def _is_invented(settings: Path) -> bool:
    """Whether a folder's settings are a sample's own: only a sample may be written over."""
    try:
        return "(invented)" in plain_files.text(settings)
    except (OSError, UnicodeDecodeError):
        return False


def _not_through(out: Path) -> None:
    """Raises `UsageError` where a sample would be written through a link, or into a pipe."""
    for entry in plain_files.entries(out):
        if entry.name.endswith((".csv", ".toml", ".md")) and not entry.is_file(follow_symlinks=False):
            raise UsageError(
                f"{shown(entry.name)} in {out} is no plain file · give another folder with --out DIR"
            )


def _run_sample(arguments: argparse.Namespace) -> int:
    from hiring import sample
    from hiring.sample import vendors

    if any(arguments.out.glob("*.csv")) and not _is_invented(arguments.out / "config.toml"):
        raise UsageError(
            f"{arguments.out} holds files that are no sample · give another folder with --out DIR"
        )
    if arguments.out.is_dir():
        _not_through(arguments.out)
    with tempfile.TemporaryDirectory() as aside:
        is_canonical = arguments.shape == "canonical"
        counts = sample.write(
            arguments.out if is_canonical else Path(aside),
            hires=arguments.hires,
            seed=arguments.seed,
            opportunities=arguments.opportunities,
            truth=arguments.truth,
            progress=arguments.progress,
        )
        if not is_canonical:
            counts = vendors.write_in_vendor_shapes(Path(aside), arguments.out)
    for name, count in sorted(counts.items()):
        _say(f"{name:<28} {count:>12,} rows")
    if arguments.json:
        print(json.dumps(counts))
    return 0


def _run_template(arguments: argparse.Namespace) -> int:
    arguments.out.mkdir(parents=True, exist_ok=True)
    written = []
    for table in contract.TABLES:
        path = arguments.out / f"{table.name}.csv"
        if path.exists() or path.is_symlink():
            raise UsageError(f"{path} is already there · give an empty folder with --out DIR")
        plain_files.write_new(path, (",".join(column.name for column in table.columns) + "\n").encode())
        written.append(path.name)
    _say(f"{len(written)} empty files in {arguments.out}: fill those you have, delete the others")
    if arguments.json:
        print(json.dumps(written))
    return 0
