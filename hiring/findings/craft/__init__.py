"""What is said of the craft of interviewing: scales, agreement, times and foresight."""
