"""What do the columns of a file mean that nobody knows yet?"""

from hiring import page, page_mapping


def show() -> None:
    """Draw the page."""
    page_mapping.draw()
    page.footer()
