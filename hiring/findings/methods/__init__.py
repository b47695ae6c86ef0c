"""What the page "Methods" says."""
