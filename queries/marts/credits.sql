-- One row per won deal and seller it is credited to (or to nobody), with the spell and role in which it closed.
-- joins: as written, because every deal is looked up in small tables; guessed wrong, millions of deals were hashed instead
with credited as (
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
    left join marts.split_shares as shares
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
),

placed as (
    select
        owned.*,
        spells.employee_id,
        spells.hire_date,
        spells.termination_date,
        clocks.starts_on as sales_start_on,
        stints.role_number,
        stints.starts_on,
        least(greatest(owned.closed_on, segments.first_day), segments.present_to)
        - segments.days_paused as own_closed_on,
    from owned
    left join marts.spells
        on
            owned.person_id = spells.person_id
            and owned.closed_on >= spells.hire_date
            and owned.closed_on < coalesce(spells.next_hire_date, date '9999-12-31')
    left join marts.role_stints as clocks
        on spells.employee_id = clocks.employee_id and spells.hire_date = clocks.hire_date and clocks.role_number = 1
    left join marts.clock_segments as segments
        on
            spells.employee_id = segments.employee_id
            and spells.hire_date = segments.hire_date
            and owned.closed_on >= segments.reached_from
            and owned.closed_on <= segments.until_day
    left join marts.role_stints as stints
        on
            segments.employee_id = stints.employee_id
            and segments.hire_date = stints.hire_date
            and segments.role_number = stints.role_number
)

select
    opportunity_id,
    owner_key,
    employee_id,
    hire_date,
    role_number,
    closed_on,
    own_closed_on,
    territory,
    amount,
    coalesce(closed_on >= sales_start_on, false) as is_of_hire,
    created_on < coalesce(sales_start_on, hire_date) as is_inherited,
    case
        when person_id is null then 'nobody'
        when employee_id is null or closed_on < sales_start_on then 'before hire'
        when closed_on > termination_date then 'after exit'
        else 'employed'
    end as timing,
    12 * (year(own_closed_on) - year(starts_on))
    + month(own_closed_on) - month(starts_on)
    + case
        when
            own_closed_on < cast(
                starts_on
                + (12 * (year(own_closed_on) - year(starts_on)) + month(own_closed_on) - month(starts_on))
                * interval '1' month as date
            )
            then 0
        else 1
    end as tenure_month,
from placed
