-- The days on which nobody of the company works, weekends apart.
-- ignores: all filters, because the calendar is the company's
-- company: days, no person
select holiday_on
from marts.holidays
order by holiday_on
