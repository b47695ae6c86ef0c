-- Crm users as exported, one row per CRM login, in our types, with its first fault.
with typed as (
    select
        file_id,
        owner_id as owner_id_given,
        full_name as full_name_given,
        email as email_given,
        employee_id as employee_id_given,
        case when owner_id like ' %' or owner_id like '% ' then nullif(trim(owner_id), '') else owner_id end as owner_id,
        case when full_name like ' %' or full_name like '% ' then nullif(trim(full_name), '') else full_name end as full_name,
        lower(case when email like ' %' or email like '% ' then nullif(trim(email), '') else email end) as email,
        case when employee_id like ' %' or employee_id like '% ' then nullif(trim(employee_id), '') else employee_id end as employee_id,
    from raw.crm_users
)

select
    file_id,
    owner_id,
    full_name,
    email,
    employee_id,
    case
        when owner_id is null and coalesce(trim(owner_id_given), '') = ''
            then 'owner_id|empty|' || coalesce(owner_id_given, '')
        when not regexp_matches(owner_id, '^[!-~]([ -~]*[!-~])?$')
            then 'owner_id|not_printable|' || coalesce(owner_id_given, '')
        when owner_id like '%E+%' and regexp_matches(owner_id, '^[0-9]([.,][0-9]+)?E[+][0-9]+$')
            then 'owner_id|digits_lost|' || coalesce(owner_id_given, '')
        when full_name is null and coalesce(trim(full_name_given), '') = ''
            then 'full_name|empty|' || coalesce(full_name_given, '')
        when not regexp_matches(full_name, '[!-~¡-¬®-῾‐-‧‰-⁞⁰-⿻、-ﻼ！-🫿]')
            then 'full_name|empty|' || coalesce(full_name_given, '')
        when not regexp_matches(employee_id, '^[!-~]([ -~]*[!-~])?$')
            then 'employee_id|not_printable|' || coalesce(employee_id_given, '')
        when employee_id like '%E+%' and regexp_matches(employee_id, '^[0-9]([.,][0-9]+)?E[+][0-9]+$')
            then 'employee_id|digits_lost|' || coalesce(employee_id_given, '')
    end as fault,
from typed
