-- One row per quota that was set aside although its days can be read, with the person it was given to.
select
    quotas.row_id,
    owners.person_id,
    quotas.period_start_on,
    quotas.period_end_on,
from staging.stg_quotas as quotas
inner join marts.owners
    on quotas.owner_id || '||' = owners.owner_key
left join staging.quotas as counted
    on quotas.row_id = counted.row_id
where
    counted.row_id is null
    and owners.person_id is not null
    and quotas.period_start_on <= quotas.period_end_on
