"""What the page "Sources" says."""
