"""What a page says: frames in, words, tiles and chart frames out. No file is read here and nothing is drawn."""
