"""The quarterly review: one quarter in five numbers, what changed in it, and what both sides have to talk about."""
