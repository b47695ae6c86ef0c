-- One row per e-mail address that joins nobody: it is anybody's, or one system gives it to people of different names.
with given as (
    select
        'hr' as system,
        work_email as address,
        full_name,
    from staging.stg_employees
    union all
    select
        'crm' as system,
        email as address,
        full_name,
    from staging.stg_crm_users
    union all
    select
        'ats' as system,
        email as address,
        full_name,
    from staging.stg_ats_users
),

-- Names are one where their first and last word agree, in either order.
named as (
    select
        given.system,
        given.address,
        split_part(bare_names.bare_name, ' ', 1) as first_word,
        split_part(bare_names.bare_name, ' ', -1) as last_word,
    from given
    left join staging.bare_names
        on given.full_name = bare_names.full_name
    where given.address is not null
),

counted as (
    select
        address,
        system,
        count(distinct least(first_word, last_word) || ' ' || greatest(first_word, last_word)) as count_names,
    from named
    group by
        address,
        system
)

select
    address,
    max(count_names) as count_names,
from counted
where
    count_names > 1
    or regexp_matches(
        split_part(address, '@', 1),
        '^(unknown|unbekannt|info|none|n/a|null|nobody|noone|anonymous|noemail|no[-_.]?mail|no[-_.]?reply'
        || '|do[-_.]?not[-_.]?reply|dummy|test|tbd|placeholder|example|admin|office|contact|kontakt|hello|mail|e?mail'
        || '|support|team|sales|vertrieb|hr|people|jobs|careers|recruiting|talent)[0-9]*$'
    )
group by address
