"""The command line: `python -m hiring VERB`. Exit 0: served; 1: refused or held; 2: wrong usage or our own fault."""

from __future__ import annotations

import argparse
import logging
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress

from hiring.access.scope import UsageError
from hiring.access.viewer import NotAllowedError
from hiring.command_line import stopping, verbs
from hiring.warehouse import failures
from hiring.warehouse.asking import NotBuiltError, TookTooLongError
from hiring.warehouse.folder import FolderError
from hiring.warehouse.origin import NoExportsError
from hiring.warehouse.pointer import BusyError

log = logging.getLogger("hiring")


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def main(words: Sequence[str] | None = None) -> int:
    """Run one verb; gives the exit code. Whatever goes wrong is one line on stderr."""
    arguments = verbs.parser().parse_args(words)
    with stopping.in_order() as stop:
        try:
            return _ran(arguments)
        except KeyboardInterrupt:
            return _stopped()
        except Exception as error:
            if stop.is_asked:  # a library told of it in an error of its own
                return _stopped()
            log.debug("unexpected", exc_info=True)
            _say(
                f"our own fault, not yours: {type(error).__name__}: {next(iter(str(error).splitlines()), '')}"
            )
            return 2


def _stopped() -> int:
    with suppress(OSError):  # the terminal may be gone, which may be why
        _say("stopped; nothing was swapped in")
    return 2


def _ran(arguments: argparse.Namespace) -> int:
    run: Callable[[argparse.Namespace], int] = arguments.run
    try:
        return run(arguments)
    except (UsageError, FolderError, NoExportsError, NotAllowedError, TookTooLongError) as error:
        _say(f"{error}")
        return 2
    except (NotBuiltError, BusyError) as error:
        _say(f"{error}")
        return 1
    except BrokenPipeError:
        # Whoever read our answer has stopped reading: nothing to say, and nobody to say it to.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        stays = " · the last good warehouse stays" if arguments.verb in ("build", "check") else ""
        _say(f"{failures.error_in_words(error)}{stays}")
        return 2


if __name__ == "__main__":
    sys.exit(main())
