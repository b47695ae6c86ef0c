-- Owners in the CRM who could not be joined to a person, and the revenue of theirs that is credited to nobody.
-- ignores: all filters but the viewer's, because it tells of the exports as a whole
-- people: one row an owner, with the name
select
    owners.owner_key,
    owners.owner_id,
    owners.full_name,
    count(credits.opportunity_id) as count_deals,
    cast(coalesce(sum(credits.amount), 0) as double) as amount,
from marts.owners
inner join logins_in_scope as logins
    on owners.system_id is not distinct from logins.system_id and logins.system = 'crm'
left join marts.credits
    on owners.owner_key = credits.owner_key
where owners.person_id is null
group by
    owners.owner_key,
    owners.owner_id,
    owners.full_name
order by
    coalesce(sum(credits.amount), 0) desc,
    owners.owner_key asc
