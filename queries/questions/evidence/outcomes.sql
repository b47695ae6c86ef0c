-- Each hire whose first year counts: what they are grouped by, what their panel voted, and what became of them in it.
-- ignores: all filters and the viewer, because estimates rest on all hires of the company
-- estimates: one row a hire, for the company's one fit; nobody is ever shown a row
with counted as (
    select
        windows.*,
        count(*) filter (where windows.has_quota) over () as count_with_quota,
        rank() over (
            partition by windows.has_quota
            order by
                round(coalesce(windows.ramped_attainment, 0), 9) desc nulls last,
                windows.revenue desc nulls last
        ) as place,
    from marts.hire_windows as windows
    where windows.outcome_window = 12 and windows.role_number = 1 and windows.is_counted
)

select
    hires.employee_id,
    hires.hire_date,
    hires.role_profile,
    hires.region,
    hires.segment,
    hires.source,
    hires.sales_start_on,
    hires.start_year,
    asked_for.profile_version,
    backgrounds.years_in_sales,
    backgrounds.previous_industry,
    coalesce(votes.count_votes, 0) as count_votes,
    coalesce(votes.count_no, 0) as count_no,
    votes.mean_vote,
    counted.is_high_performer,
    case
        when counted.has_quota then counted.revenue > 0 and counted.place <= ceil(0.2 * counted.count_with_quota)
    end as is_best_fifth,
    counted.met_bar,
    counted.is_still_there as has_stayed,
from counted
inner join marts.hires
    on counted.employee_id = hires.employee_id and counted.hire_date = hires.hire_date
left join marts.profiles_asked_for as asked_for
    on counted.employee_id = asked_for.employee_id and counted.hire_date = asked_for.hire_date
left join marts.hire_backgrounds as backgrounds
    on counted.employee_id = backgrounds.employee_id and counted.hire_date = backgrounds.hire_date
left join marts.panel_votes as votes
    on counted.employee_id = votes.employee_id and counted.hire_date = votes.hire_date
order by
    hires.hire_date asc,
    hires.employee_id asc
