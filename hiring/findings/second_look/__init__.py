"""What is said of those who were turned down: who went on by their ratings, and what nobody can know."""
