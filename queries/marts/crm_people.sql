-- One row per person whom a CRM login, or an owner of deals, is matched to: of nobody else it is known what they sold.
select person_id from marts.owners
where person_id is not null
union
select person_id from marts.crm_logins
where person_id is not null
