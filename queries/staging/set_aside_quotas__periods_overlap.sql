-- Two quotas of one seller for the same days are never added: those of like length are set aside, of others a person chose.
select
    pairs.row_id,
    'period_start_on' as column_name,
    case when pairs.length = 'alike' then 'overlaps_another' else 'other_periods_count' end as reason,
    cast(pairs.period_start_on as varchar)
    || ' to '
    || cast(pairs.period_end_on as varchar)
    || ' with '
    || case when pairs.owner_id <> pairs.other_owner_id then pairs.other_owner_id || ' ' else '' end
    || cast(pairs.other_start_on as varchar)
    || ' to '
    || cast(pairs.other_end_on as varchar) as found,
from staging.quota_overlaps as pairs
cross join staging.quota_periods as said
where
    pairs.length = 'alike'
    or said.counting = 'none'
    or (said.counting = 'shorter' and pairs.length = 'longer')
    or (said.counting = 'longer' and pairs.length = 'shorter')
