"""One scale for every row: of these hires, in a hundred, how many were counted, expected, and are left after luck."""
