-- How much won revenue, and how many owners, interviewers and hired candidates, were joined to somebody in the HR file.
-- ignores: all filters, because it tells of the exports as a whole
-- company: no person as such
with named as (
    select
        'crm ' || coalesce(person_id, system_id) as name_key,
        person_id is not null as is_matched,
    from marts.owners
    union
    select
        'ats ' || interviewer_id as name_key,
        is_matched,
    from marts.interviewers
    union
    select
        'application ' || application_id as name_key,
        employee_id is not null as is_matched,
    from marts.applications
    where status = 'hired'
),

people as (
    select
        count(*) as count_people,
        count(*) filter (where is_matched) as count_matched,
    from named
)

select
    totals.credited_revenue,
    totals.credited_revenue - totals.revenue_of_nobody as matched_revenue,
    since.credited_since,
    since.matched_since,
    since.ownerless_since,
    settled.count_settled,
    settled.count_without_opportunity,
    company.has_opportunities_not_won,
    people.count_people,
    people.count_matched,
from marts.revenue_totals as totals
cross join people
cross join marts.revenue_since as since
cross join marts.settled_hires as settled
cross join marts.company
order by totals.credited_revenue
