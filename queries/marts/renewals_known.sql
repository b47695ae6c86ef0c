-- One row per company: of how many won deals the account is known, and how many are renewals.
select
    count(*) filter (where opportunities.fingerprint is not null) as count_with_account,
    count(*) filter (where opportunities.kind = 'renewal') as count_renewals,
from staging.opportunities
cross join marts.company
where opportunities.is_won and opportunities.amount > 0 and opportunities.closed_on <= company.as_of
