-- One row per role with a quota: the first and the last day of which the quotas of those who held it speak.
-- A quota of nothing speaks too: it says that nothing was asked for.
select
    stints.role_profile,
    min(greatest(quotas.period_start_on, stints.starts_on)) as speaks_from,
    max(least(quotas.period_end_on, coalesce(stints.ends_on, quotas.period_end_on))) as speaks_to,
from marts.role_stints as stints
inner join marts.spells
    on stints.employee_id = spells.employee_id and stints.hire_date = spells.hire_date
inner join marts.quotas
    on
        spells.person_id = quotas.person_id
        and stints.starts_on <= quotas.period_end_on
        and coalesce(stints.ends_on, quotas.period_start_on) >= quotas.period_start_on
group by stints.role_profile
