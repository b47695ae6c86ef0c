"""Numbers in, numbers out: rates, survival, verdicts, and what hires show of interviewers, sources and profiles."""
