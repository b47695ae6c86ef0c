"""The pack of a quarterly review to hand out: slides, print, workbook and web page, all made of one plain value.

Whatever a file of the company or a person wrote is text in all of them: no formula, no markup, no address, no path.
"""

from __future__ import annotations

from hiring.documents.review_pack.html import as_html
from hiring.documents.review_pack.pdf import as_pdf
from hiring.documents.review_pack.slides import as_pptx
from hiring.documents.review_pack.xlsx import as_xlsx

__all__ = ["as_html", "as_pdf", "as_pptx", "as_xlsx"]
