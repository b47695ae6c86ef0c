-- One row per way in which the systems do not meet: how many, and how much money where money is meant.
with owners_unmatched as (
    select
        count(distinct owners.owner_key) as count_found,
        cast(coalesce(sum(credits.amount), 0) as double) as amount,
    from marts.owners
    left join marts.credits
        on owners.owner_key = credits.owner_key
    where owners.person_id is null
),

sellers_unmatched as (
    select count(*) as count_found
    from marts.hires
    where not has_login
),

sellers_without_revenue as (
    select count(*) as count_found
    from marts.hires
    where count_deals = 0
),

hired_unmatched as (
    select count(*) as count_found
    from marts.applications
    where status = 'hired' and not is_person_known
),

interviewers_unmatched as (
    select count(distinct interviewer_id) as count_found
    from marts.interviewers
    where not is_matched
)

select
    1 as place,
    'unmatched_owners' as count_name,
    count_found,
    amount,
from owners_unmatched
union all
select
    2 as place,
    'unmatched_sellers' as count_name,
    count_found,
    null as amount,
from sellers_unmatched
union all
select
    3 as place,
    'revenue_before_hire' as count_name,
    count_deals_before_hire as count_found,
    revenue_before_hire as amount,
from marts.revenue_totals
union all
select
    4 as place,
    'revenue_after_exit' as count_name,
    count_deals_after_exit as count_found,
    revenue_after_exit as amount,
from marts.revenue_totals
union all
select
    5 as place,
    'revenue_with_no_seller' as count_name,
    count_deals_of_nobody as count_found,
    revenue_of_nobody as amount,
from marts.revenue_totals
union all
select
    6 as place,
    'sellers_with_no_revenue' as count_name,
    count_found,
    null as amount,
from sellers_without_revenue
union all
select
    7 as place,
    'hired_or_interviewing_without_an_employee' as count_name,
    hired_unmatched.count_found + interviewers_unmatched.count_found as count_found,
    null as amount,
from hired_unmatched
cross join interviewers_unmatched
