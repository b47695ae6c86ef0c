-- Candidates as exported, one row per person, in our types, with its first fault.
with typed as (
    select
        file_id,
        candidate_id as candidate_id_given,
        full_name as full_name_given,
        email as email_given,
        years_in_sales as years_in_sales_given,
        previous_industry as previous_industry_given,
        gender as gender_given,
        ethnicity as ethnicity_given,
        age_band as age_band_given,
        case when candidate_id like ' %' or candidate_id like '% ' then nullif(trim(candidate_id), '') else candidate_id end as candidate_id,
        case when full_name like ' %' or full_name like '% ' then nullif(trim(full_name), '') else full_name end as full_name,
        lower(case when email like ' %' or email like '% ' then nullif(trim(email), '') else email end) as email,
        case
            when regexp_matches(years_in_sales, '^-?[0-9]+([.][0-9]+)?$')
                then try_cast(years_in_sales as decimal(18, 6))
        end as years_in_sales,
        case when previous_industry like ' %' or previous_industry like '% ' then nullif(trim(previous_industry), '') else previous_industry end as previous_industry,
        case when gender like ' %' or gender like '% ' then nullif(trim(gender), '') else gender end as gender,
        case when ethnicity like ' %' or ethnicity like '% ' then nullif(trim(ethnicity), '') else ethnicity end as ethnicity,
        case when age_band like ' %' or age_band like '% ' then nullif(trim(age_band), '') else age_band end as age_band,
    from raw.candidates
)

select
    file_id,
    candidate_id,
    full_name,
    email,
    years_in_sales,
    previous_industry,
    gender,
    ethnicity,
    age_band,
    case
        when candidate_id is null and coalesce(trim(candidate_id_given), '') = ''
            then 'candidate_id|empty|' || coalesce(candidate_id_given, '')
        when not regexp_matches(candidate_id, '^[!-~]([ -~]*[!-~])?$')
            and (
                not regexp_matches(
                    candidate_id,
                    '^[ -~À-ÖØ-öø-ʯḀ-ỿͰ-ͳͶͷͻ-ͽΆΈ-Ͽἀ-ῼЀ-ҁҊ-ԯ'
                    || '\x{531}-\x{556}\x{561}-\x{587}\x{5D0}-\x{5EA}\x{620}-\x{63F}\x{641}-\x{64A}\x{660}-\x{669}'
                    || '\x{671}-\x{6D3}\x{6F0}-\x{6F9}\x{900}-\x{DFF}\x{E01}-\x{E3A}\x{E40}-\x{E59}'
                    || 'Ⴀ-ჿሀ-፿々ぁ-ゖァ-ヺー㐀-䶿一-鿿가-힣–’№]+$'
                )
                or regexp_matches(
                    candidate_id,
                    '[A-Za-zÀ-ʯḀ-ỿ][0-9]*[Ͱ-ԯἀ-῿]|[Ͱ-ԯἀ-῿][0-9]*[A-Za-zÀ-ʯḀ-ỿ]|[Ͱ-Ͽἀ-῿][0-9]*[Ѐ-ԯ]|[Ѐ-ԯ][0-9]*[Ͱ-Ͽἀ-῿]'
                    || '|[A-Za-zÀ-ԯḀ-῿][0-9]*[^ -~À-ԯḀ-῿№–’]|[^ -~À-ԯḀ-῿№–’][0-9]*[A-Za-zÀ-ԯḀ-῿]'
                )
            )
            then 'candidate_id|not_printable|' || coalesce(candidate_id_given, '')
        when candidate_id like '%E+%' and regexp_matches(candidate_id, '^[0-9]([.,][0-9]+)?E[+][0-9]+$')
            then 'candidate_id|digits_lost|' || coalesce(candidate_id_given, '')
        when years_in_sales is null and trim(years_in_sales_given) <> ''
            then 'years_in_sales|not_a_number|' || coalesce(years_in_sales_given, '')
    end as fault,
from typed
