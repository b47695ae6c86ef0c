"""What came in, what was set aside and why, and what would light up what is missing?"""

from hiring import page


def show() -> None:
    """Draw the page."""
    page.lead("Data health", "Nothing is said here yet")
