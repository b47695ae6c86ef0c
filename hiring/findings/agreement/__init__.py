"""What HR and Sales promised each other, and what became of it: both sides with the same space."""
