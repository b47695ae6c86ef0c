"""What an opening asked for, what of it changed once it was open, and what came of both: counts, and no blame."""
