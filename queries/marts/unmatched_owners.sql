-- One row per CRM login or owner nobody is found for: how it is named, what it sold and when, and where.
with credited as (
    select
        credits.owner_key,
        credits.territory,
        spells.region,
        count(*) as count_deals,
        sum(credits.amount) as amount,
        min(credits.closed_on) as first_on,
        max(credits.closed_on) as last_on,
    from marts.credits
    left join marts.spells
        on credits.employee_id = spells.employee_id and credits.hire_date = spells.hire_date
    group by
        credits.owner_key,
        credits.territory,
        spells.region
),

regions as (
    select
        territory,
        region,
        row_number() over (
            partition by territory
            order by sum(count_deals) desc nulls last, region asc nulls last
        ) as place,
    from credited
    where territory is not null and region is not null
    group by
        territory,
        region
),

named as (
    select
        owner_key,
        system_id,
        full_name,
        email,
        null as employee_id_given,
    from marts.owners
    where person_id is null
    union all
    select
        null as owner_key,
        logins.owner_id as system_id,
        logins.full_name,
        logins.email,
        crm_users.employee_id as employee_id_given,
    from marts.crm_logins as logins
    inner join staging.crm_users
        on logins.owner_id = crm_users.owner_id
    where logins.person_id is null
),

sold as (
    select
        named.system_id,
        regions.region,
        sum(credited.count_deals) as count_deals,
        sum(credited.amount) as amount,
        min(credited.first_on) as first_on,
        max(credited.last_on) as last_on,
        row_number() over (
            partition by named.system_id
            order by
                case when regions.region is null then 1 else 0 end asc nulls last,
                sum(credited.count_deals) desc nulls last,
                regions.region asc nulls last
        ) as place,
    from named
    inner join credited
        on named.owner_key = credited.owner_key
    left join regions
        on credited.territory = regions.territory and regions.place = 1
    group by
        named.system_id,
        regions.region
),

totals as (
    select
        system_id,
        max(case when place = 1 then region end) as region,
        sum(count_deals) as count_records,
        cast(sum(amount) as double) as amount,
        min(first_on) as first_on,
        max(last_on) as last_on,
    from sold
    group by system_id
)

select
    'crm' as system,
    named.system_id,
    min(named.full_name) as full_name,
    min(named.email) as email,
    min(named.employee_id_given) as employee_id_given,
    min(totals.region) as region,
    cast(null as varchar) as role_profile,
    coalesce(max(totals.count_records), 0) as count_records,
    coalesce(max(totals.amount), 0) as amount,
    min(totals.first_on) as first_on,
    max(totals.last_on) as last_on,
from named
left join totals
    on named.system_id = totals.system_id
group by named.system_id
