"""What the company's hires show, worked out once a warehouse and kept in a file of its own beside it.

`values` takes it apart into tables and one document, and puts it together again; `file` writes and reads them; `names`
is what files are called; `making` works it out from a warehouse.
"""
