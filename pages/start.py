"""Which files are here, what is asked about them, and what is the next step to the first chart?"""

from hiring.showing import page, start, tour


def show() -> None:
    """Draw the page."""
    start.draw()
    tour.stops()
    page.footer()
