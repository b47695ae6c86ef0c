"""What the page "Leadership and placement" says."""
