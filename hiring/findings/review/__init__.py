"""The quarterly review: what the pack holds, whoever hands it out."""
