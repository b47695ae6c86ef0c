-- The changes of openings one by one, the latest first: when, what, which side wanted it, and whose opening it was.
-- ignores: sources and outcome_window, because an opening has neither
-- people: the hiring manager and the recruiter of each opening
select
    changes.changed_on,
    changes.requisition_id,
    openings.role_profile,
    changes.what,
    changes.detail,
    changes.raised_by,
    coalesce(managers.full_name, manager_logins.full_name, openings.hiring_manager_id) as hiring_manager,
    coalesce(recruiters.full_name, recruiter_logins.full_name, openings.recruiter_id) as recruiter,
    changes.lost_days,
from marts.requirement_changes as changes
inner join openings_in_scope as openings
    on changes.requisition_id = openings.requisition_id
left join marts.people as managers
    on openings.hiring_manager_id = managers.employee_id
left join marts.ats_logins as manager_logins
    on openings.hiring_manager_id = manager_logins.ats_user_id
left join marts.people as recruiters
    on openings.recruiter_id = recruiters.employee_id
left join marts.ats_logins as recruiter_logins
    on openings.recruiter_id = recruiter_logins.ats_user_id
order by
    changes.changed_on desc,
    changes.requisition_id asc,
    changes.what asc
