-- How CRM owners were joined to people: by id, by e-mail, confirmed by hand, or not at all; with their won revenue.
-- ignores: all filters, because it tells of the exports as a whole
-- counts: count_owners
-- hides: amount; the counts are shares of a whole that stands beside them, and tell of nobody
select
    coalesce(owners.matched_by, 'not matched') as matched_by,
    count(distinct owners.owner_key) as count_owners,
    cast(coalesce(sum(credits.amount), 0) as double) as amount,
from marts.owners
left join marts.credits
    on owners.owner_key = credits.owner_key
group by coalesce(owners.matched_by, 'not matched')
order by matched_by asc
