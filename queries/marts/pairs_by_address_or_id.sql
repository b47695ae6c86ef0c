-- One row per somebody nobody is found for and person whose address agrees before its @, or id without its zeros.
with logins as (
    select
        system || '|' || system_id as login_key,
        regexp_replace(lower(system_id), '^0+', '', 'g') as own_id,
        regexp_replace(
            lower(coalesce(employee_id_given, regexp_extract(full_name, '[0-9]{3,}', 0))), '^0+', '', 'g'
        ) as given_id,
        regexp_replace(split_part(email, '@', 1), '[+].*', '', 'g') as mailbox,
    from marts.unmatched
),

people as (
    select
        person_id,
        regexp_replace(lower(employee_id), '^0+', '', 'g') as bare_id,
    from marts.people
    where regexp_matches(employee_id, '[^0]')
),

found as (
    select
        logins.login_key,
        addresses.person_id,
        'mailbox' as way,
    from logins
    inner join marts.addresses
        on logins.mailbox = split_part(addresses.work_email, '@', 1)
    where length(logins.mailbox) >= 4
    union
    select
        logins.login_key,
        people.person_id,
        'given id' as way,
    from logins
    inner join people
        on logins.given_id = people.bare_id
    union
    select
        logins.login_key,
        people.person_id,
        'own id' as way,
    from logins
    inner join people
        on logins.own_id = people.bare_id
)

select
    login_key,
    person_id,
    count(*) filter (where way = 'mailbox') > 0 as is_mailbox_alike,
    count(*) filter (where way = 'given id') > 0 as is_given_id_alike,
    count(*) filter (where way = 'own id') > 0 as is_own_id_alike,
from found
group by
    login_key,
    person_id
