"""Workbooks (.xlsx): each sheet becomes a plain text table that the rest of the loader reads like any other."""
