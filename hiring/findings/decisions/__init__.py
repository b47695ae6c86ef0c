"""Decisions of a review: what was agreed, what its measure was then and is now, what both sides said of it."""
