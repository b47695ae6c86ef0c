-- Logins, owners, interviewers and hired applications nobody is found for, with what is known of each.
-- ignores: all filters but the viewer's, because it tells of the exports as a whole
-- people: one row a login, with the name
select
    logins.*,
    names_spelt.plain_name,
from logins_in_scope as logins
left join marts.names_spelt
    on logins.full_name = names_spelt.full_name
order by
    logins.amount desc,
    logins.count_records desc,
    logins.system asc,
    logins.system_id asc
