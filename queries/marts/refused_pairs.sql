-- One row per login and employee of whom somebody said that they are not the same person.
select
    refused_matches.system,
    refused_matches.system_id,
    people.person_id,
from staging.refused_matches
inner join marts.people
    on refused_matches.employee_id = people.employee_id
