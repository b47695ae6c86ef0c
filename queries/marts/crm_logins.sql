-- One row per CRM login, with the person it was joined to and by what.
with logins as (
    select
        crm_users.owner_id,
        crm_users.full_name,
        coalesce(crm_users.email, bare_names.address) as email,
        crm_users.employee_id,
        bare_names.bare_name,
    from staging.crm_users
    left join staging.bare_names
        on crm_users.full_name = bare_names.full_name
),

confirmed as (
    select
        system_id as owner_id,
        employee_id,
    from staging.matches
    where system = 'crm'
),

named as (
    select
        full_name,
        count(*) as count_logins,
    from logins
    group by full_name
),

candidates as (
    select
        logins.owner_id,
        logins.full_name,
        logins.bare_name,
        logins.email,
        by_id.person_id as person_by_id,
        by_address.person_id as person_by_address,
        by_hand.person_id as person_by_hand,
        named.count_logins = 1 as is_name_unique,
    from logins
    inner join named
        on logins.full_name = named.full_name
    left join marts.people as by_id
        on logins.employee_id = by_id.employee_id
    left join marts.addresses as by_address
        on logins.email = by_address.work_email
    left join confirmed
        on logins.owner_id = confirmed.owner_id
    left join marts.people as by_hand
        on confirmed.employee_id = by_hand.employee_id
)

select
    owner_id,
    full_name,
    bare_name,
    email,
    is_name_unique,
    coalesce(person_by_id, person_by_address, person_by_hand) as person_id,
    case
        when person_by_id is not null then 'id'
        when person_by_address is not null then 'e-mail'
        when person_by_hand is not null then 'confirmed'
    end as matched_by,
from candidates
