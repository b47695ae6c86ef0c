-- Somebody nobody is found for and an employee whose names share words: how many are alike, how much, and how rare.
-- ignores: all filters but the viewer's, because it tells of the exports as a whole
-- people: one row a pair
with alike as (
    select
        ours.word,
        theirs.word as their_word,
        max(if(ours.formal_name = theirs.formal_name, 1, jaro_winkler_similarity(ours.word, theirs.word))) as alike,
    from marts.name_word_blocks as ours
    inner join marts.name_word_blocks as theirs
        on ours.block = theirs.block and ours.is_of_login and not theirs.is_of_login
    group by
        ours.word,
        theirs.word
    having alike >= 0.85
),

borne as (
    select
        words.word,
        count(distinct words.person_id) as count_bearers,
    from marts.name_words as words
    inner join people_in_scope as people on words.person_id = people.person_id
    group by words.word
),

met as (
    select
        ours.login_key,
        theirs.person_id,
        theirs.plain_name,
        ours.word,
        max(alike.alike) as alike,
        arg_max(theirs.word, alike.alike) as their_word,
        min(least(ours.count_words, theirs.count_words)) as count_words,
        min(if(alike.alike = 1, borne.count_bearers, null)) as count_bearers,
    from marts.name_words as ours
    inner join logins_in_scope as logins on ours.login_key = logins.login_key
    inner join alike on ours.word = alike.word
    inner join marts.name_words as theirs on alike.their_word = theirs.word
    inner join people_in_scope as people on theirs.person_id = people.person_id
    inner join borne on theirs.word = borne.word
    group by ours.login_key, theirs.person_id, theirs.plain_name, ours.word
)

select
    met.login_key,
    met.person_id,
    met.plain_name as employee_name,
    least(count(*), count(distinct met.their_word)) as count_alike,
    avg(met.alike) as mean_alike,
    min(met.count_words) as count_words,
from met
left join marts.pairs_by_address_or_id as marked
    on met.login_key = marked.login_key and met.person_id = marked.person_id
group by met.login_key, met.person_id, met.plain_name
having count_alike >= 2 or min(met.count_bearers) <= 3 or count(marked.person_id) > 0
order by met.login_key, met.person_id, met.plain_name
