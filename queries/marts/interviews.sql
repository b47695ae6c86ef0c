-- One row per interviewer and meeting with a candidate, with who they are and how soon the scorecard came; of its words only whether there are any.
select
    interviews.interview_id,
    interviews.application_id,
    interviews.stage,
    interviewers.interviewer_id,
    interviewers.full_name,
    interviewers.department,
    interviewers.is_matched,
    interviews.scheduled_for,
    interviews.status,
    interviews.submitted_on,
    interviews.recommendation,
    coalesce(trim(interviews.comment), '') <> '' as has_words,
from staging.interviews
inner join marts.interviewers
    on
        coalesce(interviews.interviewer_id, '')
        || '|'
        || coalesce(interviews.interviewer_email, '')
        || '|'
        || coalesce(interviews.interviewer_name, '')
        = interviewers.interviewer_key
