"""How fast and how well do hires come to sell, and who leaves before they do?"""

from hiring import page


def show() -> None:
    """Draw the page."""
    page.lead("Outcomes and ramp", "Nothing is said here yet")
