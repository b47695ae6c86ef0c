-- One row per ATS login, with the person it was joined to and by what.
with logins as (
    select
        ats_users.ats_user_id,
        ats_users.full_name,
        coalesce(ats_users.email, bare_names.address) as email,
        ats_users.employee_id,
        bare_names.bare_name,
    from staging.ats_users
    left join staging.bare_names
        on ats_users.full_name = bare_names.full_name
),

named as (
    select
        full_name,
        count(*) as count_logins,
    from logins
    group by full_name
)

select
    logins.ats_user_id,
    logins.full_name,
    logins.bare_name,
    logins.email,
    named.count_logins = 1 as is_name_unique,
    coalesce(by_id.person_id, by_address.person_id, by_hand.person_id) as person_id,
    case
        when by_id.person_id is not null then 'id'
        when by_address.person_id is not null then 'e-mail'
        when by_hand.person_id is not null then 'confirmed'
    end as matched_by,
from logins
inner join named
    on logins.full_name = named.full_name
left join marts.people as by_id
    on logins.employee_id = by_id.employee_id
left join marts.addresses as by_address
    on logins.email = by_address.work_email
left join staging.matches as confirmed
    on logins.ats_user_id = confirmed.system_id and confirmed.system = 'ats_user'
left join marts.people as by_hand
    on confirmed.employee_id = by_hand.employee_id
