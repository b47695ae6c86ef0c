"""Where HR and Sales see the same candidates differently, who prevailed, and whose view held up for what."""
