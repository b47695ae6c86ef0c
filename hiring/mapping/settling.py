"""What only a column's cells can tell: its date order, its decimal sign, its currency; told, or asked.

`wanted` says what to count over the file; `settled` judges the counts. Nothing is guessed: where the cells leave it
open, there is one question.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from hiring.loading.messages import Message, note
from hiring.mapping import evidence, label_currency
from hiring.mapping.asking import Answered, Ask
from hiring.mapping.days import WHOLE_COLUMN, DayColumn, century_key, order_key
from hiring.mapping.evidence import Counted, two_starts
from hiring.mapping.rules import (
    DAY_FIRST,
    NO_CENTURY,
    Closing,
    CodeInCell,
    Constant,
    Day,
    Digest,
    Feed,
    First,
    Number,
    Plan,
    Rule,
    numbers,
)

__all__ = ["WHOLE_COLUMN", "century_key", "order_key", "settled"]

#: Currencies a question offers; any other goes into config.toml or the mapping file.
_OFFERED = "EUR USD GBP CHF SEK NOK DKK PLN CZK HUF RON TRY ILS AED SAR ZAR INR CNY JPY KRW SGD HKD AUD NZD CAD MXN BRL"
CURRENCIES = tuple(_OFFERED.split())


def decimal_key(label: str, file: str) -> str:
    """The question what a column's decimal sign is."""
    return f"decimal sign of {label} in {file}"


def percent_key(label: str, file: str) -> str:
    """The question whether a column's numbers are hundredths or shares of one."""
    return f"percent or share of {label} in {file}"


def currency_key(label: str, file: str) -> str:
    """The question in which currency a column's amounts are."""
    return f"currency of {label} in {file}"


#: How a share may be written.
PERCENT, SHARE = "percent", "share"


@dataclass(frozen=True)
class Settled:
    """A plan with all told that could be, and what must be asked."""

    plan: Plan
    asks: tuple[Ask, ...] = ()
    notes: tuple[Message, ...] = ()


