"""Which sources bring people who reach their role's bar and stay?"""

from hiring import page


def show() -> None:
    """Draw the page."""
    page.lead("Sources", "Nothing is said here yet")
