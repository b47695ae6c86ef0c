-- One row per ATS login, with the person it was joined to and by what.
with named as (
    select
        full_name,
        count(*) as count_logins,
    from staging.ats_users
    group by full_name
)

select
    ats_users.ats_user_id,
    ats_users.full_name,
    ats_users.email,
    named.count_logins = 1 as is_name_unique,
    coalesce(by_id.person_id, by_address.person_id, by_hand.person_id) as person_id,
    case
        when by_id.person_id is not null then 'id'
        when by_address.person_id is not null then 'e-mail'
        when by_hand.person_id is not null then 'confirmed'
    end as matched_by,
from staging.ats_users
inner join named
    on ats_users.full_name = named.full_name
left join marts.people as by_id
    on ats_users.employee_id = by_id.employee_id
left join marts.addresses as by_address
    on ats_users.email = by_address.work_email
left join staging.matches as confirmed
    on ats_users.ats_user_id = confirmed.system_id and confirmed.system = 'ats_user'
left join marts.people as by_hand
    on confirmed.employee_id = by_hand.employee_id
