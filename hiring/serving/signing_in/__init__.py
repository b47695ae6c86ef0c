"""Signing in, where several people share the server: whether it is so, who is here, how long, by which rule."""
