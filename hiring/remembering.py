"""Remember what a pure function made of the same values before.

A page is drawn anew at every click, mostly from answers it has seen: the intervals, comparisons and figures are
then the same again. The key is the content of the arguments, so nothing that differs by viewer or warehouse can
be mistaken for another's. A function whose arguments cannot be written down is simply called.

Writing down a large frame takes longer than drawing what comes of it. Answers and remembered frames are therefore
written down once and recognised from then on, as long as nobody changes them: see `recognised`.
"""

from __future__ import annotations

import hashlib
import operator
import pickle
import sys
import weakref
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, is_dataclass
from functools import partial, wraps
from typing import Any, ParamSpec, TypeVar

import pandas as pd

from hiring import config
from hiring.serving.once import Once

P = ParamSpec("P")
R = TypeVar("R")

#: Results kept over all functions: some forty a page and scope, small frames and figures of a few kB.
MOST_KEPT = 4000


@dataclass(frozen=True)
class _Made:
    """A result, how many bytes it takes, and pandas' lists of who shares the arrays of its frames."""

    result: object
    size: int
    sharers: tuple[Any, ...]


_made: Once[_Made] = Once(MOST_KEPT, config.MOST_BYTES_OF_RESULTS, lambda made: made.size)


@dataclass(frozen=True)
class _Known:
    """A frame whose content is known, what it stood on then, and a copy that keeps pandas from changing that."""

    frame: weakref.ref[pd.DataFrame]
    content: bytes
    behind: tuple[object, ...]
    witness: pd.DataFrame


_known: dict[int, _Known] = {}


def size_of(made: object) -> int:
    """How many bytes a frame, or anything else a function gave, takes in memory, or about as many.

    What is no frame counts as what it takes written down; what cannot be written down, as too much to be kept.
    """
    if isinstance(made, pd.DataFrame):
        return int(made.memory_usage(deep=True).sum())
    try:
        return len(pickle.dumps(made, protocol=5))
    except (pickle.PicklingError, AttributeError, TypeError):
        return sys.maxsize


def content_of(frame: pd.DataFrame) -> bytes:
    """A short word for all that a frame holds. Raises what `pickle` raises for what cannot be written down."""
    return hashlib.blake2b(pickle.dumps(frame, protocol=5), digest_size=20).digest()


def recognised(frame: pd.DataFrame, content: bytes) -> pd.DataFrame:
    """A copy of the frame, known to hold `content` until it is changed.

    Pandas copies on write: as the frame it came of shares its arrays, whoever changes the copy makes it stand on
    others.
    """
    copy = frame.copy(deep=False)
    _know(copy, content, frame)
    _tidy(_sharers(frame))
    return copy


def _know(frame: pd.DataFrame, content: bytes, witness: pd.DataFrame) -> None:
    place = id(frame)
    _known[place] = _Known(weakref.ref(frame, partial(_forget_one, place)), content, _behind(frame), witness)


def _forget_one(place: int, frame: weakref.ref[pd.DataFrame]) -> None:
    if place in _known and _known[place].frame is frame:
        del _known[place]


def _frames_in(made: object) -> Iterator[pd.DataFrame]:
    """The frames a result is or holds, in lists and dataclasses too, always in the same order."""
    if isinstance(made, pd.DataFrame):
        yield made
    elif isinstance(made, list | tuple):
        for one in made:
            yield from _frames_in(one)
    elif is_dataclass(made) and not isinstance(made, type):
        for field in fields(made):
            yield from _frames_in(getattr(made, field.name))


def _behind(frame: Any) -> tuple[object, ...]:
    """The very arrays and labels a frame stands on; nothing public in pandas tells them without copies."""
    manager = frame._mgr  # noqa: SLF001
    return (*manager.axes, *(block.values for block in manager.blocks))


def _sharers(frame: Any) -> tuple[Any, ...]:
    """Pandas' lists of the frames and columns that share this one's arrays and labels."""
    manager = frame._mgr  # noqa: SLF001
    lists = (*(axis._references for axis in manager.axes), *(block.refs for block in manager.blocks))  # noqa: SLF001
    return tuple(one for one in lists if one is not None)


def _tidy(sharers: tuple[Any, ...]) -> None:
    """Strike those who are gone off these lists.

    Pandas itself waits until there are five hundred in each: over all kept frames that would be hundreds of
    thousands of entries, and the garbage collector looks through them after every rerun.
    """
    for one in sharers:
        one.has_reference()


def _short(value: object) -> object:
    """The content of a frame that is recognised and unchanged, in dataclasses too; anything else as it is."""
    if is_dataclass(value) and not isinstance(value, type):
        return (type(value), [_short(getattr(value, field.name)) for field in fields(value)])
    if not isinstance(value, pd.DataFrame) or (known := _known.get(id(value))) is None:
        return value
    behind = _behind(value)
    same = len(behind) == len(known.behind) and all(map(operator.is_, behind, known.behind))
    return (pd.DataFrame, known.content) if same and known.frame() is value else value


def _key(name: str, args: tuple[object, ...], kwargs: dict[str, object]) -> bytes | None:
    short = (tuple(map(_short, args)), [(word, _short(value)) for word, value in sorted(kwargs.items())])
    try:
        content = pickle.dumps(short, protocol=5)
    except (pickle.PicklingError, AttributeError, TypeError):
        return None
    return hashlib.blake2b(
        content, digest_size=20, person=hashlib.blake2b(name.encode(), digest_size=16).digest()
    ).digest()


def _name(function: Callable[..., object]) -> str:
    return f"{function.__module__}.{function.__qualname__}"


def _make(key: bytes, function: Callable[[], object]) -> _Made:
    """What the function gives, its frames known from now on."""
    result = function()
    frames = list(_frames_in(result))
    for place, frame in enumerate(frames):
        _know(frame, key + str(place).encode(), frame.copy(deep=False))
    return _Made(result, size_of(result), tuple(one for frame in frames for one in _sharers(frame)))


def remembered(function: Callable[P, R]) -> Callable[P, R]:
    """The function, whose result for equal arguments is made once; nobody may change what it gives.

    Who asks for what another is just making waits for it.
    """

    @wraps(function)
    def known(*args: P.args, **kwargs: P.kwargs) -> R:
        key = _key(_name(function), args, kwargs)
        if key is None:
            return function(*args, **kwargs)
        found = _made.get(key, lambda: _make(key, partial(function, *args, **kwargs)))
        _tidy(found.sharers)
        result: R = found.result  # type: ignore[assignment]
        return result

    return known


def is_made(function: Callable[P, object], *args: P.args, **kwargs: P.kwargs) -> bool:
    """Whether a remembered function has been through with these values: then it answers at once."""
    key = _key(_name(function), args, kwargs)
    return key is not None and _made.has(key)


def forget() -> None:
    """Forget everything: for tests."""
    _made.forget()
