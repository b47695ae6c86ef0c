-- How many applicants each side turned down for which reason, and whether the agreed profile asks for it.
-- ignores: outcome_window, because an application has no tenure yet
-- counts: count_rejections
select
    rejections.department,
    rejections.reason,
    rejections.is_asked_for,
    rejections.is_asked_by_name,
    count(*) as count_rejections,
from marts.rejections
inner join applications_in_scope as applications
    on rejections.application_id = applications.application_id
where rejections.department is not null
group by
    rejections.department,
    rejections.reason,
    rejections.is_asked_for,
    rejections.is_asked_by_name
order by
    rejections.department asc,
    count_rejections desc,
    rejections.reason asc,
    rejections.is_asked_for asc
