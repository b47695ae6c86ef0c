-- Pairs of a login nobody is found for and a person of whom somebody said that they are not the same.
-- ignores: all filters but the viewer's, because it tells of the exports as a whole
-- people: one row a pair
select
    logins.login_key,
    refused_pairs.person_id,
from marts.refused_pairs
inner join logins_in_scope as logins
    on refused_pairs.system = logins.system and refused_pairs.system_id = logins.system_id
inner join people_in_scope as people
    on refused_pairs.person_id = people.person_id
order by
    refused_pairs.system asc,
    refused_pairs.system_id asc,
    refused_pairs.person_id asc
