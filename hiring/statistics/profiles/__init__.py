"""Role profiles: what was agreed to look for, what the hires show of it, and how alike the profiles are."""
