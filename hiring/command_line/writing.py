"""The verb `sample`: an invented company in files."""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from hiring.access.scope import UsageError
from hiring.command_line.subparsers import Verbs
from hiring.loading import plain_files
from hiring.words import one_line

BY_HAND = "by-hand"
_SHAPES = ("vendors", BY_HAND)


def add(
    verbs: Verbs,
    at_least: Callable[[int], Callable[[str], int]],
    progress: Callable[[str, int], None],
) -> None:
    """Put the verb among the others; `progress` is told how far the sample's files are."""
    about = (
        "write an invented company, of any size; with --shape=vendors as the systems would export it, with "
        "--shape=by-hand its staff and quotas as people keep them"
    )
    sample = verbs.add_parser("sample", help=about, description=about)
    sample.add_argument("--out", type=Path, metavar="DIR", required=True)
    sample.add_argument("--hires", type=at_least(10), default=480)
    sample.add_argument("--seed", type=at_least(0), default=20260630)
    sample.add_argument("--opportunities", type=at_least(1000), default=None)
    sample.add_argument("--truth", type=Path, default=None, help="also write the planted effects, as JSON")
    sample.add_argument(
        "--shape",
        choices=("canonical", *_SHAPES),
        default="canonical",
        help="our own tables, vendors' reports, or two lists as people keep them",
    )
    sample.add_argument("--json", action="store_true")
    sample.set_defaults(run=_run_sample, progress=progress)


def _shaped(shape: str, canonical: Path, out: Path) -> dict[str, int]:
    """Write the sample in another shape; gives the rows by name of file."""
    from hiring.sample import vendors
    from hiring.sample.vendors import by_hand

    write = by_hand.write_by_hand if shape == BY_HAND else vendors.write_in_vendor_shapes
    return write(canonical, out)


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


#: What stands in the settings and in the README of every sample.
_SAYS_INVENTED = {"config.toml": "(invented)", "README.md": "Everything in this folder is invented:"}


def _is_of_a_sample(path: Path) -> bool:
    """Whether a file that a sample writes is a sample's own: only that may be written over."""
    try:
        return _SAYS_INVENTED[path.name] in plain_files.text(path)
    except (OSError, UnicodeDecodeError):
        return False


def _not_over(out: Path) -> None:
    """Raises `UsageError` where a sample would be written over something of somebody's own."""
    names = {entry.name for entry in plain_files.entries(out)}
    own = sorted(name for name in names & set(_SAYS_INVENTED) if not _is_of_a_sample(out / name))
    if "config.toml" not in names:  # a sample has one: tables and answers without it are somebody's
        own += sorted(name for name in names if name.endswith((".csv", ".toml")))
    if own:
        raise UsageError(
            f"{out} holds files that are no sample ({one_line(own[0])}) · give another folder with --out DIR"
        )


def _not_through(out: Path) -> None:
    """Raises `UsageError` where a sample would be written through a link, or into a pipe."""
    for entry in plain_files.entries(out):
        if entry.name.endswith((".csv", ".toml", ".md")) and not entry.is_file(follow_symlinks=False):
            raise UsageError(
                f"{one_line(entry.name)} in {out} is no plain file · give another folder with --out DIR"
            )


def _is_to_be_written(truth: Path) -> None:
    """Raises `UsageError` where something else than a plain file lies there."""
    if other := plain_files.kind_in_the_way(truth):
        raise UsageError(f"--truth {truth} · found {other} · wanted a plain file, or a name not yet taken")


def _run_sample(arguments: argparse.Namespace) -> int:
    from hiring import sample

    if arguments.out.is_dir():
        _not_through(arguments.out)
        _not_over(arguments.out)
    if arguments.truth:
        _is_to_be_written(arguments.truth)
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
            counts = _shaped(arguments.shape, Path(aside), arguments.out)
    for name, count in sorted(counts.items()):
        _say(f"{name:<28} {count:>12,} rows")
    if arguments.json:
        print(json.dumps(counts))
    return 0
