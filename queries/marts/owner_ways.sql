-- One row per way the CRM names an owner (id, e-mail, name), with how many opportunities of theirs it names so.
-- Won, lost and open ones count, and each share of one; an owner of quotas alone has none.
with named as (
    select
        owner_id,
        owner_email,
        owner_name,
        count(*) as count_opportunities,
    from staging.opportunities
    where owner_id is not null or owner_email is not null or owner_name is not null
    group by
        owner_id,
        owner_email,
        owner_name
),

others as (
    select
        owner_id,
        count(*) as count_opportunities,
    from staging.opportunity_splits
    group by owner_id
    union all
    select distinct
        owner_id,
        0 as count_opportunities,
    from staging.quotas
),

every_way as (
    select
        owner_id,
        owner_email,
        owner_name,
        count_opportunities,
    from named
    union all
    select
        owner_id,
        null as owner_email,
        null as owner_name,
        count_opportunities,
    from others
)

select
    owner_id,
    owner_email,
    owner_name,
    sum(count_opportunities) as count_opportunities,
from every_way
group by
    owner_id,
    owner_email,
    owner_name
