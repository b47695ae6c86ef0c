"""Are recent sales hires better, the same or worse than those before?"""

from hiring import page


def show() -> None:
    """Draw the page."""
    page.lead("Overview", "Nothing is said here yet")
