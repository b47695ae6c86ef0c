-- One row per department, question and whole quarter of the company's fiscal year: answers, and those of 7 of 10 or more.
-- Nothing smaller is kept: no quarter of fewer than five answers, none that all or nobody answered so, for then each
-- one's answer is known, and none that still runs, for what a later build adds to one would be somebody's answer.
with answers as (
    select
        pulse.department,
        pulse.question,
        pulse.score,
        cast(
            date_trunc(
                'quarter', pulse.answered_on - ((company.fiscal_year_starts_in - 1) % 3) * interval '1' month
            ) + ((company.fiscal_year_starts_in - 1) % 3) * interval '1' month as date
        ) as quarter_start,
        company.as_of,
    from staging.pulse as pulse
    cross join marts.company
)

select
    department,
    question,
    quarter_start,
    count(*) as count_answers,
    count(*) filter (where score >= 7) as count_favourable,
from answers
where cast(quarter_start + interval '3' month as date) <= as_of + 1
group by
    department,
    question,
    quarter_start
having count(*) >= 5 and count(*) filter (where score >= 7) between 1 and count(*) - 1
