"""The role brief as Markdown, whole, for an e-mail or a wiki."""

from __future__ import annotations

import re

from hiring.documents.role_brief.content import FOOTER, SAME_FOR_ALL, Asked, RoleBrief
from hiring.words import seen

# Some readers make links of bare addresses too.
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~$!&@]|:(?=//)|(?<=[wW]{3})\.)")
# Not the narrow and fixed ones: they hold a number and its unit together.
_SPACES = re.compile(r"[ \t\n\r\f\v\x1c-\x1f\x85\u2028\u2029]+")
_OPENING = re.compile(r"^(\d+)([.)])|^([-+=])")


def as_markdown(brief: RoleBrief) -> bytes:
    """The whole brief, nothing cut, in UTF-8; names and words of the files are text in it, never markup."""
    lines = [f"# Role brief: {plain(brief.role)}", ""]
    for text in (brief.company, brief.profile, brief.remark):
        lines += [plain(text), ""] if text else []
    if brief.asked:
        lines += ["", "## What to look for and ask", "", plain(SAME_FOR_ALL), ""]
        for one in brief.asked:
            lines += _asked(one)
    lines += ["", "## What the evidence supports", "", plain(brief.evidence), ""]
    lines += [f"- {plain(text)}" for text in brief.supported]
    if brief.doubtful:
        lines += ["", "## What it does not", ""]
        lines += [f"- {plain(text)}" for text in brief.doubtful]
    if brief.to_talk_about:
        lines += ["", "## To talk about before the next opening", ""]
        lines += [f"- {plain(text)}" for text in brief.to_talk_about]
    if brief.outcomes:
        lines += ["", "## How the role's hires fared", "", plain(brief.outcomes)]
    lines += ["", "---", "", plain(f"{brief.filters} · {brief.data}"), "", plain(FOOTER), ""]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).encode()


def _asked(one: Asked) -> list[str]:
    facts = [one.weight, one.minimum, "must-have" if one.is_must_have else ""]
    lines = [f"- **{plain(one.competency)}** ({plain(', '.join(filter(None, facts)))})"]
    lines += [f"  - Look for: {plain(one.looks_like)}"] if one.looks_like else []
    return [*lines, f"  - Ask: {plain(one.question)}"]


def plain(text: str) -> str:
    """The text on one line, without what cannot be seen, and all escaped that Markdown would read as more than text."""
    line = _SPACES.sub(" ", seen(_SPACES.sub(" ", text))).strip()
    escaped = _SPECIAL.sub(r"\\\1", line)
    return _OPENING.sub(lambda found: f"{found[1]}\\{found[2]}" if found[1] else f"\\{found[3]}", escaped)
