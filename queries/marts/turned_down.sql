-- One row per person turned down in the last 180 days, as of the last time; none where the company lists nobody.
-- Who applies again, or was hired, needs no second look.
with again as (
    select distinct candidate_id
    from marts.applications
    where status in ('active', 'hired')
),

lately as (
    select
        applications.application_id,
        applications.candidate_id,
        applications.ended_on,
        applications.ended_by,
        applications.reason,
        row_number() over (
            partition by applications.candidate_id
            order by
                applications.ended_on desc nulls last,
                applications.application_id asc nulls last
        ) as place,
    from marts.applications
    cross join marts.company
    left join again
        on applications.candidate_id = again.candidate_id
    where
        company.has_second_look_list
        and again.candidate_id is null
        and applications.status = 'rejected'
        and date_diff('day', applications.ended_on, company.as_of) between 0 and 180
)

select
    lately.application_id,
    lately.candidate_id,
    coalesce(candidates.full_name, lately.candidate_id) as full_name,
    lately.ended_on,
    furthest.stage,
    case lately.ended_by when 'hr' then 'HR' when 'sales' then 'Sales' end as department,
    lately.reason,
from lately
left join marts.funnel_stages as furthest
    on lately.application_id = furthest.application_id and not furthest.has_passed
left join staging.candidates
    on lately.candidate_id = candidates.candidate_id
where lately.place = 1
