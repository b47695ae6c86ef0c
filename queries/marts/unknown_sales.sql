-- One row per time of which the CRM's file does not hold what was won: before it begins, in a hole, after it ends.
-- From the first such day to the last; where the file begins or ends, to the beginning or the end of time. A fixed
-- number of days would take a company that sells a few large deals a year, or only from autumn to Christmas, for one
-- whose deals are missing, and see nothing in two missing months where something is won every day.
with limits as (
    select
        -- So many expected and none won: by chance one in twenty thousand times, if deals came evenly, and they do not.
        10 as fewest_expected,
        -- Where nothing is known of how often hires win, a quarter without a deal may be.
        92 as longest_without_a_deal,
        -- A season without sales comes again a year on, for most of its days; what lasts nearly a year is none.
        330 as longest_season,
        cast(0.8 as double) as season_in_common
),

paced as (
    select
        gaps.*,
        date_diff('day', gaps.from_on, gaps.to_on) as days,
        case
            when gaps.count_won > 0
                then
                    cast(gaps.count_won as double)
                    / nullif(cast(gaps.days_worked_outside as double), 0)
                    * cast(gaps.days_worked as double)
        end as expected,
    from marts.sales_gaps as gaps
),

seasons as (
    select distinct gaps.from_on
    from paced as gaps
    cross join limits
    inner join paced as others
        on
            gaps.from_on <> others.from_on
            and limits.longest_season >= others.days
    where
        limits.longest_season >= gaps.days
        and greatest(
            date_diff('day', greatest(gaps.from_on + 365, others.from_on), least(gaps.to_on + 365, others.to_on)),
            date_diff('day', greatest(gaps.from_on - 365, others.from_on), least(gaps.to_on - 365, others.to_on))
        )
        >= limits.season_in_common * cast(gaps.days as double)
),

missing as (
    select
        paced.*,
        case
            when lag(paced.to_on) over (order by paced.from_on asc nulls last) = paced.from_on then 0
            else 1
        end as is_new,
    from paced
    cross join limits
    left join seasons
        on paced.from_on = seasons.from_on
    where
        seasons.from_on is null and paced.expected >= limits.fewest_expected
        or paced.expected is null and paced.is_last and paced.days > limits.longest_without_a_deal
),

-- Those that touch are one, with the deals between them.
numbered as (
    select
        missing.*,
        sum(is_new) over (
            order by from_on asc nulls last
            rows between unbounded preceding and current row
        ) as number,
    from missing
)

select
    date '0001-01-01' as from_on,
    first_opportunity_on - 1 as to_on,
    true as is_begin,
    false as is_end,
    cast(null as bigint) as count_hires,
    cast(null as bigint) as count_won,
from marts.company
where first_opportunity_on is not null
union all
select
    min(from_on) + 1 as from_on,
    case when max(case when is_last then 1 else 0 end) = 1 then date '9999-12-31' else max(to_on) - 1 end as to_on,
    false as is_begin,
    max(case when is_last then 1 else 0 end) = 1 as is_end,
    max(count_hires) as count_hires,
    count(*) - 1 as count_won,
from numbered
group by number
