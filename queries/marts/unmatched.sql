-- One row per login, owner, interviewer or hired application nobody is found for, whatever system it is of.
select * from marts.unmatched_owners
union all
select * from marts.unmatched_interviewers
union all
select * from marts.unmatched_applications
