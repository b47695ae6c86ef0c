"""The SQL that means the same on DuckDB and on Spark: a lint over the syntax tree.

Staging and marts keep to it, so that a company too big for one machine runs the same files on a cluster.
Each rule below names something that is refused there, or worse, that quietly counts otherwise.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import sqlglot
from sqlglot import exp
from sqlglot.dialects.duckdb import DuckDB

# Nodes that have no like on Spark, or one with another meaning: node → what to say.
REFUSED: dict[type[exp.Expression], str] = {
    exp.Pivot: "pivot: write one filtered aggregate a column",
    exp.Qualify: "qualify: number the rows in a CTE, choose in the next",
    exp.Columns: "columns(): name the columns",
    exp.Array: "a list: one row a value",
    exp.ArrayAgg: "list(): one row a value; its order is lost on Spark",
    exp.GroupConcat: "string_agg: its order is lost on Spark",
    exp.Bracket: "a list or struct element",
    exp.Struct: "a struct: one column a value",
    exp.Lambda: "a lambda",
    exp.Unnest: "unnest: cross join rows instead",
    exp.GenerateSeries: "range(): cross join digits instead",
    exp.TableSample: "a sample: never the same twice",
    exp.Rand: "random(): never the same twice",
    exp.Median: "median: percentile_cont(…) within group (…)",
    exp.Quantile: "quantile: percentile_cont(…) within group (…)",
    exp.ApproxQuantile: "an approximate quantile",
    exp.ApproxDistinct: "an approximate count",
    exp.Mode: "mode: ties are broken at will",
    exp.PercentileDisc: "percentile_disc: percentile_cont(…) within group (…)",
    exp.StrToTime: "strptime: dates arrive as ISO text",
    exp.TimeToStr: "strftime: its formats differ",
    exp.DayOfWeek: "dayofweek: count days from a Monday",
    exp.DayOfWeekIso: "isodow: count days from a Monday",
    exp.Dayname: "dayname: count days from a Monday",
    exp.Week: "week: count days from a Monday",
    exp.WeekOfYear: "week: count days from a Monday",
    exp.Corr: "corr: a constant column gives nan or null",
    exp.ArgMax: "arg_max: nulls differ; number the rows",
    exp.ArgMin: "arg_min: nulls differ; number the rows",
    exp.First: "first(): any row's value; number the rows",
    exp.Last: "last(): any row's value; number the rows",
    exp.AnyValue: "any_value: any row's value; number the rows",
}
REFUSED_NAMES = {"hash", "age", "date_sub", "datesub", "row", "yearweek", "isoyear", "epoch"}
WEEKDAYS = {"DOW", "DAYOFWEEK", "ISODOW", "WEEK", "WEEKDAY", "WEEKOFYEAR", "ISOYEAR", "YEARWEEK", "DECADE"}
DOUBLES = (exp.DataType.Type.DOUBLE, exp.DataType.Type.FLOAT)
GUARDED = (
    exp.DataType.Type.DATE,
    exp.DataType.Type.TIMESTAMP,
    exp.DataType.Type.INT,
    exp.DataType.Type.DECIMAL,
)


class _NullsLow(DuckDB):
    """DuckDB with another default for nulls: only an order that says `nulls …` reads the same in both."""

    NULL_ORDERING = "nulls_are_small"


class _NullsHigh(DuckDB):
    NULL_ORDERING = "nulls_are_large"


def _is_double(node: exp.Expression | None) -> bool:
    return isinstance(node, exp.Cast) and node.to.this in DOUBLES


def _gives_double(node: exp.Expression) -> bool:
    """Whether an expression holds a cast to double that no cast around it undoes."""
    if isinstance(node, exp.Cast):
        return _is_double(node)
    return any(_gives_double(child) for child in node.iter_expressions())


def _shape(tree: exp.Expression) -> Iterator[str]:
    for group in tree.find_all(exp.Group):
        if group.args.get("all"):
            yield "group by all: name the columns"
        if any(key.is_int for key in group.expressions):
            yield "group by a number: name the columns"
    for ordered in tree.find_all(exp.Ordered):
        if isinstance(ordered.this, exp.Var) or ordered.this.is_int:
            yield "order by all or a number: name the columns"
    for star in tree.find_all(exp.Star):
        if any(star.args.get(word) for word in ("except_", "replace", "rename")):
            yield "* exclude or replace: name the columns"
    for join in tree.find_all(exp.Join):
        if join.args.get("using"):
            yield "using: write the join out with on"
        if join.method:
            yield f"{join.method.lower()} join: write the join out with on"
    for distinct in tree.find_all(exp.Distinct):
        if distinct.args.get("on"):
            yield "distinct on: number the rows, choose in the next CTE"


def _is_fingerprint(call: exp.Anonymous) -> bool:
    """Whether it is only compared with others of its own build: then it may be another number elsewhere."""
    named = call.find_ancestor(exp.Alias)
    return call.name.lower() == "hash" and named is not None and named.alias == "fingerprint"


def _functions(tree: exp.Expression) -> Iterator[str]:
    yield from (words for kind, words in REFUSED.items() for _ in tree.find_all(kind))
    for call in tree.find_all(exp.Anonymous):
        if _is_fingerprint(call):
            continue
        if call.name.lower() in REFUSED_NAMES or call.name.lower().startswith(("list_", "array_", "map_")):
            yield f"{call.name.lower()}(): no like on Spark"
    for part in tree.find_all(exp.Extract, exp.TimestampTrunc, exp.DateTrunc):
        unit = part.this if isinstance(part, exp.Extract) else part.args.get("unit")
        if unit is not None and unit.name.upper() in WEEKDAYS:
            yield f"{unit.name.lower()} of a date: count days from a Monday"
    for replaced in tree.find_all(exp.RegexpReplace):
        if "g" not in str(replaced.args.get("modifiers") or ""):
            yield "regexp_replace without 'g': the first match here, every match on Spark"
    for upper in tree.find_all(exp.Upper):
        if not any(column.name == "currency" for column in upper.find_all(exp.Column)):
            yield "upper: 'ß' differs; compare in lower case (a currency's code may be upper)"
    for quantile in tree.find_all(exp.PercentileCont):
        if not isinstance(quantile.parent, exp.WithinGroup):
            yield "quantile_cont: percentile_cont(…) within group (…)"


def _dates(tree: exp.Expression) -> Iterator[str]:
    for difference in tree.find_all(exp.DateDiff):
        unit = difference.args.get("unit")
        if unit is not None and unit.name.upper() != "DAY":
            yield "date_diff in other than days: months are 12 * year + month"


def _numbers(tree: exp.Expression) -> Iterator[str]:
    for division in tree.find_all(exp.Div, exp.IntDiv, exp.Mod):
        below = division.expression.unnest()
        if not isinstance(below, exp.Nullif) and not (below.is_number and float(below.name or 1)):
            yield f"{division.sql('duckdb')}: divide by nullif(…, 0)"
        if isinstance(division, exp.Div) and not any(map(_is_double, division.find_all(exp.Cast))):
            yield f"{division.sql('duckdb')}: cast to double before dividing"
    for mean in tree.find_all(exp.Avg):
        if not _is_double(mean.this):
            yield f"{mean.sql('duckdb')}: cast to double before avg"
        if any("." in number.name for number in mean.find_all(exp.Literal) if not number.is_string):
            yield f"{mean.sql('duckdb')}: no decimal literal inside avg"
    for total in tree.find_all(exp.Sum):
        if _gives_double(total.this):
            yield f"{total.sql('duckdb')}: sums of doubles change from run to run; sum decimals, then cast"
    for product in tree.find_all(exp.Mul):
        sides = (product.this.unnest(), product.expression.unnest())
        if all(isinstance(side, exp.Column) for side in sides):
            yield f"{product.sql('duckdb')}: two decimals overflow; cast one side to decimal(22, …)"


def _casts(tree: exp.Expression) -> Iterator[str]:
    for cast in tree.find_all(exp.TryCast):
        tested = cast.find_ancestor(exp.If)
        tests = tested.this.find_all(exp.RegexpLike, exp.RegexpFullMatch, exp.Like) if tested else ()
        if cast.to.this in GUARDED and not any(tests):
            yield f"{cast.sql('duckdb')}: try_cast takes odd shapes; test the text's pattern first"
    for cast in tree.find_all(exp.Cast):
        if cast.to.this in exp.DataType.INTEGER_TYPES and isinstance(cast.this.unnest(), exp.Div):
            yield f"{cast.sql('duckdb')}: rounds here, cuts on Spark; floor it first"


def _nulls(sql: str) -> Iterator[str]:
    low, high = (
        list(sqlglot.parse_one(sql, dialect=dialect).find_all(exp.Ordered))
        for dialect in (_NullsLow, _NullsHigh)
    )
    for one, other in zip(low, high, strict=True):
        if one.args.get("nulls_first") != other.args.get("nulls_first"):
            yield f"order by {one.this.sql('duckdb')}: say nulls first or nulls last"


RULES: tuple[Callable[[exp.Expression], Iterator[str]], ...] = (_shape, _functions, _dates, _numbers, _casts)


def portable_faults(sql: str) -> list[str]:
    """What in one select would not mean the same on Spark, one line each; empty when it is portable."""
    statements = sqlglot.parse(sql, dialect="duckdb")
    if len(statements) != 1 or not isinstance(statements[0], exp.Query):
        return ["one select a file"]
    return [fault for rule in RULES for fault in rule(statements[0])] + list(_nulls(sql))
