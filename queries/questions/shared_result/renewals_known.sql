-- Whether the deals name their accounts, and whether any is a renewal.
-- ignores: all filters, because it says what the CRM's file holds
-- company: no person
select
    count_with_account,
    count_renewals,
from marts.renewals_known
order by count_with_account
