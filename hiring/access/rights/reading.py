"""A file of rights, read strictly: what cannot be understood whole gives nobody anything.

Each fault is one line: file, line, what was found, what was wanted, what to do.
"""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from hiring.access.rights.rules import (
    ALL,
    BY_PLACE,
    OF_AN_EMPLOYEE,
    Mail,
    Members,
    Person,
    Rights,
    Role,
    Rule,
    Whose,
)
from hiring.loading import plain_files, toml_files
from hiring.loading.plain_files import UnfitError
from hiring.loading.toml_files import TomlError
from hiring.words import as_written, one_line

_TOP = frozenset({"issuer", "revoked_before", "sessions", "rule"})
_SESSIONS = {
    "idle_minutes": (1, 24 * 60, Rights.idle_minutes),
    "longest_hours": (1, 24 * 7, Rights.longest_hours),
}
_RULE = frozenset(
    {"name", "role", "issuer", "person", "email", "group", "regions", "role_profiles", "interviewers"}
    | {"employee", "revoked_before"}
)
_WHO = ("person", "email", "group")
#: Whose figures as an interviewer a rule may offer; for other roles all but their own.
_OFFERED: dict[Role, tuple[Whose, ...]] = {Role.INTERVIEWER: (), Role.KEEPER: (), Role.MEETING: (Whose.NONE,)}
_LONGEST = 200
_MOMENT = "a moment with its zone, such as 2026-06-30T18:00:00Z"


class RightsError(ValueError):
    """A file of rights that gives nobody anything; `lines` say why, each in one line."""

    def __init__(self, lines: tuple[str, ...]) -> None:
        super().__init__(lines[0])
        self.lines = lines


def read(path: Path) -> Rights:
    """The rights of a file; raises `RightsError`. A link is followed: what it leads to must be a plain file."""
    name = one_line(path.name)
    try:
        text = plain_files.text(path.resolve())
        if os.name == "posix" and path.stat().st_mode & stat.S_IWOTH:
            raise RightsError(
                (_line(name, 0, "a file every account may write", "one for its keepers", "chmod o-w"),)
            )
    except FileNotFoundError as error:
        raise RightsError(
            (f"{name} · found no such file · wanted the rights · name the right one in HIRING_RIGHTS",)
        ) from error
    except UnfitError as error:
        raise RightsError((f"{error} · put a plain file there",)) from error
    except UnicodeDecodeError as error:
        raise RightsError(
            (f"{name} · found bytes that are no UTF-8 · wanted TOML in UTF-8 · save it so",)
        ) from error
    except OSError as error:
        raise RightsError(
            (
                f"{name} · cannot be read: {error.strerror} · wanted a file that the dashboard's account may read",
            )
        ) from error
    return rights_of(name, text)


def rights_of(name: str, text: str) -> Rights:
    """The rights written in a text; `name` is that of its file. Raises `RightsError`."""
    try:
        found = toml_files.parsed(text)
    except TomlError as error:
        raise RightsError((f"{name} · found no TOML: {error} · wanted TOML · correct that line",)) from error
    reader = _Reader(name, text.split("\n"))
    rights = reader.rights(found)
    if reader.faults:
        raise RightsError(tuple(reader.faults))
    return rights


@dataclass(frozen=True)
class _Table:
    """A table of the file: its values, and the lines it stands on (the first is 0 where that is not known)."""

    values: dict[str, Any]
    first: int
    last: int
    is_rule: bool = False


