"""What is said of selection rates by the groups people say they are of: counts, ratios, the exact test, and luck."""
