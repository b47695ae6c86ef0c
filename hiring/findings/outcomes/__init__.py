"""What the page "Outcomes and ramp" says."""
