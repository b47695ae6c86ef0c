"""`python -m hiring.warehouse.staging_sql`: write every compiled staging select."""

from __future__ import annotations

from hiring.config import QUERIES
from hiring.warehouse.staging_sql import generated

for _name, _text in generated().items():
    (QUERIES / "staging" / _name).write_text(_text, encoding="utf-8")
