-- From when to when the CRM's won deals and the HR file's hires and exits are on record, beside the day the data speak of.
-- ignores: all filters, because it tells of the exports as a whole
-- company: no person as such
with won as (
    select max(closed_on) as last_won_on from marts.credits
),

people as (
    select
        count(*) as count_spells,
        max(greatest(hire_date, coalesce(termination_date, hire_date))) as last_change_on,
    from marts.spells
),

hires as (
    select
        count(*) as count_hires,
        count(*) filter (where not is_start_observed) as count_not_observed,
    from marts.hires
)

select
    company.as_of,
    company.first_opportunity_on,
    won.last_won_on,
    people.count_spells,
    people.last_change_on,
    hires.count_hires,
    hires.count_not_observed,
from marts.company
cross join won
cross join people
cross join hires
order by company.as_of
