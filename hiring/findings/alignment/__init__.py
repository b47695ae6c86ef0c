"""Where HR and Sales see the same candidates differently, what came of it, and what each had rated higher."""
