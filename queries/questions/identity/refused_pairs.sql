-- Pairs of a login and a person of whom somebody said that they are not the same.
-- ignores: all filters, because it tells of the exports as a whole
-- people: one row a pair
select
    system || '|' || system_id as login_key,
    person_id,
from marts.refused_pairs
order by
    system asc,
    system_id asc,
    person_id asc
