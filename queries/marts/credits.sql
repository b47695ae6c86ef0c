-- One row per won deal and seller it is credited to (or to nobody), with the spell in which it closed.
with shares as (
    select
        opportunity_splits.opportunity_id,
        opportunity_splits.owner_id || '||' as owner_key,
        opportunity_splits.share,
    from staging.opportunity_splits
),

split_deals as (
    select distinct opportunity_id from shares
),

credited as (
    select
        won_deals.opportunity_id,
        won_deals.owner_key,
        won_deals.created_on,
        won_deals.closed_on,
        won_deals.kind,
        won_deals.territory,
        won_deals.amount,
    from marts.won_deals
    left join split_deals
        on won_deals.opportunity_id = split_deals.opportunity_id
    where split_deals.opportunity_id is null
    union all
    select
        won_deals.opportunity_id,
        shares.owner_key,
        won_deals.created_on,
        won_deals.closed_on,
        won_deals.kind,
        won_deals.territory,
        cast(
            cast(won_deals.amount as decimal(26, 4)) * cast(shares.share as decimal(8, 6)) as decimal(22, 4)
        ) as amount,
    from marts.won_deals
    inner join shares
        on won_deals.opportunity_id = shares.opportunity_id
),

owned as (
    select
        credited.*,
        owners.person_id,
    from credited
    left join marts.owners
        on credited.owner_key = owners.owner_key
)

select
    owned.opportunity_id,
    owned.owner_key,
    owned.person_id,
    spells.employee_id,
    spells.hire_date,
    owned.created_on,
    owned.closed_on,
    owned.kind,
    owned.territory,
    owned.amount,
    coalesce(spells.is_hire, false) as is_of_hire,
    owned.created_on < spells.hire_date as is_inherited,
    case
        when owned.person_id is null then 'nobody'
        when spells.employee_id is null then 'before hire'
        when owned.closed_on > spells.termination_date then 'after exit'
        else 'employed'
    end as timing,
    12 * (year(owned.closed_on) - year(spells.hire_date))
    + month(owned.closed_on) - month(spells.hire_date)
    + case
        when
            owned.closed_on < cast(
                spells.hire_date
                + (
                    12 * (year(owned.closed_on) - year(spells.hire_date))
                    + month(owned.closed_on) - month(spells.hire_date)
                )
                * interval '1' month as date
            )
            then 0
        else 1
    end as tenure_month,
from owned
left join marts.spells
    on
        owned.person_id = spells.person_id
        and owned.closed_on >= spells.hire_date
        and owned.closed_on < coalesce(spells.next_hire_date, date '9999-12-31')
