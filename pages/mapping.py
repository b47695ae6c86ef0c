"""What do the columns of a file mean that nobody knows yet?"""

from hiring.showing import mapping, page


def show() -> None:
    """Draw the page."""
    mapping.draw()
    page.footer()
