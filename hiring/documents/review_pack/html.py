"""The pack as one page of HTML that stands alone: figures drawn in it, light and dark, nothing fetched, no script.

All words are escaped here and nowhere else; figures are the SVG of `charts.paper`, which escapes its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from pathlib import Path

from hiring import charts
from hiring.charts import ink, paper
from hiring.charts.paper.colours import palette
from hiring.documents.review_pack import said
from hiring.findings.exhibit import Exhibit
from hiring.findings.review.pack import Pack, Section

MIME = "text/html"
PHONE = 440  # pixels across which a figure is drawn where the window is narrow
STYLE = Path(__file__).with_name("html.css")
POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
NUMBERS = "The numbers of the figure"
ROLES = {
    "ground": ink.BACKGROUND,
    "ink": ink.INK,
    "mute": ink.MUTE,
    "grid": ink.GRID,
    "context": ink.CONTEXT,
}


def as_html(pack: Pack) -> bytes:
    """The page, in UTF-8; the same pack gives the same bytes."""
    title = _text(pack.title)
    parts = [
        '<!doctype html><html lang="en"><head><meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{escape(POLICY)}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="referrer" content="no-referrer">',
        f"<title>{title}</title><style>{_style()}</style></head><body><main>",
        _said("p", said.joined((pack.company, pack.title)), "quiet"),
        f"<h1>{_text(pack.lead)}</h1>",
        _said("p", pack.standfirst),
        _numbers(pack),
        *(_section(pack, section) for section in pack.sections),
        _pairs(pack.made_of),
        _left_out(pack),
        f"<footer>{_said('p', said.FOOTER)}</footer></main></body></html>",
    ]
    return "\n".join(part for part in parts if part).encode()


def _section(pack: Pack, section: Section) -> str:
    lines = "".join(_line(about, sentence) for about, sentence in section.lines)
    shown = "\n".join(_exhibit(pack, one) for one in section.exhibits)
    return f"<section><h2>{_text(section.title)}</h2>{lines}{shown}</section>"


def _line(about: str, sentence: str) -> str:
    subject = f"<b>{_text(about)}:</b> " if about else ""
    return f'<p dir="auto">{subject}{_text(sentence)}</p>'


def _exhibit(pack: Pack, shown: Exhibit) -> str:
    comment = pack.comments.get(shown.key, "")
    told = [pair for pair in said.told(pack, shown) if pair[0] not in ("What is shown", "Comment")]
    words = f"<h3>{_text(shown.lead)}</h3>{_said('p', shown.standfirst, 'quiet')}"
    words += _said("p", f"Comment: {comment}", "comment") if comment else ""
    if not shown.is_drawn:
        return f"<article>{words}</article>"
    numbers = _table(said.rows(shown.numbers(), shown.marks), shown.lead)
    table = _table(said.rows(shown.table), f"{said.TABLE}: {shown.lead}") if not shown.table.empty else ""
    return (
        f"<article>{words}<figure>{_drawing(shown)}</figure>{_pairs(told)}{table}"
        f"<details><summary>{NUMBERS}</summary>{numbers}</details></article>"
    )


def _drawing(shown: Exhibit) -> str:
    """The figure as wide as the column and as wide as a phone; the style shows one of them."""
    drawn, alt = charts.draw(shown.marks), escape(said.plain(shown.alt or shown.lead))
    both = {"broad": paper.as_svg(drawn), "narrow": paper.as_svg(drawn, width=PHONE)}
    return "".join(
        svg.replace('role="img"', f'role="img" class="{kind}" aria-label="{alt}"', 1)
        for kind, svg in both.items()
    )


def _numbers(pack: Pack) -> str:
    items = "".join(
        f"<li><span>{_text(one.label)}</span><b>{_text(one.value)}</b><span>{_text(one.note)}</span></li>"
        for one in pack.figures
    )
    return f'<ul class="numbers">{items}</ul>' if items else ""


def _left_out(pack: Pack) -> str:
    leads = "".join(f'<li dir="auto">{_text(lead)}</li>' for lead in said.left_out(pack))
    return f"<section><h2>Not in this pack</h2><ul>{leads}</ul></section>" if leads else ""


def _pairs(pairs: Iterable[tuple[str, str]]) -> str:
    told = "".join(f'<dt>{_text(head)}</dt><dd dir="auto">{_text(text)}</dd>' for head, text in pairs if text)
    return f"<dl>{told}</dl>" if told else ""


def _table(cells: Sequence[Sequence[str]], caption: str) -> str:
    heads = "".join(f'<th scope="col">{_text(head)}</th>' for head in cells[0])
    rows = "".join(f"<tr>{''.join(map(_cell, row))}</tr>" for row in cells[1:])
    return (
        f'<div class="wide"><table><caption>{_text(caption)}</caption><thead><tr>{heads}</tr></thead>'
        f"<tbody>{rows}</tbody></table></div>"
    )


def _cell(text: str) -> str:
    return f'<td dir="auto">{_text(text)}</td>'


def _said(tag: str, text: str, kind: str = "") -> str:
    look = f' class="{kind}"' if kind else ""
    return f'<{tag}{look} dir="auto">{_text(text)}</{tag}>' if text else ""


def _text(words: object) -> str:
    return escape(said.plain(words))


def _style() -> str:
    """The rules, with the themes' colours; in a dark window the figures' colours are swapped for the dark theme's."""
    light, dark = palette("light"), palette("dark")
    swaps = "".join(
        f'svg [{what}="{light[slot]}"] {{ {what}: {dark[slot]} }}'
        for slot in light
        for what in ("fill", "stroke")
    )
    return (
        f":root {{ {_roles(light)} }}\n@media screen and (prefers-color-scheme: dark) "
        f"{{ :root {{ {_roles(dark)} }} {swaps} }}\n{STYLE.read_text(encoding='utf-8')}"
    )


def _roles(colours: dict[str, str]) -> str:
    return " ".join(f"--{name}: {colours[slot]};" for name, slot in ROLES.items())
