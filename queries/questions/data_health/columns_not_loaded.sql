-- Columns of the exports that nobody knows and that were therefore not loaded.
-- ignores: all filters, because it tells of the exports as a whole
-- company: no person as such
-- raw: file, column_name; a heading nobody knows may be a name, or a cell
select *
from marts.columns_not_loaded
order by file, column_name
