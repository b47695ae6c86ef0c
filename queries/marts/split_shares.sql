-- One row per deal with splits and owner who shares in it.
-- A deal whose splits were all set aside is nobody's: that its owner has all of it is what they deny.
select
    opportunity_id,
    owner_id || '||' as owner_key,
    share,
from staging.opportunity_splits
union all
select distinct
    given.opportunity_id,
    '||' as owner_key,
    null as share,
from staging.stg_opportunity_splits as given
left join staging.opportunity_splits as loaded
    on given.opportunity_id = loaded.opportunity_id
where loaded.opportunity_id is null and given.opportunity_id is not null
