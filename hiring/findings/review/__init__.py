"""The quarterly review: one quarter in five numbers, what changed in it, what both sides have to talk about, and its pack."""
