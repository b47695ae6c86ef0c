"""What leaves the dashboard as a document."""
