-- Employees as exported, one row per employment spell (a rehire has two), in our types, with its first fault.
with typed as (
    select
        file_id,
        employee_id as employee_id_given,
        full_name as full_name_given,
        work_email as work_email_given,
        department as department_given,
        job_title as job_title_given,
        role_profile as role_profile_given,
        manager_id as manager_id_given,
        region as region_given,
        segment as segment_given,
        hire_date as hire_date_given,
        original_hire_date as original_hire_date_given,
        termination_date as termination_date_given,
        termination_type as termination_type_given,
        case when employee_id like ' %' or employee_id like '% ' then nullif(trim(employee_id), '') else employee_id end as employee_id,
        case when full_name like ' %' or full_name like '% ' then nullif(trim(full_name), '') else full_name end as full_name,
        lower(case when work_email like ' %' or work_email like '% ' then nullif(trim(work_email), '') else work_email end) as work_email,
        case
            when department = 'Sales'
                then 'Sales'
            when department = 'HR'
                then 'HR'
            when regexp_matches(lower(trim(department)), '^(sales|account executive|business development|revenue|account management)$')
                then 'Sales'
            when regexp_matches(lower(trim(department)), '^(hr|human resources|people|talent|recruit|people operations)$')
                then 'HR'
            when regexp_matches(lower(trim(department)), '(^|[^a-z])(sales|account executive|business development|revenue|account management)')
                then 'Sales'
            when regexp_matches(lower(trim(department)), '(^|[^a-z])(hr|human resources|people|talent|recruit|people operations)')
                then 'HR'
            when lower(trim(department)) <> ''
                then 'Other'
        end as department,
        case when job_title like ' %' or job_title like '% ' then nullif(trim(job_title), '') else job_title end as job_title,
        case when role_profile like ' %' or role_profile like '% ' then nullif(trim(role_profile), '') else role_profile end as role_profile,
        case when manager_id like ' %' or manager_id like '% ' then nullif(trim(manager_id), '') else manager_id end as manager_id,
        case when region like ' %' or region like '% ' then nullif(trim(region), '') else region end as region,
        case when segment like ' %' or segment like '% ' then nullif(trim(segment), '') else segment end as segment,
        case
            when (hire_date like '____-__-__' and hire_date not like '% %')
                then try_cast(hire_date as date)
            when regexp_matches(hire_date, '^[0-9-]{10}[T ][0-9:.]+$')
                then cast(try_cast(hire_date as timestamp) as date)
            when regexp_matches(hire_date, '^[0-9-]{10}[T ][0-9:.]+(Z|[+-][0-9:]+)$')
                then cast((try_cast(hire_date as timestamp with time zone) at time zone $time_zone) as date)
        end as hire_date,
        case
            when (original_hire_date like '____-__-__' and original_hire_date not like '% %')
                then try_cast(original_hire_date as date)
            when regexp_matches(original_hire_date, '^[0-9-]{10}[T ][0-9:.]+$')
                then cast(try_cast(original_hire_date as timestamp) as date)
            when regexp_matches(original_hire_date, '^[0-9-]{10}[T ][0-9:.]+(Z|[+-][0-9:]+)$')
                then cast((try_cast(original_hire_date as timestamp with time zone) at time zone $time_zone) as date)
        end as original_hire_date,
        case
            when (termination_date like '____-__-__' and termination_date not like '% %')
                then try_cast(termination_date as date)
            when regexp_matches(termination_date, '^[0-9-]{10}[T ][0-9:.]+$')
                then cast(try_cast(termination_date as timestamp) as date)
            when regexp_matches(termination_date, '^[0-9-]{10}[T ][0-9:.]+(Z|[+-][0-9:]+)$')
                then cast((try_cast(termination_date as timestamp with time zone) at time zone $time_zone) as date)
        end as termination_date,
        case
            when termination_type = 'voluntary'
                then 'voluntary'
            when termination_type = 'involuntary'
                then 'involuntary'
            when termination_type = 'other'
                then 'other'
            when regexp_matches(lower(trim(termination_type)), '^(voluntary)$')
                then 'voluntary'
            when regexp_matches(lower(trim(termination_type)), '^(involuntary)$')
                then 'involuntary'
            when regexp_matches(lower(trim(termination_type)), '^(other)$')
                then 'other'
        end as termination_type,
    from raw.employees
)

