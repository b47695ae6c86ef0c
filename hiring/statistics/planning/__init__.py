"""What sellers are likely to bring in a year to come, and how many to hire for a target. Numbers in, numbers out."""
