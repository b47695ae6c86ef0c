-- What was noticed while reading (encodings, skipped lines, erased people): the first thousand, all counted.
-- ignores: all filters, because it tells of the exports as a whole
-- company: no person as such
-- raw: file, line, column_name, found, outcome, todo; as read, of whatever region
select
    notes.*,
    count(*) over () as count_notes,
from marts.notes
order by place
limit 1000
