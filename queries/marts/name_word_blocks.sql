-- One row per word of a name and key it is looked up by: how it begins, how it ends, what it may be short for.
with meant as (
    select distinct
        name_words.login_key is not null as is_of_login,
        name_words.word,
        coalesce(short_names.formal_name, name_words.word) as formal_name,
    from marts.name_words
    left join marts.short_names
        on name_words.word = short_names.short_name
)

select
    is_of_login,
    word,
    formal_name,
    substr(word, 1, 1) || '-' as block,
from meant
union all
select
    is_of_login,
    word,
    formal_name,
    '-' || substr(word, greatest(length(word) - 2, 1), 3) as block,
from meant
union all
select
    is_of_login,
    word,
    formal_name,
    formal_name as block,
from meant
