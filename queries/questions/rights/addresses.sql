-- Every work e-mail of the HR file that is exactly one person's, with that person.
-- ignores: all filters and the viewer, because it decides what a viewer may see
-- rights: one row an address, to decide by; nobody is ever shown a row
select
    lower(addresses.work_email) as address,
    min(addresses.person_id) as person_id,
from marts.addresses
group by lower(addresses.work_email)
having count(distinct addresses.person_id) = 1
order by address asc