@dataclass
class _Reader:
    """Reads and collects every fault there is, so that one look at the file mends all of them."""

    name: str
    lines: list[str]
    faults: list[str] = field(default_factory=list)

    def rights(self, found: dict[str, Any]) -> Rights:
        """All of the file."""
        top = _Table(found, 0, len(self.lines))
        self._only(top, _TOP)
        sessions = _Table(self._sessions(top), 0, len(self.lines))
        self._only(sessions, frozenset(_SESSIONS))
        issuer = self._issuer(top, "")
        rules = tuple(rule for one in self._tables(top) if (rule := self._rule(one, issuer)) is not None)
        self._no_two_alike(rules)
        idle, longest = self._number(sessions, "idle_minutes"), self._number(sessions, "longest_hours")
        return Rights(rules, self._moment(top), idle, longest)

    def _sessions(self, top: _Table) -> dict[str, Any]:
        found = top.values.get("sessions", {})
        if isinstance(found, dict):
            return found
        self._fault(top, "sessions", as_written(found), "a table [sessions]", "correct it")
        return {}

    def _tables(self, top: _Table) -> list[_Table]:
        """Each [[rule]], with its lines."""
        rules = top.values.get("rule", [])
        if not isinstance(rules, list) or not rules or not all(isinstance(one, dict) for one in rules):
            self._fault(top, "rule", "no rule", "at least one [[rule]]", "write who may see what")
            return []
        heads = [place + 1 for place, line in enumerate(self.lines) if _bare(line) == "[[rule]]"]
        if len(heads) != len(rules):  # written in another way
            return [_Table(one, 0, len(self.lines), is_rule=True) for one in rules]
        ends = [*(head - 1 for head in heads[1:]), len(self.lines)]
        return [_Table(*one, is_rule=True) for one in zip(rules, heads, ends, strict=True)]

    def _rule(self, one: _Table, issuer: str) -> Rule | None:
        """One rule; None where it has a fault."""
        before = len(self.faults)
        self._only(one, _RULE)
        name = self._text(one, "name")
        role = self._word(one, "role", Role)
        who = self._who(one, self._issuer(one, issuer))
        employee = self._text(one, "employee") if "employee" in one.values else ""
        whose = self._word(one, "interviewers", Whose) if "interviewers" in one.values else Whose.NONE
        revoked = self._moment(one)
        regions, role_profiles = (self._places(one, key, role) for key in ("regions", "role_profiles"))
        if role is not None and whose is not None and who is not None:
            self._fits(one, role, whose, who)
        if len(self.faults) > before or role is None or whose is None or who is None:
            return None
        whose = Whose.OWN if role is Role.INTERVIEWER else whose
        return Rule(name, one.first, role, who, regions, role_profiles, whose, employee, revoked)

    def _fits(self, one: _Table, role: Role, whose: Whose, who: Person | Mail | Members) -> None:
        """What cannot stand beside each other."""
        if "employee" in one.values and isinstance(who, Members):
            wanted = "employee beside person or email"
            self._fault(one, "employee", "employee beside group", wanted, "name one person")
        elif "employee" in one.values and role not in OF_AN_EMPLOYEE and whose is not Whose.OTHERS:
            wanted = f"employee for {' or '.join(sorted(OF_AN_EMPLOYEE))}, or where interviewers is others"
            self._fault(one, "employee", f"employee for {role}", wanted, "take it out")
        offered = _OFFERED.get(role, (Whose.ALL, Whose.OTHERS, Whose.NONE))
        if "interviewers" in one.values and whose not in offered:
            wanted = " or ".join(offered) or "none of it for that role"
            self._fault(one, "interviewers", f"{whose} for {role}", wanted, "correct it or take it out")

    def _who(self, one: _Table, issuer: str) -> Person | Mail | Members | None:
        said = [key for key in _WHO if key in one.values]
        if len(said) != 1:
            found = f"{' and '.join(said) or 'none'} of {', '.join(_WHO)}"
            self._fault(one, "", found, "exactly one of them", "say whom it is for")
            return None
        value = self._text(one, said[0])
        if said[0] == "email" and value and (value.count("@") != 1 or " " in value):
            self._fault(one, "email", as_written(value), "one address", "correct it")
        if said[0] == "email":
            return Mail(issuer, value.casefold())
        return Person(issuer, value) if said[0] == "person" else Members(issuer, value)

    def _issuer(self, of: _Table, otherwise: str) -> str:
        if "issuer" not in of.values:
            if of.is_rule and not otherwise:
                wanted = "it here or at the top of the file"
                self._fault(of, "", "no issuer", wanted, "name the provider's address")
            return otherwise
        value = self._text(of, "issuer")
        if value and not value.startswith(("https://", "http://")):
            self._fault(
                of, "issuer", as_written(value), "one such as https://login.example.com", "correct it"
            )
        return value

    def _places(self, one: _Table, key: str, role: Role | None) -> tuple[str, ...] | str:
        value = one.values.get(key)
        if role is None or role not in BY_PLACE:
            if role is not None and key in one.values:
                self._fault(
                    one, key, f"{key} for {role}", "none: that role does not see by it", "take it out"
                )
            return ()
        if value == ALL:
            return ALL
        if not isinstance(value, list) or not value or not all(map(_is_value, value)):
            found = f"{key} {as_written(value)}" if key in one.values else f"no {key}"
            self._fault(one, key, found, f'a list of {key}, or "{ALL}" written out', "say which")
            return ()
        if len(set(value)) < len(value):
            self._fault(one, key, f"{key} with one of them twice", "each once", "take one out")
        return tuple(value)

    def _word(self, one: _Table, key: str, words: Any) -> Any:
        value = one.values.get(key)
        if isinstance(value, str) and value in {str(word) for word in words}:
            return words(value)
        found = f"{key} {as_written(value)}" if key in one.values else f"no {key}"
        self._fault(one, key, found, f"one of {', '.join(words)}", "correct it")
        return None

    def _text(self, one: _Table, key: str) -> str:
        value = one.values.get(key)
        if isinstance(value, str) and len(value) <= _LONGEST and _is_value(value):
            return value
        found = f"{key} {as_written(value)}" if key in one.values else f"no {key}"
        self._fault(one, key, found, "a text in quotes, without spaces around it", "correct it")
        return ""

    def _moment(self, one: _Table) -> datetime | None:
        value = one.values.get("revoked_before")
        if value is None or (isinstance(value, datetime) and value.tzinfo is not None):
            return value
        self._fault(one, "revoked_before", as_written(value), _MOMENT, "write it so")
        return None

    def _number(self, sessions: _Table, key: str) -> int:
        low, high, default = _SESSIONS[key]
        value = sessions.values.get(key, default)
        if isinstance(value, int) and not isinstance(value, bool) and low <= value <= high:
            return value
        found = f"{key} {as_written(value)}"
        self._fault(sessions, key, found, f"a whole number from {low} to {high}", "correct it")
        return default

    def _only(self, of: _Table, known: frozenset[str]) -> None:
        for key in of.values:
            if key not in known:
                wanted = f"one of {', '.join(sorted(known))}"
                self._fault(of, key, f"the key {as_written(key)}", wanted, "correct it or take it out")

    def _no_two_alike(self, rules: tuple[Rule, ...]) -> None:
        """A name tells whose rule it is; and whoever is named twice alike would be under two."""
        seen: dict[object, int] = {}
        for rule in rules:
            whom = (rule.who, rule.role is Role.KEEPER)
            for key, what in ((rule.name, "the name of the rule"), (whom, "the person or group")):
                if key in seen:
                    found, wanted = f"{what} of line {seen[key]} again", "each under one rule"
                    self.faults.append(_line(self.name, rule.line, found, wanted, "take one out"))
                seen.setdefault(key, rule.line)

    def _fault(self, of: _Table, key: str, found: str, wanted: str, todo: str) -> None:
        places = range(max(of.first - 1, 0), of.last)
        on = [place + 1 for place in places if key and _key(self.lines[place]) == key]
        self.faults.append(_line(self.name, on[0] if on else of.first, found, wanted, todo))


def _line(name: str, line: int, found: str, wanted: str, todo: str) -> str:
    return " · ".join([name, *([f"line {line}"] if line else []), f"found {found}", f"wanted {wanted}", todo])


def _is_value(value: object) -> bool:
    """Whether it is a text of one line that begins and ends with something to be seen."""
    return isinstance(value, str) and value.isprintable() and 0 < len(value.strip()) == len(value)


def _bare(line: str) -> str:
    return "".join(line.partition("#")[0].split())


def _key(line: str) -> str:
    before, equals, _ = line.partition("=")
    return before.strip().strip("\"'") if equals else ""
