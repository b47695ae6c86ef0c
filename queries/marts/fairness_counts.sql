-- One row per attribute, stage and group (null: not said): on how many was decided, how many went on. Empty unless fairness is on.
-- Only what ended by the end of the last quarter that is over on the data's day is counted, so that no two days' counts are one person apart.
with company as (
    select date_trunc('quarter', as_of + interval '1' day) as ended_before
    from marts.company
    where is_fairness_on
),

-- An offer is answered by the candidate: it is no stage at which the company decides.
decided as (
    select
        application_id,
        'bottom_line' as stage,
        0 as stage_order,
        status = 'hired' as is_selected,
    from marts.applications
    where status in ('hired', 'rejected')
    union all
    select
        stages.application_id,
        stages.stage,
        stages.stage_order,
        stages.has_passed as is_selected,
    from marts.funnel_stages as stages
    inner join marts.applications
        on stages.application_id = applications.application_id
    where stages.stage not in ('offer', 'hired') and (stages.has_passed or applications.status = 'rejected')
),

attributes as (
    select 'gender' as attribute
    union all
    select 'ethnicity' as attribute
    union all
    select 'age_band' as attribute
),

given as (
    select
        attributes.attribute,
        decided.stage,
        decided.stage_order,
        decided.is_selected,
        applications.candidate_id,
        coalesce(applications.role_profile, '') as role_profile,
        case attributes.attribute
            when 'gender' then candidates.gender
            when 'ethnicity' then candidates.ethnicity
            else candidates.age_band
        end as group_given,
    from decided
    inner join marts.applications
        on decided.application_id = applications.application_id
    inner join company
        on
            coalesce(applications.ended_on, applications.applied_on) < company.ended_before
            and applications.status <> 'active'
    cross join attributes
    left join staging.candidates
        on applications.candidate_id = candidates.candidate_id
),

said as (
    select
        *,
        case
            when lower(group_given) in (
                    '-', '?', 'n/a', 'na', 'null', 'unknown', 'unspecified', 'undisclosed', 'keine angabe', 'unbekannt',
                    'not said', 'not given', 'not known', 'not specified', 'not provided', 'not stated', 'not disclosed'
                )
                then null
            when lower(group_given) like 'prefer not to %' or lower(group_given) like 'rather not %' then null
            when lower(group_given) like 'decline%' or lower(group_given) like '%not wish to %' then null
            else lower(group_given)
        end as group_key,
        avg(cast(case when is_selected then 1 else 0 end as double)) over (
            partition by attribute, stage, role_profile
        ) as role_rate,
    from given
)

select
    attribute,
    stage,
    stage_order,
    max(case when group_key is not null then group_given end) as group_name,
    count(distinct candidate_id) as count_people,
    count(*) as count_decided,
    count(*) filter (where is_selected) as count_selected,
    -- Rounded on the way: floats add up to another last digit in another order.
    cast(sum(cast(role_rate as decimal(18, 12))) as double) as count_expected,
from said
group by
    attribute,
    stage,
    stage_order,
    group_key
