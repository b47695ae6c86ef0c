-- How often the two departments met, by month and by what they met for.
-- ignores: all filters, because the departments meet as a whole
-- company: meetings, no person
select
    cast(date_trunc('month', held_on) as date) as month,
    kind,
    count(*) as count_meetings,
from marts.touchpoints
group by
    date_trunc('month', held_on),
    kind
order by
    month asc,
    kind asc
