-- How free words (departments, stages) were read.
-- ignores: all filters, because it tells of the exports as a whole
-- company: no person as such
-- raw: given; a cell as read, of whatever region
select *
from marts.words_read
order by table_name, column_name, given
