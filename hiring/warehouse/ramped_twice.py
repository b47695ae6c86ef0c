"""Quotas that come with the ramp in them, in a role that is ramped here too: asked, and never scaled unasked."""

from __future__ import annotations

from hiring.loading.ingest import ReadFile
from hiring.loading.messages import Message, counted
from hiring.warehouse.answers import Question
from hiring.warehouse.engine import Engine
from hiring.words import one_line

#: A first quota lower by so much than that of settled sellers is a ramp; less may be a smaller territory.
LEAST_LOWER = 0.15
#: With so many of the hires it is a rule, and no single agreement.
LEAST_SHARE = 0.6
FEWEST_HIRES = 5
#: Settled sellers of the role with a quota in the same month, for a middle one to be told.
FEWEST_SETTLED = 3
RIGHT = "these are full quotas, ramp them"

#: Per role with a ramp: hires compared, and those whose quotas of the ramp are lower than the middle settled seller's
#: of the same months. The first month is left out where there is another: many companies cut it by its days.
_LOWER = """
with months as (
    select
        months.employee_id, months.hire_date, months.role_number, months.tenure_month,
        stints.role_profile, roles.ramp_months, date_trunc('month', months.starts_on) as month,
        cast(months.quota as double) / (date_diff('day', months.starts_on, months.ends_on) + 1) as daily
    from marts.hire_months as months
    inner join marts.role_stints as stints using (employee_id, hire_date, role_number)
    inner join staging.role_settings as roles on stints.role_profile = roles.role_profile
    where
        roles.ramp_months > 0 and months.quota > 0
        and months.is_complete and months.is_employed and not months.is_month_of_exit
),
settled as (
    select role_profile, month, median(daily) as daily from months
    where tenure_month > ramp_months group by role_profile, month having count(*) >= $fewest_settled
),
compared as (
    select months.role_profile, sum(months.daily) as own, sum(settled.daily) as usual
    from months inner join settled using (role_profile, month)
    where months.role_number = 1 and months.tenure_month between least(2, months.ramp_months) and months.ramp_months
    group by months.role_profile, months.employee_id, months.hire_date
)
select role_profile, count(*), count(*) filter (where own <= usual * (1 - $lower) * (1 + 1e-9)) as count_lower
from compared group by role_profile
having count(*) >= $fewest_hires and count_lower >= count(*) * $share - 1e-9
order by role_profile
"""


def asked(engine: Engine, files: list[ReadFile]) -> list[Question]:
    """One question a role whose hires' first quotas are lower than those of settled sellers, though it has a ramp."""
    given = {
        "lower": LEAST_LOWER,
        "share": LEAST_SHARE,
        "fewest_hires": FEWEST_HIRES,
        "fewest_settled": FEWEST_SETTLED,
    }
    file = next((file for file in files if file.table == "quotas" and file.path is not None), None)
    if file is None:
        return []
    questions = []
    for role, count, lower in engine.query_rows(_LOWER, given):
        name = one_line(role, 40)
        message = Message(
            "held",
            file.file,
            column="amount",
            found=f"lower first quotas for {lower:,} of {counted(count, f'{name} hire')}",
            wanted="full quotas from the first day, as the role is ramped here too",
            outcome="build held",
            todo=f'set ramp_months = 0 under [roles."{name}"] in config.toml if they come ramped, or answer',
        )
        key = f"ramped twice {role}"
        questions.append(Question(key, message, (RIGHT,), file.sha256, binds=False))
    return questions
