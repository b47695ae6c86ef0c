"""A role brief to hand over: one page that says what to look for, what to ask and what the evidence carries."""

from __future__ import annotations

from hiring.documents.role_brief.content import Asked, RoleBrief, role_brief
from hiring.documents.role_brief.markdown import as_markdown
from hiring.documents.role_brief.pdf import MIME, as_pdf, as_picture, page_count

__all__ = ["MIME", "Asked", "RoleBrief", "as_markdown", "as_pdf", "as_picture", "page_count", "role_brief"]
