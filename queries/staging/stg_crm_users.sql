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
            and (
                not regexp_matches(
                    owner_id,
                    '^[ -~À-ÖØ-öø-ʯḀ-ỿͰ-ͳͶͷͻ-ͽΆΈ-Ͽἀ-ῼЀ-ҁҊ-ԯ'
                    || '\x{531}-\x{556}\x{561}-\x{587}\x{5D0}-\x{5EA}\x{620}-\x{63F}\x{641}-\x{64A}\x{660}-\x{669}'
                    || '\x{671}-\x{6D3}\x{6F0}-\x{6F9}\x{900}-\x{DFF}\x{E01}-\x{E3A}\x{E40}-\x{E59}'
                    || 'Ⴀ-ჿሀ-፿々ぁ-ゖァ-ヺー㐀-䶿一-鿿가-힣–’№]+$'
                )
                or regexp_matches(
                    owner_id,
                    '[A-Za-zÀ-ʯḀ-ỿ][0-9]*[Ͱ-ԯἀ-῿]|[Ͱ-ԯἀ-῿][0-9]*[A-Za-zÀ-ʯḀ-ỿ]|[Ͱ-Ͽἀ-῿][0-9]*[Ѐ-ԯ]|[Ѐ-ԯ][0-9]*[Ͱ-Ͽἀ-῿]'
                    || '|[A-Za-zÀ-ԯḀ-῿][0-9]*[^ -~À-ԯḀ-῿№–’]|[^ -~À-ԯḀ-῿№–’][0-9]*[A-Za-zÀ-ԯḀ-῿]'
                )
            )
            then 'owner_id|not_printable|' || coalesce(owner_id_given, '')
        when owner_id like '%E+%' and regexp_matches(owner_id, '^[0-9]([.,][0-9]+)?E[+][0-9]+$')
            then 'owner_id|digits_lost|' || coalesce(owner_id_given, '')
        when full_name is null and coalesce(trim(full_name_given), '') = ''
            then 'full_name|empty|' || coalesce(full_name_given, '')
        when not regexp_matches(full_name, '[!-~¡-¬®-῾‐-‧‰-⁞⁰-⿻、-ﻼ！-🫿]')
            then 'full_name|empty|' || coalesce(full_name_given, '')
        when not regexp_matches(employee_id, '^[!-~]([ -~]*[!-~])?$')
            and (
                not regexp_matches(
                    employee_id,
                    '^[ -~À-ÖØ-öø-ʯḀ-ỿͰ-ͳͶͷͻ-ͽΆΈ-Ͽἀ-ῼЀ-ҁҊ-ԯ'
                    || '\x{531}-\x{556}\x{561}-\x{587}\x{5D0}-\x{5EA}\x{620}-\x{63F}\x{641}-\x{64A}\x{660}-\x{669}'
                    || '\x{671}-\x{6D3}\x{6F0}-\x{6F9}\x{900}-\x{DFF}\x{E01}-\x{E3A}\x{E40}-\x{E59}'
                    || 'Ⴀ-ჿሀ-፿々ぁ-ゖァ-ヺー㐀-䶿一-鿿가-힣–’№]+$'
                )
                or regexp_matches(
                    employee_id,
                    '[A-Za-zÀ-ʯḀ-ỿ][0-9]*[Ͱ-ԯἀ-῿]|[Ͱ-ԯἀ-῿][0-9]*[A-Za-zÀ-ʯḀ-ỿ]|[Ͱ-Ͽἀ-῿][0-9]*[Ѐ-ԯ]|[Ѐ-ԯ][0-9]*[Ͱ-Ͽἀ-῿]'
                    || '|[A-Za-zÀ-ԯḀ-῿][0-9]*[^ -~À-ԯḀ-῿№–’]|[^ -~À-ԯḀ-῿№–’][0-9]*[A-Za-zÀ-ԯḀ-῿]'
                )
            )
            then 'employee_id|not_printable|' || coalesce(employee_id_given, '')
        when employee_id like '%E+%' and regexp_matches(employee_id, '^[0-9]([.,][0-9]+)?E[+][0-9]+$')
            then 'employee_id|digits_lost|' || coalesce(employee_id_given, '')
    end as fault,
from typed
