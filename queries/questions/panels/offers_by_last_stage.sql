-- Every answered offer: whether a seller sat in a held interview of the last stage before it, and whether it was accepted.
-- ignores: outcome_window, because an application has no tenure yet
-- each: one row an offer without a name, only ever shown summed up
with last_stage as (
    select
        interviews.application_id,
        bool_or(interviews.department = 'Sales') as has_seller,
    from marts.interviews
    inner join applications_in_scope as applications
        on interviews.application_id = applications.application_id
    where
        interviews.status = 'held'
        and interviews.stage = 'final'
        and cast(interviews.scheduled_for as date) <= applications.offered_on
    group by interviews.application_id
)

select
    applications.role_profile,
    applications.region,
    year(applications.offered_on) as offer_year,
    last_stage.has_seller,
    applications.status = 'hired' as is_accepted,
from applications_in_scope as applications
left join last_stage
    on applications.application_id = last_stage.application_id
where applications.offered_on is not null and applications.status <> 'active'
order by
    applications.role_profile asc,
    applications.region asc,
    offer_year asc,
    last_stage.has_seller asc nulls last,
    is_accepted asc
