-- One row per short form of a given name and a formal name it may stand for, as both are compared.
with known as (
    select
        listed.short_name,
        listed.formal_name,
    from (
        values
        ('abby', 'abigail'), ('al', 'alan'), ('al', 'albert'), ('alex', 'alexander'), ('alex', 'alexandra'),
        ('ali', 'alison'), ('andy', 'andreas'), ('andy', 'andrew'), ('barb', 'barbara'),
        ('becky', 'rebecca'), ('ben', 'benedict'), ('ben', 'benjamin'), ('bernie', 'bernard'),
        ('beth', 'elizabeth'), ('betty', 'elizabeth'), ('bill', 'william'), ('billy', 'william'),
        ('bob', 'robert'), ('bobby', 'robert'), ('cathy', 'catherine'), ('charlie', 'charles'),
        ('charlie', 'charlotte'), ('chris', 'christian'), ('chris', 'christine'), ('chris', 'christopher'),
        ('cindy', 'cynthia'), ('dan', 'daniel'), ('danny', 'daniel'), ('dave', 'david'), ('deb', 'deborah'),
        ('debbie', 'deborah'), ('dick', 'richard'), ('don', 'donald'), ('doug', 'douglas'), ('ed', 'edward'),
        ('eddie', 'edward'), ('ellie', 'eleanor'), ('fran', 'frances'), ('fran', 'francis'),
        ('frank', 'francis'), ('fred', 'frederick'), ('fritz', 'friedrich'), ('gabe', 'gabriel'),
        ('gabi', 'gabriele'), ('gene', 'eugene'), ('geoff', 'geoffrey'), ('greg', 'gregory'),
        ('hannes', 'johannes'), ('hans', 'johannes'), ('harry', 'harold'), ('harry', 'henry'),
        ('jack', 'john'), ('jake', 'jacob'), ('jan', 'johannes'), ('jeff', 'jeffrey'), ('jen', 'jennifer'),
        ('jenny', 'jennifer'), ('jerry', 'gerald'), ('jess', 'jessica'), ('jim', 'james'),
        ('jimmy', 'james'), ('joe', 'joseph'), ('joey', 'joseph'), ('johnny', 'john'), ('jon', 'jonathan'),
        ('josh', 'joshua'), ('kate', 'catherine'), ('kate', 'katherine'), ('kathy', 'katherine'),
        ('katie', 'katherine'), ('ken', 'kenneth'), ('kim', 'kimberly'), ('larry', 'lawrence'),
        ('lena', 'helena'), ('leo', 'leonard'), ('leo', 'leonardo'), ('liz', 'elizabeth'),
        ('lizzie', 'elizabeth'), ('lou', 'louis'), ('maggie', 'margaret'), ('mandy', 'amanda'),
        ('marge', 'margaret'), ('matt', 'matthew'), ('max', 'maximilian'), ('max', 'maxwell'),
        ('meg', 'margaret'), ('mel', 'melanie'), ('mel', 'melissa'), ('mick', 'michael'),
        ('mike', 'michael'), ('mitch', 'mitchell'), ('nancy', 'ann'), ('nat', 'natalie'), ('nat', 'nathan'),
        ('nate', 'nathan'), ('nate', 'nathaniel'), ('ned', 'edward'), ('nick', 'nicholas'),
        ('nick', 'nicolas'), ('nicky', 'nicole'), ('pam', 'pamela'), ('pat', 'patricia'), ('pat', 'patrick'),
        ('patty', 'patricia'), ('peggy', 'margaret'), ('penny', 'penelope'), ('pete', 'peter'),
        ('phil', 'philip'), ('phil', 'phillip'), ('ray', 'raymond'), ('rich', 'richard'),
        ('rick', 'richard'), ('rob', 'robert'), ('robbie', 'robert'), ('ron', 'ronald'), ('rosie', 'rose'),
        ('russ', 'russell'), ('sally', 'sarah'), ('sam', 'samantha'), ('sam', 'samuel'),
        ('sandy', 'alexander'), ('sandy', 'sandra'), ('sepp', 'josef'), ('steve', 'stephen'),
        ('steve', 'steven'), ('stevie', 'stephen'), ('sue', 'susan'), ('susie', 'susan'), ('ted', 'edward'),
        ('ted', 'theodore'), ('terry', 'terence'), ('terry', 'theresa'), ('theo', 'theodore'),
        ('tim', 'timothy'), ('toby', 'tobias'), ('tom', 'thomas'), ('tommy', 'thomas'), ('toni', 'antonia'),
        ('tony', 'anthony'), ('tony', 'antonio'), ('trish', 'patricia'), ('uli', 'ulrich'),
        ('uli', 'ulrike'), ('val', 'valerie'), ('vicky', 'victoria'), ('vince', 'vincent'),
        ('walt', 'walter'), ('wes', 'wesley'), ('will', 'william'), ('willy', 'william'),
        ('zach', 'zachary'), ('zack', 'zachary')
    ) as listed (short_name, formal_name)
)

select
    short_name,
    formal_name,
from known
