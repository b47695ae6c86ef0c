"""The lint of the portable subset: what it lets through, and one snippet for every rule it keeps."""

from __future__ import annotations

import pytest

from helpers.portable_sql import portable_faults

PORTABLE = """
-- One row per hire.
with sums as (
    select
        hires.employee_id,
        sum(credits.amount) as revenue,
        count(*) filter (where credits.is_won) as count_deals,
        percentile_cont(0.5) within group (order by credits.amount nulls last) as median_amount,
        12 * (year(max(credits.closed_on)) - year(hires.hire_date)) as months,
        date_diff('day', hires.hire_date, $as_of) as days,
        sum(cast(cast(credits.amount as double) * 2 as decimal(22, 4))) as twice,
        avg(cast(credits.amount as double)) as mean_amount,
    from marts.hires
    left join marts.credits
        on hires.employee_id = credits.employee_id
    group by
        hires.employee_id,
        hires.hire_date
)

select
    sums.*,
    cast(revenue as double) / nullif(days, 0) as revenue_a_day,
    days % 7 as weekday,
    upper(trim(currency)) as currency,
    regexp_replace(detail, 'a', 'b', 'g') as detail,
    case when found like '____-__-__' then try_cast(found as date) end as found_on,
    row_number() over (partition by employee_id order by days desc nulls last) as place,
from sums
"""

REFUSED = {
    "select a from x.t; select b from x.t": "one select a file",
    "create table t as select 1": "one select a file",
    "select a, count(*) from x.t group by all": "group by all",
    "select a, count(*) from x.t group by 1": "group by a number",
    "select a from x.t order by all": "order by all",
    "select a from x.t order by 1 nulls last": "order by all or a number",
    "select * exclude (a) from x.t": "exclude",
    "select * replace (1 as a) from x.t": "replace",
    "select columns('a') from x.t": "columns()",
    "from x.t pivot (sum(a) for b in ('c'))": "pivot",
    "select t.a from x.t asof join x.u on t.a >= u.a": "asof join",
    "select t.a from x.t natural join x.u": "natural join",
    "select t.a from x.t inner join x.u using (a)": "using",
    "select a from x.t qualify row_number() over (order by a nulls last) = 1": "qualify",
    "select distinct on (a) a from x.t": "distinct on",
    "select a from x.t using sample 10": "sample",
    "select [1, 2]": "a list",
    "select list(a order by a nulls last) from x.t": "list()",
    "select string_agg(a, ',') from x.t": "string_agg",
    "select a[1] from x.t": "element",
    "select {'a': 1}": "a struct",
    "select list_sum(a) from x.t": "list_sum()",
    "select list_transform(a, lambda b: b + 1) from x.t": "a lambda",
    "select a from unnest($a) as t(a)": "unnest",
    "select a from range(10) as t(a)": "range()",
    "select date_diff('month', a, b) from x.t": "other than days",
    "select date_sub('day', a, b) from x.t": "date_sub()",
    "select quantile_cont(a, 0.5) from x.t": "quantile_cont",
    "select median(a) from x.t": "median",
    "select mode(a) from x.t": "mode",
    "select cast(a as double) / b from x.t": "divide by nullif",
    "select a % b from x.t": "divide by nullif",
    "select cast(a as double) / 0 from x.t": "divide by nullif",
    "select a / nullif(b, 0) from x.t": "cast to double before dividing",
    "select avg(a) from x.t": "cast to double before avg",
    "select avg(cast(a * 0.5 as double)) from x.t": "no decimal literal",
    "select sum(cast(a as double)) from x.t": "sums of doubles",
    "select t.a * t.b from x.t": "two decimals",
    "select a from x.t order by a": "say nulls first or nulls last",
    "select row_number() over (order by a desc) from x.t": "say nulls first or nulls last",
    "select strptime(a, '%d') from x.t": "strptime",
    "select strftime(a, '%d') from x.t": "strftime",
    "select dayofweek(a) from x.t": "dayofweek",
    "select week(a) from x.t": "week",
    "select extract(dow from a) from x.t": "dow of a date",
    "select date_trunc('week', a) from x.t": "week of a date",
    "select hash(a) from x.t": "hash()",
    "select hash(a) as b from x.t": "hash()",
    "select a from x.t where hash(a) = hash(b)": "hash()",
    "select random()": "random()",
    "select regexp_replace(a, 'b', 'c') from x.t": "without 'g'",
    "select try_cast(a as date) from x.t": "try_cast",
    "select try_cast(a as integer) from x.t": "try_cast",
    "select cast(cast(a as double) / 2 as integer) from x.t": "rounds here",
    "select corr(a, b) from x.t": "corr",
    "select arg_max(a, b) from x.t": "arg_max",
    "select any_value(a) from x.t": "any_value",
    "select first(a) from x.t": "first()",
    "select upper(a) from x.t": "upper",
}


def test_a_select_in_the_portable_subset_passes() -> None:
    assert portable_faults(PORTABLE) == []


@pytest.mark.parametrize(("sql", "words"), REFUSED.items())
def test_what_means_something_else_on_spark_is_named(sql: str, words: str) -> None:
    assert any(words in fault for fault in portable_faults(sql)), portable_faults(sql)
