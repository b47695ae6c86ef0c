-- One row per day on which nobody of the company works, weekends apart.
select holiday_on
from staging.holidays
