-- On how many of each group the company decided at each stage and in all, how many went on, how many of their roles would.
-- ignores: all filters, because two answers that are one person apart would tell that person's group
-- confined: attribute, stage, group_name, count_people; of few people it tells only a sum with others, and on its page alone
select
    attribute,
    stage,
    stage_order,
    group_name,
    count_people,
    count_decided,
    count_selected,
    count_expected,
from marts.fairness_counts
order by
    attribute asc,
    stage_order asc,
    group_name asc nulls last
