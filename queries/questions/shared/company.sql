-- The company, the day the data speak of, and the first and last days of hiring.
-- ignores: all filters, because it says what the data are
-- company: no person
with hired as (
    select
        min(sales_start_on) as first_hire_on,
        max(sales_start_on) as last_hire_on,
        count(*) as count_hires,
    from marts.hires
),

applied as (
    select
        min(applied_on) as first_application_on,
        count(*) as count_applications,
    from marts.applications
),

opened as (
    select min(opened_on) as first_opening_on
    from marts.requisitions
),

expected as (
    select string_agg(table_name, ',' order by place) filter (where count_rows > 0) as tables_loaded
    from marts.tables_expected
)

select
    company.*,
    build.exports,
    build.exports_name,
    build.is_sample,
    build.built_on,
    build.digest,
    hired.first_hire_on,
    hired.last_hire_on,
    hired.count_hires,
    applied.first_application_on,
    applied.count_applications,
    opened.first_opening_on,
    expected.tables_loaded,
from marts.company
cross join marts.build
cross join hired
cross join applied
cross join opened
cross join expected
order by company.as_of
