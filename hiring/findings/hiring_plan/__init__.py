"""Sellers to hire for a revenue target: what those here bring, what is missing, what it takes, how far it held."""
