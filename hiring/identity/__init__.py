"""Who may be whom: suggestions by name with their reasons, and what people decided. Nothing here joins anybody."""
