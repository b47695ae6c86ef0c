-- Opportunity splits as exported, one row per credit, in our types, with its first fault.
with typed as (
    select
        file_id,
        opportunity_id as opportunity_id_given,
        owner_id as owner_id_given,
        share as share_given,
        case when opportunity_id like ' %' or opportunity_id like '% ' then nullif(trim(opportunity_id), '') else opportunity_id end as opportunity_id,
        case when owner_id like ' %' or owner_id like '% ' then nullif(trim(owner_id), '') else owner_id end as owner_id,
        case
            when regexp_matches(share, '^-?[0-9]+([.][0-9]+)?$')
                then try_cast(share as decimal(18, 6))
        end as share,
    from raw.opportunity_splits
)

select
    file_id,
    opportunity_id,
    owner_id,
    share,
    case
        when opportunity_id is null and coalesce(trim(opportunity_id_given), '') = ''
            then 'opportunity_id|empty|' || coalesce(opportunity_id_given, '')
        when not regexp_matches(opportunity_id, '^[!-~]([ -~]*[!-~])?$')
            then 'opportunity_id|not_printable|' || coalesce(opportunity_id_given, '')
        when opportunity_id like '%E+%' and regexp_matches(opportunity_id, '^[0-9]([.,][0-9]+)?E[+][0-9]+$')
            then 'opportunity_id|digits_lost|' || coalesce(opportunity_id_given, '')
        when owner_id is null and coalesce(trim(owner_id_given), '') = ''
            then 'owner_id|empty|' || coalesce(owner_id_given, '')
        when not regexp_matches(owner_id, '^[!-~]([ -~]*[!-~])?$')
            then 'owner_id|not_printable|' || coalesce(owner_id_given, '')
        when owner_id like '%E+%' and regexp_matches(owner_id, '^[0-9]([.,][0-9]+)?E[+][0-9]+$')
            then 'owner_id|digits_lost|' || coalesce(owner_id_given, '')
        when share is null and coalesce(trim(share_given), '') = ''
            then 'share|empty|' || coalesce(share_given, '')
        when share is null and trim(share_given) <> ''
            then 'share|not_a_number|' || coalesce(share_given, '')
    end as fault,
from typed
