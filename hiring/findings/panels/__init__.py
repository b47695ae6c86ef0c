"""What the page "Panels" says: how panels are made up, sellers in the last stage, size, and hires against the vote."""
