-- One row per system and bare name ("Ada First" of "Ada First (Deactivated User)") that one login or one person has.
with logins as (
    select
        'crm' as system,
        owner_id as login_id,
        bare_name,
        person_id,
    from marts.crm_logins
    union all
    select
        'ats_user' as system,
        ats_user_id as login_id,
        bare_name,
        person_id,
    from marts.ats_logins
)

select
    system,
    bare_name,
    min(login_id) as login_id,
    min(person_id) as person_id,
from logins
where bare_name <> ''
group by
    system,
    bare_name
having count(*) = 1 or (count(*) = count(person_id) and count(distinct person_id) = 1)
