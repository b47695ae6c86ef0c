-- Naming the interviewers neither lost nor multiplied an interview.
with ours as (
    select count(*) as count_rows from marts.interviews
),

read_in as (
    select count(*) as count_rows from staging.interviews
)

select
    ours.count_rows,
    read_in.count_rows as count_read,
from ours
cross join read_in
where ours.count_rows <> read_in.count_rows
