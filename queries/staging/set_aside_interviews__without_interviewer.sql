-- An interview that names no interviewer (id, e-mail or name) tells nothing about anyone.
select
    row_id,
    'interviewer_id' as column_name,
    'empty' as reason,
    '' as found,
from staging.stg_interviews
where
    interviewer_id is null
    and interviewer_email is null
    and interviewer_name is null
    and fault is null
