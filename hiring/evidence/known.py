"""Evidence of the same hires is worked out once, for every page that tells of it.

The key is what the frames hold: warehouse, filters and viewer are in it, as answers differ by them. Give the frames as
`session.ask` gave them, and in this order; then a call for what is made already costs microseconds.
"""

from __future__ import annotations

from hiring.evidence import judging
from hiring.remembering import remembered

first_look = remembered(judging.first_look)
whole = remembered(judging.whole)
