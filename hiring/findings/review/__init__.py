"""The quarterly review: one quarter in five numbers, what changed, what both sides have to talk about, its pack."""
