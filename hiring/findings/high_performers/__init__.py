"""What the page "High performers" says: how many, where they came from, who interviewed them, how they were rated."""
