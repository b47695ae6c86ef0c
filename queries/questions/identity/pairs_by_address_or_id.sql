-- Somebody nobody is found for and an employee whose address agrees before its @, or whose id does without its zeros.
-- ignores: all filters, because it tells of the exports as a whole
-- people: one row a pair
with logins as (
    select
        system || '|' || system_id as login_key,
        nullif(ltrim(lower(system_id), '0'), '') as own_id,
        nullif(ltrim(lower(coalesce(employee_id_given, regexp_extract(full_name, '[0-9]{3,}'))), '0'), '') as given_id,
        regexp_replace(split_part(email, '@', 1), '[+].*', '') as mailbox,
    from marts.unmatched
),

people as (
    select
        person_id,
        ltrim(lower(employee_id), '0') as bare_id,
    from marts.people
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
    bool_or(way = 'mailbox') as is_mailbox_alike,
    bool_or(way = 'given id') as is_given_id_alike,
    bool_or(way = 'own id') as is_own_id_alike,
from found
group by
    login_key,
    person_id
order by
    login_key asc,
    person_id asc
