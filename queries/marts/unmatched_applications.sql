-- One row per application that ended in a hire nobody is found for: who applied, for what, where and when.
select
    'ats_application' as system,
    applications.application_id as system_id,
    coalesce(candidates.full_name, candidates.email, applications.candidate_id) as full_name,
    candidates.email,
    given.employee_id as employee_id_given,
    applications.region,
    applications.role_profile,
    1 as count_records,
    cast(0 as double) as amount,
    applications.applied_on as first_on,
    coalesce(applications.accepted_on, applications.offered_on, applications.ended_on) as last_on,
from marts.applications
inner join staging.applications as given
    on applications.application_id = given.application_id
left join staging.candidates
    on applications.candidate_id = candidates.candidate_id
left join marts.people as by_id
    on given.employee_id = by_id.employee_id
left join marts.addresses as by_address
    on candidates.email = by_address.work_email
left join staging.matches as confirmed
    on applications.application_id = confirmed.system_id and confirmed.system = 'ats_application'
left join marts.people as by_hand
    on confirmed.employee_id = by_hand.employee_id
where
    applications.status = 'hired'
    and by_id.employee_id is null
    and by_address.person_id is null
    and by_hand.employee_id is null
