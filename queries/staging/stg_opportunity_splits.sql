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
            and (
                not regexp_matches(
                    opportunity_id,
                    '^[ -~À-ÖØ-öø-ʯḀ-ỿͰ-ͳͶͷͻ-ͽΆΈ-Ͽἀ-ῼЀ-ҁҊ-ԯ'
                    || '\x{531}-\x{556}\x{561}-\x{587}\x{5D0}-\x{5EA}\x{620}-\x{63F}\x{641}-\x{64A}\x{660}-\x{669}'
                    || '\x{671}-\x{6D3}\x{6F0}-\x{6F9}\x{900}-\x{DFF}\x{E01}-\x{E3A}\x{E40}-\x{E59}'
                    || 'Ⴀ-ჿሀ-፿々ぁ-ゖァ-ヺー㐀-䶿一-鿿가-힣–’№]+$'
                )
                or regexp_matches(
                    opportunity_id,
                    '[A-Za-zÀ-ʯḀ-ỿ][0-9]*[Ͱ-ԯἀ-῿]|[Ͱ-ԯἀ-῿][0-9]*[A-Za-zÀ-ʯḀ-ỿ]|[Ͱ-Ͽἀ-῿][0-9]*[Ѐ-ԯ]|[Ѐ-ԯ][0-9]*[Ͱ-Ͽἀ-῿]'
                    || '|[A-Za-zÀ-ԯḀ-῿][0-9]*[^ -~À-ԯḀ-῿№–’]|[^ -~À-ԯḀ-῿№–’][0-9]*[A-Za-zÀ-ԯḀ-῿]'
                )
            )
            then 'opportunity_id|not_printable|' || coalesce(opportunity_id_given, '')
        when opportunity_id like '%E+%' and regexp_matches(opportunity_id, '^[0-9]([.,][0-9]+)?E[+][0-9]+$')
            then 'opportunity_id|digits_lost|' || coalesce(opportunity_id_given, '')
        when owner_id is null and coalesce(trim(owner_id_given), '') = ''
            then 'owner_id|empty|' || coalesce(owner_id_given, '')
        when not regexp_matches(owner_id, '^[!-~]([ -~]*[!-~])?$')
            and (
                not regexp_matches(
                    owner_id,
                    '^[ -~À-ÖØ-öø-ʯḀ-ỿͰ-ͳͶͷͻ-ͽΆΈ-Ͽἀ-ῼЀ-ҁҊ-ԯ'
                    || '\x{531}-\x{556}\x{561}-\x{587}\x{5D0}-\x{5EA}\x{620}-\x{63F}\x{641}-\x{64A}\x{660}-\x{669}'
                    || '\x{671}-\x{6D3}\x{6F0}-\x{6F9}\x{900}-\x{DFF}\x{E01}-\x{E3A}\x{E40}-\x{E59}'
                    || 'Ⴀ-ჿሀ-፿々ぁ-ゖァ-ヺー㐀-䶿一-鿿가-힣–’№]+$'
                )
                or regexp_matches(
                    owner_id,
                    '[A-Za-zÀ-ʯḀ-ỿ][0-9]*[Ͱ-ԯἀ-῿]|[Ͱ-ԯἀ-῿][0-9]*[A-Za-zÀ-ʯḀ-ỿ]|[Ͱ-Ͽἀ-῿][0-9]*[Ѐ-ԯ]|[Ѐ-ԯ][0-9]*[Ͱ-Ͽἀ-῿]'
                    || '|[A-Za-zÀ-ԯḀ-῿][0-9]*[^ -~À-ԯḀ-῿№–’]|[^ -~À-ԯḀ-῿№–’][0-9]*[A-Za-zÀ-ԯḀ-῿]'
                )
            )
            then 'owner_id|not_printable|' || coalesce(owner_id_given, '')
        when owner_id like '%E+%' and regexp_matches(owner_id, '^[0-9]([.,][0-9]+)?E[+][0-9]+$')
            then 'owner_id|digits_lost|' || coalesce(owner_id_given, '')
        when share is null and coalesce(trim(share_given), '') = ''
            then 'share|empty|' || coalesce(share_given, '')
        when share is null and trim(share_given) <> ''
            then 'share|not_a_number|' || coalesce(share_given, '')
    end as fault,
from typed
