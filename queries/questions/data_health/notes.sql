-- What was noticed while reading: encodings, skipped lines, erased people.
-- ignores: all filters, because it tells of the exports as a whole
-- company: no person as such
select *
from marts.notes
order by place
