-- Every file, and what became of each of its rows.
-- ignores: all filters, because it tells of the exports as a whole
-- company: no person as such
-- raw: file; a file, or a sheet of one, may be called by a name
select *
from marts.files_read
order by place