class _Judge:
    """Settles one plan; collects the questions and remarks that come up."""

    def __init__(
        self,
        file: str,
        digest: str,
        plan: Plan,
        counted: Counted,
        answered: Answered,
        looked_at: str,
        latest: date,
    ) -> None:
        self.file, self.digest, self.plan, self.looked_at = file, digest, plan, looked_at
        self.latest = latest
        self.counted, self.answered = counted, answered
        self.asks: dict[str, Ask] = {}
        self.notes: list[Message] = []
        self.labels = dict(plan.labels)

    def ask(self, ask: Ask) -> str | None:
        """The answer a person gave; without one the question is kept."""
        answer = self.answered(ask, self.digest)
        if answer is None:
            self.asks.setdefault(ask.key, ask)
        return answer

    def count(self, source: str, what: str) -> int:
        return evidence.count(self.counted, source, what)

    def rule(self, rule: Rule) -> Rule:
        """The rule with what its column's cells tell."""
        match rule:
            case First(rules):
                return First(tuple(self.rule(part) for part in rules))
            case Day(order=""):
                return self._day(rule)
            case Day(century="") if self.count(rule.source, "short"):
                return self._century(rule)
            case Number(_, decimal, _, percent):
                decimal = decimal or self._decimal(rule)
                return replace(
                    rule, decimal=decimal, percent=self._percent(rule) if percent is None else percent
                )
            case Digest(parts):
                return Digest(tuple(self.rule(part) for part in parts))
            case Closing(day, state):
                return Closing(self.rule(day), state)
            case _:
                return rule

    def _column(self, source: str) -> DayColumn:
        label = self.labels.get(source, source)
        return DayColumn(self.file, label, source, self.counted, self.looked_at, self.latest)

    def _day(self, rule: Day) -> Day:
        source = rule.source
        column = self._column(source)
        column.refuse_cut()
        signs = {"/": "slashes", ".": "points", "-": "hyphens"}
        seen = "".join(sign for sign, what in signs.items() if self.count(source, what)) or "/"
        named = self.count(source, "named") > 0
        order = self._number(column) or self._order(column)
        zoned = self.count(source, "zoned") > 0
        rule = replace(rule, order=order, separators=seen, named_months=named, zoned=zoned)
        return rule if rule.century else self._century(rule)

    def _century(self, rule: Day) -> Day:
        column = self._column(rule.source)
        if not column.has_short_years():
            return rule
        return replace(rule, century=self.ask(column.which_century(rule.order)) or NO_CENTURY)

    def _number(self, column: DayColumn) -> str:
        """The kind of number that tells the column's days; nothing where they are none, or a few stray ones."""
        form = column.form()
        if not form:
            return ""
        if column.is_sure(form):
            self.notes.append(column.read_as(form))
            return form
        return self.ask(column.which_number(form)) or form

    def _order(self, column: DayColumn) -> str:
        if found := column.order():
            return found
        if found := column.by_others():
            self.notes.append(column.as_others())
            return found
        return self.ask(column.which_order()) or DAY_FIRST

    def _decimal(self, rule: Number) -> str:
        source = rule.source
        if not self.count(source, "marked"):
            return "."
        comma, point = self.count(source, "comma"), self.count(source, "point")
        if bool(comma) != bool(point):
            return "," if comma else "."
        label = self.labels.get(source, source)
        why = (
            "both a decimal comma and a decimal point"
            if comma
            else "nothing that tells thousands from decimals"
        )
        message = Message(
            "held",
            self.file,
            column=label,
            found=f"{self.counted.get((source, 'example'))}, and {why} in {self.looked_at}",
            wanted="a decimal point (1,234.50) or a decimal comma (1.234,50)",
            outcome="build held",
            todo='answer "." or ",", or declare decimal in the mapping file',
        )
        return self.ask(Ask(decimal_key(label, self.file), message, (".", ","))) or "."

    def _percent(self, rule: Number) -> bool:
        """Whether a share is written in hundredths: yes where each cell has their sign, no where none is above 1."""
        source = rule.source
        digits, signs = self.count(source, "digits"), self.count(source, "percent signs")
        if signs and signs == digits:
            return True
        if not signs and not self.count(source, "above one"):
            return False
        label = self.labels.get(source, source)
        why = "cells with and without a percent sign" if signs else "no percent sign"
        message = Message(
            "held",
            self.file,
            column=label,
            found=f"{self.counted.get((source, 'bare' if signs else 'large'))}, and {why} in {self.looked_at}",
            wanted="percent (50 is one half) or a share of one (0.5 is one half)",
            outcome="build held",
            todo="answer, or declare percent in the mapping file",
        )
        return self.ask(Ask(percent_key(label, self.file), message, (PERCENT, SHARE))) != SHARE

    def currency(self, feed: Feed, base_currency: str | None) -> Feed:
        """The feed with its currency known: by column, cells, label, mapping or the company's settings; else asked."""
        rule, amounts = feed.rule("currency"), numbers(feed.rule("amount"))
        if not amounts:
            return feed
        amount = amounts[0]
        parts = rule.rules if isinstance(rule, First) else (rule,) if rule else ()
        if any(not isinstance(part, CodeInCell) for part in parts):
            return feed
        bare = self.count(amount.source, "code bare")
        if parts and not bare:
            return feed
        label = self.labels.get(amount.source, amount.source)
        code = label_currency.named(label, CURRENCIES)
        if not code and base_currency and not label_currency.speaks_against(label, base_currency):
            code = base_currency
            taken = f"amounts without a currency are taken to be in {code}, base_currency of config.toml"
            self.notes.append(note(self.file, taken))
        if not code:
            code = self.ask(self._which_currency(label)) or "XXX"
        return feed.with_rules({"currency": First((*parts, Constant(code)))})

    def _which_currency(self, label: str) -> Ask:
        message = Message(
            "held",
            self.file,
            column=label,
            found="amounts without a currency, and no column that names one",
            wanted="the currency of these amounts",
            outcome="build held",
            todo="answer, set base_currency in config.toml, or export the currency column too",
        )
        return Ask(currency_key(label, self.file), message, CURRENCIES, binds=False)

    def start(self, plan: Plan) -> Plan:
        """The plan with the hire date that starts the clock, where the export has two that differ.

        Who was never hired again may have no original date: then the other one counts.
        """
        choice = two_starts(plan)
        differ = self.count("<start>", "differ")
        if choice is None or not differ:
            return plan
        hired, original = (self.labels[day.source] for day in choice)
        message = Message(
            "held",
            self.file,
            column=f"{hired}, {original}",
            found=f"{differ:,} rows in which the two differ (people hired again)",
            wanted="the date that starts a seller's clock",
            outcome="build held",
            todo=f"answer: {hired} counts from the last start, {original} from the first",
        )
        answer = self.ask(
            Ask(f"which hire date counts in {plan.title}", message, (hired, original), binds=False)
        )
        if answer != original:
            return plan
        return replace(
            plan, feeds=(plan.main.with_rules({"hire_date": First(choice[::-1])}), *plan.feeds[1:])
        )


def settled(
    file: str,
    digest: str,
    plan: Plan,
    counted: Counted,
    answered: Answered,
    base_currency: str | None,
    looked_at: str = WHOLE_COLUMN,
    latest: date = date.max,
) -> Settled:
    """The plan with all that its columns' cells tell; raises `RefusedError` where a column's dates were cut.

    `latest`: up to which day a number may be taken for one.
    """
    judge = _Judge(file, digest, plan, counted, answered, looked_at, latest)
    feeds = []
    for feed in plan.feeds:
        typed = feed.with_rules({name: judge.rule(rule) for name, rule in feed.columns})
        feeds.append(judge.currency(typed, base_currency))
    plan = judge.start(replace(plan, feeds=tuple(feeds)))
    return Settled(plan, tuple(judge.asks.values()), tuple(judge.notes))
