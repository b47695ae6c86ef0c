-- Each hire's role and the manager's review that speaks for them: score of five, whether they would be hired again; no names.
-- each: one row a hire without a name, only ever shown summed up
select
    hires.role_profile,
    reviews.has_review,
    reviews.reviewer_id,
    reviews.score_of_five,
    reviews.would_hire_again,
    reviews.is_old_enough,
from hires_in_scope as hires
inner join marts.hire_reviews as reviews
    on hires.employee_id = reviews.employee_id and hires.hire_date = reviews.hire_date
order by
    hires.role_profile asc,
    hires.hire_date asc,
    hires.employee_id asc
