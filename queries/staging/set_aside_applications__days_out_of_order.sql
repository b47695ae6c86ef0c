-- An application is made before it is ended, offered or accepted.
select
    row_id,
    case
        when ended_on < applied_on then 'ended_on'
        when offered_on < applied_on then 'offered_on'
        else 'accepted_on'
    end as column_name,
    'before_the_application' as reason,
    cast(
        case
            when ended_on < applied_on then ended_on
            when offered_on < applied_on then offered_on
            else accepted_on
        end as varchar
    ) as found,
from staging.stg_applications
where
    (ended_on < applied_on or offered_on < applied_on or accepted_on < applied_on)
    and fault is null
