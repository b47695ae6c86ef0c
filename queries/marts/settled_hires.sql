-- One row per company: the hires who stayed half a year before the last won deal, and those of them who own no opportunity.
-- Half a year is enough to have opened something; a file that ends early is told of by itself.
with sellers as (
    select person_id from marts.owners
    where person_id is not null
    group by person_id
    having sum(count_opportunities) > 0
)

select
    count(*) as count_settled,
    count(*) filter (where sellers.person_id is null) as count_without_opportunity,
from marts.hires
left join sellers
    on hires.person_id = sellers.person_id
cross join marts.revenue_since as since
where
    (hires.is_start_observed or hires.is_login_missing)
    and since.last_won_on is not null
    and date_diff('day', hires.sales_start_on, least(hires.last_day, since.last_won_on)) >= 183
