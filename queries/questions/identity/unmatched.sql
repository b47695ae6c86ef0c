-- Logins, owners, interviewers and hired applications nobody is found for, with what is known of each.
-- ignores: all filters, because it tells of the exports as a whole
-- people: one row a login, with the name
select
    unmatched.system || '|' || unmatched.system_id as login_key,
    unmatched.*,
    names_spelt.plain_name,
from marts.unmatched
left join marts.names_spelt
    on unmatched.full_name = names_spelt.full_name
order by
    unmatched.amount desc,
    unmatched.count_records desc,
    unmatched.system asc,
    unmatched.system_id asc
