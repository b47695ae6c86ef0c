"""What the page "Interviewers and combinations" says of interviewers, pairs and panels."""