select
    file_id,
    employee_id,
    full_name,
    work_email,
    department,
    nullif(department_given, department) as department_given,
    job_title,
    role_profile,
    manager_id,
    region,
    segment,
    hire_date,
    original_hire_date,
    termination_date,
    termination_type,
    case
        when employee_id is null and coalesce(trim(employee_id_given), '') = ''
            then 'employee_id|empty|' || coalesce(employee_id_given, '')
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
        when full_name is null and coalesce(trim(full_name_given), '') = ''
            then 'full_name|empty|' || coalesce(full_name_given, '')
        when not regexp_matches(full_name, '[!-~¡-¬®-῾‐-‧‰-⁞⁰-⿻、-ﻼ！-🫿]')
            then 'full_name|empty|' || coalesce(full_name_given, '')
        when department is null and coalesce(trim(department_given), '') = ''
            then 'department|empty|' || coalesce(department_given, '')
        when department is null and trim(department_given) <> ''
            then 'department|not_in_list|' || coalesce(department_given, '')
        when not regexp_matches(manager_id, '^[!-~]([ -~]*[!-~])?$')
            and (
                not regexp_matches(
                    manager_id,
                    '^[ -~À-ÖØ-öø-ʯḀ-ỿͰ-ͳͶͷͻ-ͽΆΈ-Ͽἀ-ῼЀ-ҁҊ-ԯ'
                    || '\x{531}-\x{556}\x{561}-\x{587}\x{5D0}-\x{5EA}\x{620}-\x{63F}\x{641}-\x{64A}\x{660}-\x{669}'
                    || '\x{671}-\x{6D3}\x{6F0}-\x{6F9}\x{900}-\x{DFF}\x{E01}-\x{E3A}\x{E40}-\x{E59}'
                    || 'Ⴀ-ჿሀ-፿々ぁ-ゖァ-ヺー㐀-䶿一-鿿가-힣–’№]+$'
                )
                or regexp_matches(
                    manager_id,
                    '[A-Za-zÀ-ʯḀ-ỿ][0-9]*[Ͱ-ԯἀ-῿]|[Ͱ-ԯἀ-῿][0-9]*[A-Za-zÀ-ʯḀ-ỿ]|[Ͱ-Ͽἀ-῿][0-9]*[Ѐ-ԯ]|[Ѐ-ԯ][0-9]*[Ͱ-Ͽἀ-῿]'
                    || '|[A-Za-zÀ-ԯḀ-῿][0-9]*[^ -~À-ԯḀ-῿№–’]|[^ -~À-ԯḀ-῿№–’][0-9]*[A-Za-zÀ-ԯḀ-῿]'
                )
            )
            then 'manager_id|not_printable|' || coalesce(manager_id_given, '')
        when manager_id like '%E+%' and regexp_matches(manager_id, '^[0-9]([.,][0-9]+)?E[+][0-9]+$')
            then 'manager_id|digits_lost|' || coalesce(manager_id_given, '')
        when hire_date is null and coalesce(trim(hire_date_given), '') = ''
            then 'hire_date|empty|' || coalesce(hire_date_given, '')
        when hire_date is null and trim(hire_date_given) <> ''
            then 'hire_date|not_a_day|' || coalesce(hire_date_given, '')
        when hire_date < date '1950-01-01' or hire_date > $latest_day
            then 'hire_date|sentinel_day|' || coalesce(hire_date_given, '')
        when original_hire_date is null and trim(original_hire_date_given) <> ''
            then 'original_hire_date|not_a_day|' || coalesce(original_hire_date_given, '')
        when original_hire_date < date '1950-01-01' or original_hire_date > $latest_day
            then 'original_hire_date|sentinel_day|' || coalesce(original_hire_date_given, '')
        when termination_date is null and trim(termination_date_given) <> ''
            then 'termination_date|not_a_day|' || coalesce(termination_date_given, '')
        when termination_date < date '1950-01-01' or termination_date > $latest_day
            then 'termination_date|sentinel_day|' || coalesce(termination_date_given, '')
        when termination_type is null and trim(termination_type_given) <> ''
            then 'termination_type|not_in_list|' || coalesce(termination_type_given, '')
    end as fault,
from typed
