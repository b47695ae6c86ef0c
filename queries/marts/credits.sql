-- One row per won deal and seller it is credited to (or to nobody), with the spell and role in which it closed.
-- joins: as written, because every deal is looked up in small tables; guessed wrong, millions of deals were hashed instead
with shares as (
    select
        opportunity_id,
        owner_id || '||' as owner_key,
        share,
    from staging.opportunity_splits
),

credited as (
    select
        deals.opportunity_id,
        coalesce(
            shares.owner_key,
            coalesce(deals.owner_id, '')
            || '|'
            || coalesce(deals.owner_email, '')
            || '|'
            || coalesce(deals.owner_name, '')
        ) as owner_key,
        deals.created_on,
        deals.closed_on,
        deals.territory,
        deals.amount as deal_amount,
        shares.share,
    from staging.won_deals as deals
    cross join marts.company
    left join shares
        on deals.opportunity_id = shares.opportunity_id
    where deals.closed_on <= company.as_of
),

owned as (
    select
        credited.*,
        case
            when credited.share is null then credited.deal_amount
            else cast(
                    cast(credited.deal_amount as decimal(26, 4)) * cast(credited.share as decimal(8, 6))
                    as decimal(22, 4)
                )
        end as amount,
        owners.person_id,
    from credited
    left join marts.owners
        on credited.owner_key = owners.owner_key
)

select
    owned.opportunity_id,
    owned.owner_key,
    spells.employee_id,
    spells.hire_date,
    stints.role_number,
    owned.closed_on,
    owned.territory,
    owned.amount,
    coalesce(owned.closed_on >= clocks.starts_on, false) as is_of_hire,
    owned.created_on < coalesce(clocks.starts_on, spells.hire_date) as is_inherited,
    case
        when owned.person_id is null then 'nobody'
        when spells.employee_id is null or owned.closed_on < clocks.starts_on then 'before hire'
        when owned.closed_on > spells.termination_date then 'after exit'
        else 'employed'
    end as timing,
    12 * (year(owned.closed_on) - year(stints.starts_on))
    + month(owned.closed_on) - month(stints.starts_on)
    + case
        when
            owned.closed_on < cast(
                stints.starts_on
                + (
                    12 * (year(owned.closed_on) - year(stints.starts_on))
                    + month(owned.closed_on) - month(stints.starts_on)
                )
                * interval '1' month as date
            )
            then 0
        else 1
    end as month_number,
from owned
left join marts.spells
    on
        owned.person_id = spells.person_id
        and owned.closed_on >= spells.hire_date
        and owned.closed_on < coalesce(spells.next_hire_date, date '9999-12-31')
left join marts.role_stints as clocks
    on spells.employee_id = clocks.employee_id and spells.hire_date = clocks.hire_date and clocks.role_number = 1
left join marts.role_stints as stints
    on
        spells.employee_id = stints.employee_id
        and spells.hire_date = stints.hire_date
        and owned.closed_on >= stints.starts_on
        and owned.closed_on <= coalesce(stints.ends_on, date '9999-12-31')
