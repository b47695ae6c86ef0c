-- Every table of the contract, whether it is there, and what it would light up.
-- ignores: all filters, because it tells of the exports as a whole
-- company: no person as such
select *
from marts.tables_expected
order by place
