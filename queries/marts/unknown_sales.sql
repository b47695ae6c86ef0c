-- One row per time of which the CRM's file does not hold what was won: before it begins, in a hole, after it ends.
-- From the first such day to the last; where the file begins or ends, to the beginning or the end of time. A fixed
-- number of days would take a company that sells a few large deals a year, or only from autumn to Christmas, for one
-- whose deals are missing, and see nothing in two missing months where something is won every day.
with limits as (
    select
        -- So many expected and none won: by chance one in twenty thousand times, if deals came evenly, and they do not.
        10 as fewest_expected,
        -- Who has won few deals has no pace yet: all of them outside must be a chance of one in a thousand (its log).
        7 as least_surprise,
        -- A season without sales comes again a year on, for most of its days; what lasts nearly a year is none.
        330 as longest_season,
        cast(0.8 as double) as season_in_common
),

known as (
    select
        from_on,
        to_on,
        is_last,
        count_hires,
        date_diff('day', from_on, to_on) as days,
        -- Where no hire has won anything, the pace at the end is that of everybody before.
        case when count_won = 0 and is_last then count_won_by_all else count_won end as count_won,
        case
            when count_won = 0 and is_last
                then cast(date_diff('day', from_on, to_on) as double) / nullif(cast(days_of_all as double), 0)
            else cast(days_worked as double) / nullif(cast(days_worked_outside as double), 0)
        end as times_outside,
    from marts.sales_gaps
),

paced as (
    select
        known.*,
        cast(known.count_won as double) * cast(known.times_outside as double) >= limits.fewest_expected
        and cast(known.count_won as double) * ln(1 + cast(known.times_outside as double)) >= limits.least_surprise
            as is_surprising,
    from known
    cross join limits
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
    left join seasons
        on paced.from_on = seasons.from_on
    where seasons.from_on is null and paced.is_surprising
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
