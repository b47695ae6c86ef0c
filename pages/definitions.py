"""What exactly does each number mean?"""

from hiring import page


def show() -> None:
    """Draw the page."""
    page.lead("Definitions", "Nothing is said here yet")
