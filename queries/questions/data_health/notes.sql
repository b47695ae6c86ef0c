-- What was noticed while reading (encodings, skipped lines, erased people): the first thousand, all counted.
-- ignores: all filters, because it tells of the exports as a whole
-- people: what stands in a cell may name somebody
select
    notes.*,
    count(*) over () as count_notes,
from marts.notes
order by place
limit 1000
