-- One row per role profile with hires: its bar, ramp and high performers' share.
with hired as (
    select distinct role_profile from marts.hires
)

select
    settings.role_profile,
    settings.bar,
    settings.ramp_months,
    settings.high_performer_share,
from staging.role_settings as settings
inner join hired
    on settings.role_profile = hired.role_profile
