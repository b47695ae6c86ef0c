"""Who may see what: the viewer, the scope of a question, what is kept back for small groups, and the audit log."""
