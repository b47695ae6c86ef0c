-- One row per outcome window that may be chosen: so many months from the start.
select 3 as outcome_window
union all
select 6 as outcome_window
union all
select 9 as outcome_window
union all
select 12 as outcome_window
union all
select 18 as outcome_window
union all
select 24 as outcome_window
