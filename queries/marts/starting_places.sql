-- One row per hire: region, segment and manager on the day the sales clock started.
-- The latest job begun by then says it; else the list, unless it says what the latest change says: then it is of today,
-- and the first change is the oldest that is known.
with clocks as (
    select
        employee_id,
        hire_date,
        starts_on as sales_start_on,
    from marts.role_stints
    where role_number = 1
),

turned as (
    select
        clocks.employee_id,
        clocks.hire_date,
        jobs.starts_on <= clocks.sales_start_on as is_begun,
        jobs.manager_id,
        jobs.region,
        jobs.segment,
        row_number() over (
            partition by clocks.employee_id, clocks.hire_date, jobs.starts_on <= clocks.sales_start_on
            order by jobs.starts_on asc nulls last
        ) as place,
        row_number() over (
            partition by clocks.employee_id, clocks.hire_date, jobs.starts_on <= clocks.sales_start_on
            order by jobs.starts_on desc nulls last
        ) as place_from_end,
    from clocks
    inner join marts.job_rows as jobs
        on clocks.employee_id = jobs.employee_id and clocks.hire_date = jobs.hire_date
)

select
    spells.employee_id,
    spells.hire_date,
    case
        when begun.employee_id is not null then coalesce(begun.manager_id, spells.manager_id)
        when latest.manager_id = spells.manager_id then coalesce(first_change.manager_id, spells.manager_id)
        else spells.manager_id
    end as manager_id,
    case
        when begun.employee_id is not null then coalesce(begun.region, spells.region)
        when latest.region = spells.region then coalesce(first_change.region, spells.region)
        else spells.region
    end as region,
    case
        when begun.employee_id is not null then coalesce(begun.segment, spells.segment)
        when latest.segment = spells.segment then coalesce(first_change.segment, spells.segment)
        else spells.segment
    end as segment,
from clocks
inner join marts.spells
    on clocks.employee_id = spells.employee_id and clocks.hire_date = spells.hire_date
left join turned as begun
    on
        clocks.employee_id = begun.employee_id
        and clocks.hire_date = begun.hire_date
        and begun.is_begun
        and begun.place_from_end = 1
left join turned as first_change
    on
        clocks.employee_id = first_change.employee_id
        and clocks.hire_date = first_change.hire_date
        and not first_change.is_begun
        and first_change.place = 1
left join turned as latest
    on
        clocks.employee_id = latest.employee_id
        and clocks.hire_date = latest.hire_date
        and not latest.is_begun
        and latest.place_from_end = 1
