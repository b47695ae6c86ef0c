"""What was made of answers is kept under what it was made from, so that a page drawn again finds it.

Answers carry their key: which warehouse, what may be seen, which question, which filters. What is made of answers gets
a key of its own from theirs, and so do the frames in it. Nothing is told apart by what it holds: writing down a large
frame takes longer than most of what is made of it.
"""

from __future__ import annotations

import hashlib
import pickle
import sys
import weakref
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from functools import partial
from typing import Any, ParamSpec, TypeVar

import pandas as pd
import streamlit as st

from hiring import config
from hiring.serving.once import Once

P = ParamSpec("P")
R = TypeVar("R")
K = TypeVar("K")

#: Results kept over all functions: a handful a page and scope.
MOST_KEPT = 2000


class NoKeyError(LookupError):
    """A frame that came of no answer: by what it holds nothing is kept."""


@st.cache_resource(show_spinner=False)
def _made() -> Once[Any]:
    """Results, by the function and the keys of what it was given."""
    return Once(MOST_KEPT, config.MOST_BYTES_OF_RESULTS, size_of)


_carried: dict[int, tuple[weakref.ref[Any], bytes]] = {}


def key_of(*parts: object) -> bytes:
    """A short key of plain values."""
    return hashlib.blake2b(pickle.dumps(parts, protocol=5), digest_size=20).digest()


def carrying(value: K, key: bytes) -> K:
    """The very value (a frame, or a dataclass), which from now on carries the key. Nobody may change it any more."""
    place = id(value)
    _carried[place] = (weakref.ref(value, partial(_gone, place)), key)
    return value


def _gone(place: int, value: weakref.ref[Any]) -> None:
    if place in _carried and _carried[place][0] is value:
        del _carried[place]


def _carried_by(value: object) -> bytes | None:
    found = _carried.get(id(value))
    return found[1] if found is not None and found[0]() is value else None


def _plain(value: object) -> object:
    """What a value is told apart by: the key it carries, for a dataclass those of its fields, else the value itself.

    Raises `NoKeyError` for a frame that carries none: it came of no answer, or was changed.
    """
    key = _carried_by(value)
    if key is not None:
        return key
    if isinstance(value, pd.DataFrame):
        raise NoKeyError
    if isinstance(value, pd.Series):  # one row of an answer
        return tuple(value.items())
    if is_dataclass(value) and not isinstance(value, type):
        return (type(value), [_plain(getattr(value, field.name)) for field in fields(value)])
    if isinstance(value, tuple | list):
        return (type(value), [_plain(one) for one in value])
    return value


def found(function: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
    """What the function gives for these values: made once, then kept. It must be pure, and its result is not changed.

    Frames among the values should be answers, or stand in what was given here: of others nothing is kept. Who asks for
    what another is just making waits for it.
    """
    name = f"{function.__module__}.{function.__qualname__}"
    try:
        key = key_of(name, _plain(args), [(word, _plain(value)) for word, value in sorted(kwargs.items())])
    except NoKeyError:
        return function(*args, **kwargs)
    result: R = _made().get(key, lambda: all_carrying(function(*args, **kwargs), key))
    return result


def all_carrying(result: R, key: bytes) -> R:
    """The result, whose frames and dataclasses carry keys from now on, unless they did."""
    for place, value in enumerate(_within(result)):
        if _carried_by(value) is None:
            carrying(value, key + str(place).encode())
    return result


def _within(made: object) -> Iterator[Any]:
    """The frames and dataclasses a result is or holds, always in the same order."""
    if isinstance(made, pd.DataFrame):
        yield made
    elif isinstance(made, list | tuple):
        for one in made:
            yield from _within(one)
    elif is_dataclass(made) and not isinstance(made, type):
        yield made
        for field in fields(made):
            yield from _within(getattr(made, field.name))


def size_of(made: object) -> int:
    """How many bytes a frame, or anything else that was made, takes in memory, or about as many.

    What is no frame counts as what it takes written down; what cannot be written down, as too much to be kept.
    """
    if isinstance(made, pd.DataFrame):
        return int(made.memory_usage(deep=True).sum())
    try:
        return len(pickle.dumps(made, protocol=5))
    except (pickle.PicklingError, AttributeError, TypeError):
        return sys.maxsize
