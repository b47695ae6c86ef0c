"""What a vendor's export means in the tables of the contract: from header labels to a plan, from a plan to SQL.

Values in, values out: nothing here opens an export or asks DuckDB.
"""
