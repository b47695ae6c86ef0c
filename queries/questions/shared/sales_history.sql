-- From when to when the CRM's won deals and the HR file's hires and exits are on record, beside the day the data speak of.
-- ignores: all filters, because it tells of the exports as a whole
-- company: no person as such
with won as (
    select max(closed_on) as last_won_on from marts.credits
),

-- A hire or an exit that is planned says nothing of when the file was taken.
changes as (
    select hire_date as changed_on from marts.spells
    union all
    select termination_date as changed_on from marts.spells
),

people as (
    select
        (select count(*) from marts.spells) as count_spells,
        max(changes.changed_on) filter (where changes.changed_on <= company.as_of) as last_change_on,
    from marts.company
    left join changes
        on true
),

hires as (
    select
        count(*) as count_hires,
        count(*) filter (where is_before_crm) as count_not_observed,
        count(*) filter (where sales_start_on <= won.last_won_on) as count_hires_by_then,
    from marts.hires
    cross join won
)

select
    company.as_of,
    company.first_opportunity_on,
    won.last_won_on,
    people.count_spells,
    people.last_change_on,
    hires.count_hires,
    hires.count_not_observed,
    hires.count_hires_by_then,
from marts.company
cross join won
cross join people
cross join hires
order by company.as_of
