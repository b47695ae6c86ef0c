-- How often the two departments met, by quarter and by what they met for.
-- ignores: all filters, because the departments meet as a whole
-- company: meetings, no person
select
    cast(date_trunc('quarter', held_on) as date) as quarter,
    kind,
    count(*) as count_meetings,
from marts.touchpoints
group by
    date_trunc('quarter', held_on),
    kind
order by
    quarter asc,
    kind asc
