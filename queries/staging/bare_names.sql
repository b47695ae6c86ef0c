-- One row per name of a person as a system writes it, without what systems hang on it, and the address that stands in it.
with named as (
    select full_name from staging.stg_employees
    union
    select full_name from staging.stg_crm_users
    union
    select full_name from staging.stg_ats_users
    union
    select owner_name as full_name from staging.stg_opportunities
    union
    select interviewer_name as full_name from staging.stg_interviews
),

-- "Ada First (Deactivated User)", "[inactive] Ada First"
unmarked as (
    select
        full_name,
        regexp_replace(
            lower(full_name),
            '[(\[{][^)\]}]*(deactivated|inactive|disabled|deleted|removed|former|left|leaver|terminated|archived|'
            || 'suspended|resigned|no longer|ex-|do not use|ausgeschieden|inaktiv|deaktiviert)[^)\]}]*[)\]}]',
            ' ', 'g'
        ) as letters,
    from named
    where full_name is not null
),

-- "zz_Ada First - LEFT", "Ada First <ada@firm.example>"
parted as (
    select
        full_name,
        split_part(
            regexp_replace(
                regexp_replace(
                    regexp_replace(letters, '<[^<>]*>', ' ', 'g'),
                    '^ *(z{2,}|x{2,}|old|ex|inactive|deactivated|former)[_ .:-]+', '', 'g'
                ),
                ' [-–—|/]+ *(left|leaver|inactive|deactivated|disabled|deleted|former|terminated|archived|resigned)($|[^a-z])',
                chr(1), 'g'
            ),
            chr(1), 1
        ) as letters,
        regexp_extract(lower(full_name), '(^|[ <>(),;:])([^ <>(),;:@]+@[^ <>(),;:@]+)', 2) as address,
    from unmarked
)

select
    full_name,
    trim(regexp_replace(letters, '[ ,]+', ' ', 'g')) as bare_name,
    case when address like '%@%_._%' then address end as address,
from parted
