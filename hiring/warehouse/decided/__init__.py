"""What HR and Sales decide and promise in the review, kept beside the warehouse: no build makes it, or deletes it."""
