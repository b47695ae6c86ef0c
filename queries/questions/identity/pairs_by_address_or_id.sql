-- Somebody nobody is found for and an employee whose address agrees before its @, or whose id does without its zeros.
-- ignores: all filters, because it tells of the exports as a whole
-- people: one row a pair
select *
from marts.pairs_by_address_or_id
order by
    login_key asc,
    person_id asc
