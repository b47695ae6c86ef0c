"""How people label columns and name what stands in them, in English, German, French, Spanish, Dutch, Italian,
Portuguese, Swedish and Polish: for guesses that a person is asked about, never for reading a file.
"""
