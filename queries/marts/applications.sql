-- One row per application, with its opening's facts and the hire it led to.
-- That is the last one marked hired that was made by the start of the sales clock; one made later leads to no hire.
-- Of several marked hired for one start, the last made is the acceptance; the others count as withdrawn in its favour.
with company as (
    select * from marts.company
),

confirmed as (
    select
        system_id as application_id,
        employee_id,
    from staging.matches
    where system = 'ats_application'
),

persons as (
    select
        applications.application_id,
        coalesce(by_id.person_id, by_address.person_id, by_hand.person_id) as person_id,
    from staging.applications
    left join marts.people as by_id
        on applications.employee_id = by_id.employee_id
    left join staging.candidates
        on applications.candidate_id = candidates.candidate_id
    left join marts.addresses as by_address
        on candidates.email = by_address.work_email
    left join confirmed
        on applications.application_id = confirmed.application_id
    left join marts.people as by_hand
        on confirmed.employee_id = by_hand.employee_id
    where applications.status = 'hired'
),

clocks as (
    select
        spells.person_id,
        spells.employee_id,
        spells.hire_date,
        coalesce(stints.starts_on, spells.hire_date) as starts_on,
    from marts.spells
    left join marts.role_stints as stints
        on spells.employee_id = stints.employee_id and spells.hire_date = stints.hire_date and stints.role_number = 1
),

possible_spells as (
    select
        applications.application_id,
        clocks.employee_id,
        clocks.hire_date,
        row_number() over (
            partition by applications.application_id
            order by
                clocks.starts_on asc nulls last,
                clocks.employee_id asc nulls last
        ) as place,
    from staging.applications
    inner join persons
        on applications.application_id = persons.application_id
    inner join clocks
        on persons.person_id = clocks.person_id and applications.applied_on <= clocks.starts_on
),

chosen as (
    select
        possible_spells.application_id,
        possible_spells.employee_id,
        possible_spells.hire_date,
        row_number() over (
            partition by possible_spells.employee_id, possible_spells.hire_date
            order by applications.applied_on desc nulls last, applications.application_id asc nulls last
        ) as place,
        applications.applied_on,
        max(applications.applied_on) over (
            partition by possible_spells.employee_id, possible_spells.hire_date
        ) as last_applied_on,
    from possible_spells
    inner join staging.applications
        on possible_spells.application_id = applications.application_id
    where possible_spells.place = 1
),

-- Who started in another department by one application and moved into Sales by a later one accepted both.
accepted as (
    select
        *,
        place > 1 and not (applied_on <= hire_date and hire_date < last_applied_on) as is_in_favour,
    from chosen
)

select
    applications.application_id,
    applications.candidate_id,
    applications.requisition_id,
    coalesce(applications.role_profile, requisitions.role_profile) as role_profile,
    requisitions.region,
    requisitions.segment,
    applications.source,
    applications.source_detail,
    applications.applied_on,
    case when accepted.is_in_favour then 'withdrawn' else applications.status end as status,
    applications.ended_on,
    applications.ended_stage,
    applications.ended_by,
    applications.reason,
    case when accepted.is_in_favour then null else applications.offered_on end as offered_on,
    case when accepted.is_in_favour then null else applications.accepted_on end as accepted_on,
    case when accepted.place = 1 then accepted.employee_id end as employee_id,
    case when accepted.place = 1 then accepted.hire_date end as hire_date,
    persons.person_id is not null as is_person_known,
from staging.applications
cross join company
left join staging.requisitions
    on applications.requisition_id = requisitions.requisition_id
left join persons
    on applications.application_id = persons.application_id
left join accepted
    on applications.application_id = accepted.application_id
where applications.applied_on <= company.as_of
