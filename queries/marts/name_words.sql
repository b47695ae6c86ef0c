-- One row per word of the name of an employee or of somebody nobody is found for; titles and suffixes left out.
with bearers as (
    select distinct
        person_id,
        null as login_key,
        full_name,
    from marts.spells
    union all
    select
        null as person_id,
        system || '|' || system_id as login_key,
        full_name,
    from marts.unmatched
),

places as (
    select 1 as place
    union all
    select 2 as place
    union all
    select 3 as place
    union all
    select 4 as place
    union all
    select 5 as place
    union all
    select 6 as place
),

-- No name has a longer word, and comparing two takes as long as one times the other.
words as (
    select distinct
        bearers.person_id,
        bearers.login_key,
        names_spelt.plain_name,
        substr(split_part(names_spelt.plain_name, ' ', places.place), 1, 40) as word,
    from bearers
    inner join marts.names_spelt
        on bearers.full_name = names_spelt.full_name
    cross join places
)

select
    person_id,
    login_key,
    plain_name,
    word,
    count(*) over (partition by person_id, login_key, plain_name) as count_words,
from words
where
    word not in ('', 'jr', 'sr', 'ii', 'iii', 'iv', 'phd', 'md', 'dds', 'esq', 'cpa', 'mba')
    and word not in ('mr', 'mrs', 'ms', 'dr', 'prof')
