-- Owners in the CRM who could not be joined to a person, and the revenue of theirs that is credited to nobody.
-- ignores: all filters, because it tells of the exports as a whole
-- people: one row an owner, with the name
select
    owners.owner_key,
    owners.owner_id,
    owners.full_name,
    count(credits.opportunity_id) as count_deals,
    cast(coalesce(sum(credits.amount), 0) as double) as amount,
from marts.owners
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
