-- How many names nobody is found for in each system, each once however often it stands there, and the revenue they won.
-- ignores: all filters, because it tells of the exports as a whole
-- company: no person as such
select
    system,
    count(*) as count_names,
    sum(amount) as amount,
from marts.unmatched
group by system
order by system
