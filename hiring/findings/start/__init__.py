"""What the page "Start" says, and what `check` and `build` print of the same files."""
