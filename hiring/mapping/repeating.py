"""A label that stands above several columns: which of them counts is asked, unless the mapping says so itself."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from hiring.mapping.labels import folded, keys_of
from hiring.mapping.rules import Closing, Constant, Digest, Feed, First, Lookup, Name, Plan, Rule, sources

#: What each column of a label is called in the question, in the order of the file.
ORDINALS = ("the first", "the second", "the third", "the fourth", "the fifth")


def repeated(plan: Plan, known: frozenset[str], labels: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """Label → the keys of its columns, for each label that the plan reads and that stands above several columns.

    `known`: keys the preset knows; a mapping that speaks of `Notes (2)` has decided which `Notes` counts.
    """
    columns: dict[str, list[str]] = defaultdict(list)
    shown: dict[str, str] = {}
    for label, key in zip(labels, keys_of(labels), strict=True):
        columns[folded(label)].append(key)
        shown.setdefault(folded(label), label)
    read = {source for feed in plan.feeds for source in _read(feed)}
    return {
        shown[name]: tuple(keys)
        for name, keys in columns.items()
        if len(keys) > 1 and name in read and not known & set(keys[1:])
    }


def variants(plan: Plan, found: Mapping[str, tuple[str, ...]]) -> tuple[Plan, ...]:
    """The plan as it reads the first column of each repeated label, the second, and so on."""
    most = min(max(map(len, found.values())), len(ORDINALS))
    places = [{keys[0]: keys[min(at, len(keys) - 1)] for keys in found.values()} for at in range(most)]
    return tuple(replace(plan, feeds=tuple(_moved_feed(feed, to) for feed in plan.feeds)) for to in places)


def _read(feed: Feed) -> list[str]:
    """The columns that a feed looks for by name; wide ones are whatever is left, each for itself."""
    named = [source for _, rule in feed.columns for source in sources(rule)]
    return [*named, *feed.names, feed.filled, *(source for source, _ in feed.skips)]


def _moved_feed(feed: Feed, to: Mapping[str, str]) -> Feed:
    return replace(
        feed,
        columns=tuple((name, _moved(rule, to)) for name, rule in feed.columns),
        names=tuple(to.get(name, name) for name in feed.names),
        filled=to.get(feed.filled, feed.filled),
        skips=tuple((to.get(source, source), words) for source, words in feed.skips),
        wide=tuple(key for key in feed.wide if key not in to.values()),
    )


def _moved(rule: Rule, to: Mapping[str, str]) -> Rule:
    """The rule over other columns."""
    match rule:
        case Constant():
            return rule
        case Name(parts):
            return Name(tuple(to.get(part, part) for part in parts))
        case Digest(parts):
            return Digest(tuple(_moved(part, to) for part in parts))
        case First(rules):
            return First(tuple(_moved(part, to) for part in rules))
        case Closing(day, state):
            return Closing(_moved(day, to), _moved(state, to))
        case Lookup(source, names, ids):
            parts = tuple(to.get(part, part) for part in names.parts)
            return Lookup(to.get(source, source), Name(parts), to.get(ids, ids))
        case _:
            return replace(rule, source=to.get(rule.source, rule.source))
