"""The pack of a quarterly review to hand out: slides, print, workbook and web page, all made of one plain value.

Whatever a file of the company or a person wrote is text in all of them: no formula, no markup, no address, no path.
"""

from __future__ import annotations
