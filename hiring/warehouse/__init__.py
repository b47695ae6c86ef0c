"""The warehouse: built beside the one in use, checked, swapped in by a pointer, asked through a sealed door."""
