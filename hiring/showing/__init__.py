"""What a page is made of: its anatomy, filters, tables and lists; and what only one page draws."""
