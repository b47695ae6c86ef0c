"""What the page "Data health" says."""
