-- Crm users as exported, one row per CRM login, in our types, with its first fault.
with typed as (
    select
        file_id,
        owner_id as owner_id_given,
        full_name as full_name_given,
        email as email_given,
        employee_id as employee_id_given,
        nullif(trim(owner_id), '') as owner_id,
        nullif(trim(full_name), '') as full_name,
        nullif(lower(trim(email)), '') as email,
        nullif(trim(employee_id), '') as employee_id,
    from raw.crm_users
)

select
    file_id,
    owner_id,
    full_name,
    email,
    employee_id,
    case
        when coalesce(trim(owner_id_given), '') = ''
            then 'owner_id|empty|' || coalesce(owner_id_given, '')
        when not regexp_matches(owner_id, '^[!-~]([ -~]*[!-~])?$')
            then 'owner_id|not_printable|' || coalesce(owner_id_given, '')
        when owner_id like '%E+%' and regexp_matches(owner_id, '^[0-9]([.,][0-9]+)?E[+][0-9]+$')
            then 'owner_id|digits_lost|' || coalesce(owner_id_given, '')
        when coalesce(trim(full_name_given), '') = ''
            then 'full_name|empty|' || coalesce(full_name_given, '')
        when not regexp_matches(full_name, '[!-~¡-¬®-῾‐-‧‰-⁞⁰-⿻、-ﻼ！-🫿]')
            then 'full_name|empty|' || coalesce(full_name_given, '')
        when not regexp_matches(employee_id, '^[!-~]([ -~]*[!-~])?$')
            then 'employee_id|not_printable|' || coalesce(employee_id_given, '')
        when employee_id like '%E+%' and regexp_matches(employee_id, '^[0-9]([.,][0-9]+)?E[+][0-9]+$')
            then 'employee_id|digits_lost|' || coalesce(employee_id_given, '')
    end as fault,
from typed
