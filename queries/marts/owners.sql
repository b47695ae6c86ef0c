-- One row per way the CRM names an owner (id, e-mail, name), with the person it was joined to and by what.
-- An address that stands where the name should is an address, a name where the id should be (a quota sheet) a name.
with named_ways as (
    select
        ways.owner_id,
        coalesce(ways.owner_email, bare_names.address) as owner_email,
        ways.owner_email as email_given,
        ways.owner_name,
        ways.count_opportunities,
        bare_names.bare_name,
    from marts.owner_ways as ways
    left join staging.bare_names
        on ways.owner_name = bare_names.full_name
),

resolved as (
    select
        ways.owner_id,
        ways.email_given,
        ways.owner_name,
        ways.count_opportunities,
        logins.person_id as person_by_login,
        logins.matched_by as login_matched_by,
        by_id.person_id as person_by_id,
        by_address.person_id as person_by_address,
        mail_logins.person_id as person_by_mail_login,
        coalesce(name_logins.person_id, bare_logins.person_id) as person_by_name_login,
        id_names.person_id as person_by_name_for_id,
        by_hand.person_id as person_by_hand,
        coalesce(logins.full_name, mail_logins.full_name, ways.owner_name, ways.owner_email) as full_name,
        coalesce(logins.email, ways.owner_email) as email,
        coalesce(
            ways.owner_id,
            mail_logins.login_id,
            name_logins.owner_id,
            bare_logins.login_id,
            ways.email_given,
            ways.owner_name
        ) as system_id,
    from named_ways as ways
    left join marts.crm_logins as logins
        on ways.owner_id = logins.owner_id
    left join marts.people as by_id
        on ways.owner_id = by_id.employee_id
    left join marts.addresses as by_address
        on ways.owner_email = by_address.work_email
    left join marts.login_addresses as mail_logins
        on ways.owner_email = mail_logins.email and mail_logins.system = 'crm'
    left join marts.crm_logins as name_logins
        on
            ways.owner_name = name_logins.full_name
            and name_logins.is_name_unique
            and ways.owner_id is null
            and ways.owner_email is null
    left join marts.login_names as bare_logins
        on
            ways.bare_name = bare_logins.bare_name
            and bare_logins.system = 'crm'
            and name_logins.owner_id is null
            and ways.owner_id is null
            and ways.owner_email is null
    left join marts.crm_logins as id_names
        on
            ways.owner_id = id_names.full_name
            and id_names.is_name_unique
            and logins.owner_id is null
    left join staging.matches as confirmed
        on
            coalesce(ways.owner_id, ways.email_given, ways.owner_name) = confirmed.system_id
            and confirmed.system = 'crm'
    left join marts.people as by_hand
        on confirmed.employee_id = by_hand.employee_id
)

select
    coalesce(owner_id, '') || '|' || coalesce(email_given, '') || '|' || coalesce(owner_name, '') as owner_key,
    owner_id,
    system_id,
    coalesce(full_name, owner_id) as full_name,
    email,
    coalesce(
        person_by_login,
        person_by_id,
        person_by_address,
        person_by_mail_login,
        person_by_name_login,
        person_by_name_for_id,
        person_by_hand
    ) as person_id,
    case
        when person_by_login is not null then login_matched_by
        when person_by_id is not null then 'id'
        when person_by_address is not null or person_by_mail_login is not null then 'e-mail'
        when coalesce(person_by_name_login, person_by_name_for_id) is not null then 'name in the CRM''s own list'
        when person_by_hand is not null then 'confirmed'
    end as matched_by,
    count_opportunities,
from resolved
