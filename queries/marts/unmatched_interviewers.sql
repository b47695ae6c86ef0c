-- One row per ATS login or interviewer nobody is found for: how it is named, whom it interviewed, when and where.
with named as (
    select
        interviewer_key,
        interviewer_id as system_id,
        full_name,
        email,
        null as employee_id_given,
    from marts.interviewers
    where not is_matched
    union all
    select
        null as interviewer_key,
        logins.ats_user_id as system_id,
        logins.full_name,
        logins.email,
        ats_users.employee_id as employee_id_given,
    from marts.ats_logins as logins
    inner join staging.ats_users
        on logins.ats_user_id = ats_users.ats_user_id
    where logins.person_id is null
),

held as (
    select
        named.system_id,
        applications.region,
        count(*) as count_interviews,
        min(cast(interviews.scheduled_for as date)) as first_on,
        max(cast(interviews.scheduled_for as date)) as last_on,
    from staging.interviews
    inner join named
        on
            coalesce(interviews.interviewer_id, '')
            || '|'
            || coalesce(interviews.interviewer_email, '')
            || '|'
            || coalesce(interviews.interviewer_name, '')
            = named.interviewer_key
    left join marts.applications
        on interviews.application_id = applications.application_id
    where interviews.status = 'held'
    group by
        named.system_id,
        applications.region
),

ranked as (
    select
        system_id,
        region,
        row_number() over (
            partition by system_id
            order by
                case when region is null then 1 else 0 end asc nulls last,
                count_interviews desc nulls last,
                region asc nulls last
        ) as place,
    from held
),

totals as (
    select
        held.system_id,
        max(ranked.region) as region,
        sum(held.count_interviews) as count_records,
        min(held.first_on) as first_on,
        max(held.last_on) as last_on,
    from held
    left join ranked
        on held.system_id = ranked.system_id and ranked.place = 1
    group by held.system_id
)

select
    'ats_user' as system,
    named.system_id,
    min(named.full_name) as full_name,
    min(named.email) as email,
    min(named.employee_id_given) as employee_id_given,
    min(totals.region) as region,
    cast(null as varchar) as role_profile,
    coalesce(max(totals.count_records), 0) as count_records,
    cast(0 as double) as amount,
    min(totals.first_on) as first_on,
    max(totals.last_on) as last_on,
from named
left join totals
    on named.system_id = totals.system_id
group by named.system_id
