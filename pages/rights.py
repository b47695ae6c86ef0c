"""Who sees what, and by which rule?"""

from hiring import metrics
from hiring.showing import page, rights


def show() -> None:
    """Draw the page."""
    rights.draw()
    page.footer(f"Definitions v{metrics.VERSION}.")
