-- One row per system and e-mail address of its logins, with the login and the person it belongs to.
with logins as (
    select
        'crm' as system,
        owner_id as login_id,
        full_name,
        email,
        person_id,
    from marts.crm_logins
    union all
    select
        'ats_user' as system,
        ats_user_id as login_id,
        full_name,
        email,
        person_id,
    from marts.ats_logins
)

select
    logins.system,
    logins.email,
    min(logins.login_id) as login_id,
    min(logins.full_name) as full_name,
    min(logins.person_id) as person_id,
from logins
left join staging.addresses_of_nobody as nobodys
    on logins.email = nobodys.address
where logins.email is not null and nobodys.address is null
group by
    logins.system,
    logins.email
