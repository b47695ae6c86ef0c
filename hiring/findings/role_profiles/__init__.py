"""What the page "Role profiles" says."""
