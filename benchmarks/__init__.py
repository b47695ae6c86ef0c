"""Measured ratios: what we cost against the barest thing that does the same, in one run on one machine."""
