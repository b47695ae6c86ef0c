-- One row per account that a hire won first: did somebody win a renewal there 9 to 15 months after, and had the hire left at 9.
-- Won first: the first deal ever won there is theirs, was neither inherited nor marked as expansion or renewal. A split deal
-- is of who has most of it. Younger accounts, and those whose months the CRM's file does not hold, are not old: not known.
with won as (
    select
        opportunities.opportunity_id,
        opportunities.fingerprint as account,
        opportunities.closed_on,
        coalesce(opportunities.kind, 'other') as kind,
    from staging.opportunities
    cross join marts.company
    where
        opportunities.is_won
        and opportunities.amount > 0
        and opportunities.fingerprint is not null
        and opportunities.closed_on <= company.as_of
),

placed as (
    select
        won.*,
        row_number() over (
            partition by won.account
            order by
                won.closed_on asc nulls last,
                won.opportunity_id asc nulls last
        ) as place,
    from won
),

sellers as (
    select
        opportunity_id,
        employee_id,
        hire_date,
        is_of_hire and timing = 'employed' and not is_inherited as is_own,
        row_number() over (
            partition by opportunity_id
            order by
                amount desc nulls last,
                owner_key asc nulls last
        ) as place,
    from marts.credits
),

firsts as (
    select
        placed.account,
        sellers.employee_id,
        sellers.hire_date,
        placed.closed_on as first_won_on,
        cast(placed.closed_on + interval '9' month as date) as from_on,
        cast(placed.closed_on + interval '15' month as date) as to_on,
    from placed
    inner join sellers
        on placed.opportunity_id = sellers.opportunity_id and sellers.place = 1
    where placed.place = 1 and placed.kind not in ('expansion', 'renewal') and sellers.is_own
),

renewed as (
    select distinct firsts.account
    from firsts
    inner join won
        on firsts.account = won.account and won.closed_on between firsts.from_on and firsts.to_on
    where won.kind = 'renewal'
),

unseen as (
    select distinct firsts.account
    from firsts
    inner join marts.unknown_sales as gaps
        on firsts.from_on <= gaps.to_on and firsts.to_on >= gaps.from_on
)

select
    firsts.account,
    firsts.employee_id,
    firsts.hire_date,
    firsts.first_won_on,
    firsts.to_on <= company.as_of and unseen.account is null as is_old,
    renewed.account is not null as is_renewed,
    coalesce(spells.termination_date < firsts.from_on, false) as had_seller_left,
from firsts
cross join marts.company
inner join marts.spells
    on firsts.employee_id = spells.employee_id and firsts.hire_date = spells.hire_date
left join renewed
    on firsts.account = renewed.account
left join unseen
    on firsts.account = unseen.account
