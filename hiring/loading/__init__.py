"""From a folder of exports to files that DuckDB may read strictly, with a full account of every line."""
