"""What the page "Overview" says."""
