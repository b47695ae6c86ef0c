-- One row per way an interview names its interviewer, with the person (or the ATS login) behind it.
with ways as (
    select
        interviewer_id,
        interviewer_email,
        interviewer_name,
    from staging.interviews
    group by
        interviewer_id,
        interviewer_email,
        interviewer_name
),

-- An address that stands where the name should is an address.
named_ways as (
    select
        ways.interviewer_id,
        coalesce(ways.interviewer_email, bare_names.address) as interviewer_email,
        ways.interviewer_email as email_given,
        ways.interviewer_name,
        bare_names.bare_name,
    from ways
    left join staging.bare_names
        on ways.interviewer_name = bare_names.full_name
),

resolved as (
    select
        ways.interviewer_id,
        ways.email_given,
        ways.interviewer_name,
        coalesce(
            by_id.person_id,
            logins.person_id,
            by_address.person_id,
            mail_logins.person_id,
            name_logins.person_id,
            bare_logins.person_id,
            by_hand.person_id
        ) as person_id,
        coalesce(
            logins.ats_user_id,
            mail_logins.login_id,
            name_logins.ats_user_id,
            bare_logins.login_id,
            ways.interviewer_id,
            ways.email_given,
            ways.interviewer_name
        ) as other_id,
        coalesce(
            logins.full_name, mail_logins.full_name, ways.interviewer_name, ways.interviewer_email, ways.interviewer_id
        ) as other_name,
        coalesce(logins.email, ways.interviewer_email) as email,
    from named_ways as ways
    left join marts.people as by_id
        on ways.interviewer_id = by_id.employee_id
    left join marts.ats_logins as logins
        on ways.interviewer_id = logins.ats_user_id
    left join marts.addresses as by_address
        on ways.interviewer_email = by_address.work_email
    left join marts.login_addresses as mail_logins
        on ways.interviewer_email = mail_logins.email and mail_logins.system = 'ats_user'
    left join marts.ats_logins as name_logins
        on
            ways.interviewer_name = name_logins.full_name
            and name_logins.is_name_unique
            and ways.interviewer_id is null
            and ways.interviewer_email is null
    left join marts.login_names as bare_logins
        on
            ways.bare_name = bare_logins.bare_name
            and bare_logins.system = 'ats_user'
            and name_logins.ats_user_id is null
            and ways.interviewer_id is null
            and ways.interviewer_email is null
    left join staging.matches as confirmed
        on
            coalesce(ways.interviewer_id, ways.email_given, ways.interviewer_name) = confirmed.system_id
            and confirmed.system = 'ats_user'
    left join marts.people as by_hand
        on confirmed.employee_id = by_hand.employee_id
)

select
    coalesce(resolved.interviewer_id, '')
    || '|'
    || coalesce(resolved.email_given, '')
    || '|'
    || coalesce(resolved.interviewer_name, '') as interviewer_key,
    coalesce(resolved.person_id, resolved.other_id) as interviewer_id,
    coalesce(people.full_name, resolved.other_name) as full_name,
    resolved.email,
    coalesce(people.department, 'Other') as department,
    resolved.person_id is not null as is_matched,
from resolved
left join marts.people
    on resolved.person_id = people.employee_id
