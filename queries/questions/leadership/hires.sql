-- Each hire: came to lead people, and after how long; who interviewed them, by department; whom they report to; no names.
-- each: one row a hire without a name, only ever shown summed up
with seats as (
    select
        employee_id,
        hire_date,
        count(*) filter (where department = 'HR') as count_hr,
        count(*) filter (where department = 'Sales') as count_sales,
    from marts.panel_seats
    group by
        employee_id,
        hire_date
)

select
    hires.employee_id,
    hires.hire_date,
    hires.role_profile,
    hires.source,
    hires.sales_start_on,
    hires.months_since_hire,
    hires.days_observed,
    hires.has_left,
    hires.is_counted,
    hires.met_bar,
    hires.is_high_performer,
    coalesce(seats.count_hr, 0) as count_hr,
    coalesce(seats.count_sales, 0) as count_sales,
    leads.is_told,
    leads.leads_from,
    leads.days_to_lead,
    leads.leads_today,
    leads.count_reports,
    leads.is_selling,
    leads.manager_id,
    leads.is_manager_gone,
    case when list_contains($viewer_regions, leads.region_now) then leads.region_now end as region_now,
from hires_in_scope as hires
inner join marts.leads
    on hires.employee_id = leads.employee_id and hires.hire_date = leads.hire_date
left join seats
    on hires.employee_id = seats.employee_id and hires.hire_date = seats.hire_date
order by
    hires.sales_start_on asc,
    hires.employee_id asc
