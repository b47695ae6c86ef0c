-- One row per quota that can be read, with its seller and its length in days.
select
    quotas.row_id,
    quotas.owner_id,
    sellers.seller,
    quotas.period_start_on,
    quotas.period_end_on,
    date_diff('day', quotas.period_start_on, quotas.period_end_on) + 1 as period_days,
from staging.stg_quotas as quotas
inner join staging.quota_sellers as sellers
    on quotas.owner_id = sellers.owner_id
where quotas.fault is null and quotas.amount >= 0 and quotas.period_start_on <= quotas.period_end_on
