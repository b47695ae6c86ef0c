-- How each department answered about working with the other, by question and whole quarter; small quarters are not there.
-- ignores: all filters, because the departments answer as a whole
-- company: sums of answers without a name, the same for everybody, none of fewer than five
select
    department,
    question,
    quarter_start,
    count_answers,
    count_favourable,
from marts.pulse_quarters
order by
    quarter_start asc,
    department asc,
    question asc
