-- One row per name of an employee or of somebody nobody is found for, and the plain letters it is compared in.
with named as (
    select full_name from marts.spells
    union
    select full_name from marts.unmatched
    where full_name is not null
),

-- An address stands for a name where there is none: what is before its @ often spells one.
lowered as (
    select
        full_name,
        regexp_replace(
            lower(
                case
                    when full_name like '%@%' then replace(regexp_replace(full_name, '@.*', '', 'g'), '.', ' ')
                    else full_name
                end
            ),
            '\p{M}|\p{Cf}|ـ', '', 'g'
        ) as letters,
    from named
),

unaccented as (
    select
        full_name,
        translate(
            translate(
                letters,
                'ạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹơưάέήίόύώϊϋΐΰأإآٱؤئىیکةہ',
                'aaaaaaaaaaaaeeeeeeeeiioooooooooooouuuuuuuyyyyouαεηιουωιυιυااااويييكهه'
            ),
            'àáâãäåçèéêëìíîïñòóôõöùúûüýÿāăąćĉċčďēĕėęěĝğġģĥĩīĭįĵķĺļľńņňōŏőŕŗřśŝşšţťũūŭůűųŵŷźżžșțøłđħıŧðŋəйёїў',
            'aaaaaaceeeeiiiinooooouuuuyyaaaccccdeeeeegggghiiiijklllnnnooorrrssssttuuuuuuwyzzzstoldhitdneиеіу'
        ) as letters,
    from lowered
),

spelt as (
    select
        full_name,
        replace(replace(replace(replace(letters, 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th') as letters,
    from unaccented
)

-- hiring/identity/folding.py folds the same way, and more (widths, ligatures), and a test holds the two together.
-- An apostrophe or a full stop parts no word (O'Brien, J.R.), everything else that is no letter does.
select
    full_name,
    trim(regexp_replace(regexp_replace(letters, '[''’‘ʼ´`.]', '', 'g'), '[^\p{L}]+', ' ', 'g')) as plain_name,
from spelt
