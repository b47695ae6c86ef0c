-- One row per time that Sales explained the brief of an opening or HR read it, with both by name.
select
    briefs.requisition_id,
    briefs.happened_on,
    briefs.explained_by_id is not null as is_explained,
    briefs.read_by_id is not null as is_read,
    coalesce(explainers.full_name, briefs.explained_by_id) as explained_by,
    coalesce(readers.full_name, briefs.read_by_id) as read_by,
from staging.role_briefs_read as briefs
cross join marts.company
left join marts.people as explainers
    on briefs.explained_by_id = explainers.employee_id
left join marts.people as readers
    on briefs.read_by_id = readers.employee_id
where briefs.happened_on <= company.as_of
