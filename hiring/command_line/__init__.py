"""The verbs of `python -m hiring`, a file each."""
