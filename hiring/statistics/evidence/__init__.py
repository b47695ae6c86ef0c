"""From hires, months and panel seats to what may be said of interviewers, their combinations and sources."""
