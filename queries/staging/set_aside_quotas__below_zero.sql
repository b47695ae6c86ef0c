-- A quota asks for something or for nothing: one below zero is a correction of another row, or a slip.
select
    row_id,
    'amount' as column_name,
    'below_zero' as reason,
    cast(amount as varchar) as found,
from staging.stg_quotas
where amount < 0 and fault is null
