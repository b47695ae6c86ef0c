-- Somebody nobody is found for and an employee whose address agrees before its @, or whose id does without its zeros.
-- ignores: all filters but the viewer's, because it tells of the exports as a whole
-- people: one row a pair
select pairs.*
from marts.pairs_by_address_or_id as pairs
inner join logins_in_scope as logins
    on pairs.login_key = logins.login_key
inner join people_in_scope as people
    on pairs.person_id = people.person_id
order by
    pairs.login_key asc,
    pairs.person_id asc
