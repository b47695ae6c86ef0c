"""Our own template, 16:9 and readable from the back row: colours of the light theme, two typefaces, three layouts.

It is made in code of the blank presentation that python-pptx brings, so that no file is fetched and none is kept.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from xml.sax.saxutils import escape

from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml import parse_xml
from pptx.presentation import Presentation as Slides
from pptx.util import Inches

from hiring.charts import ink
from hiring.charts.paper.colours import palette

WIDTH, HEIGHT = 13.333, 7.5  # inches
LEFT, ACROSS = 0.5, 12.333
TITLE_TOP, TITLE_HIGH = 0.35, 0.98
BODY_TOP = 1.38
FOOT_TOP, FOOT_HIGH = 6.98, 0.4
HEADINGS, WORDS = (
    "Georgia",
    "Calibri",
)  # on every machine that has PowerPoint; others put theirs in their place
TITLE_SIZE, SIZE = 28, 18  # points; nothing on a slide is smaller
OPENING, FINDING, SAYING = "Opening", "Finding", "Words"
BODY, MORE = 10, 11  # the places of a layout's texts
FOOT, NUMBER = 20, 21
_P = "http://schemas.openxmlformats.org/presentationml/2006/main"
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_FIELD = "{C1FF6DA9-008F-8B48-92A6-B652298478BF}"  # what PowerPoint calls the number of a slide
_SPACES = f'xmlns:p="{_P}" xmlns:a="{_A}"'
#: The theme's slots and what stands in them.
_COLOURS = {
    "dk1": ink.INK,
    "lt1": ink.BACKGROUND,
    "dk2": ink.MUTE,
    "lt2": ink.PANEL,
    "accent1": ink.HR,
    "accent2": ink.SALES,
    "accent3": ink.UP,
    "accent4": ink.DOWN,
    "accent5": ink.CANNOT_TELL,
    "accent6": ink.CONTEXT,
    "hlink": ink.INK,
    "folHlink": ink.INK,
}


def blank() -> Slides:
    """A presentation without a slide, with our master and its three layouts."""
    slides = Presentation()
    slides.slide_width, slides.slide_height = Inches(WIDTH), Inches(HEIGHT)
    for layout in list(slides.slide_layouts)[len(_LAYOUTS) :]:
        slides.slide_layouts.remove(layout)
    master = slides.slide_master
    _put(master.element, (_TITLE, _BODY, _FOOT, _NUMBER))
    styles = master.element.find(f"{{{_P}}}txStyles")
    styles.getparent().replace(styles, parse_xml(_STYLES))
    for layout, (name, places) in zip(slides.slide_layouts, _LAYOUTS.items(), strict=True):
        layout.element.cSld.set("name", name)
        layout.element.attrib.pop("type", None)
        _put(layout.element, places)
    _theme(master.part.part_related_by(RELATIONSHIP_TYPE.THEME))
    _leave_out(slides)
    return slides


def foot(words: str) -> list[Any]:
    """The two shapes at a slide's foot, of whose layout nothing is copied by itself: words and the slide's number."""
    return [_shape(Place("ftr", FOOT, 90), words), _shape(Place("sldNum", NUMBER, 91), "")]


@dataclass(frozen=True)
class Place:
    """A place for words: its kind and number, where it stands in inches (None: as on the master), its type's size."""

    kind: str
    index: int
    shape: int
    box: tuple[float, float, float, float] | None = None
    size: int = 0


_TITLE = Place("title", 0, 2, (LEFT, TITLE_TOP, ACROSS, TITLE_HIGH))
_BODY = Place("body", 1, 3, (LEFT, BODY_TOP, ACROSS, 5.4))
_FOOT = Place("ftr", 3, 5, (LEFT, FOOT_TOP, 11.2, FOOT_HIGH))
_NUMBER = Place("sldNum", 4, 6, (11.8, FOOT_TOP, 1.03, FOOT_HIGH))
_FEET = (Place("ftr", FOOT, 8), Place("sldNum", NUMBER, 9))
#: The layouts with their places.
_LAYOUTS = {
    OPENING: (
        Place("title", 0, 2, (LEFT, 1.3, ACROSS, 1.6), 40),
        Place("body", BODY, 3, (LEFT, 3.0, ACROSS, 1.6), 22),
        Place("body", MORE, 4, (LEFT, 4.75, ACROSS, 2.2)),
    ),
    FINDING: (Place("title", 0, 2), Place("body", BODY, 3, (LEFT, BODY_TOP, ACROSS, 1.25)), *_FEET),
    SAYING: (Place("title", 0, 2), Place("body", BODY, 3), *_FEET),
}


def _put(element: Any, places: Iterable[Place]) -> None:
    """These places and nothing else on a master or a layout."""
    tree = element.cSld.spTree
    for shape in tree.findall(f"{{{_P}}}sp"):
        tree.remove(shape)
    for place in places:
        tree.append(_shape(place, ""))


def _shape(place: Place, words: str) -> Any:
    kind = "" if place.kind == "title" else f' idx="{place.index}"'
    size = f'<a:lvl1pPr><a:defRPr sz="{place.size * 100}"/></a:lvl1pPr>' if place.size else ""
    look = {"ftr": "l", "sldNum": "r"}.get(place.kind)
    if look and place.box:
        mute = '<a:solidFill><a:schemeClr val="tx2"/></a:solidFill>'
        size = f'<a:lvl1pPr algn="{look}"><a:defRPr sz="{SIZE * 100}">{mute}</a:defRPr></a:lvl1pPr>'
    text = f'<a:r><a:rPr lang="en-GB"/><a:t>{escape(words)}</a:t></a:r>' if words else ""
    if place.kind == "sldNum":
        text = f'<a:fld id="{_FIELD}" type="slidenum"><a:rPr lang="en-GB"/><a:t>‹#›</a:t></a:fld>'
    anchor = "b" if place.kind == "title" else "ctr" if look else "t"
    body = f'<a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="{anchor}"/>'
    return parse_xml(
        f'<p:sp {_SPACES}><p:nvSpPr><p:cNvPr id="{place.shape}" name="{place.kind} {place.index}"/>'
        f'<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="{place.kind}"{kind}/></p:nvPr></p:nvSpPr>'
        f"<p:spPr>{_box(place)}</p:spPr><p:txBody>{body}<a:lstStyle>{size}</a:lstStyle><a:p>{text}</a:p></p:txBody></p:sp>"
    )


def _box(place: Place) -> str:
    if place.box is None:
        return ""
    x, y, across, high = (Inches(one) for one in place.box)
    return (
        f'<a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{across}" cy="{high}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
    )


def _theme(part: Any) -> None:
    """Our colours and typefaces in the theme, from which all else takes them."""
    theme = part.blob.decode("utf-8")
    slots = "".join(
        f'<a:{name}><a:srgbClr val="{palette()[slot].lstrip("#")}"/></a:{name}>'
        for name, slot in _COLOURS.items()
    )
    before, _, rest = theme.partition("<a:clrScheme ")
    after = rest.partition("</a:clrScheme>")[2]
    theme = f'{before}<a:clrScheme name="Review">{slots}</a:clrScheme>{after}'
    for font, face in (("majorFont", HEADINGS), ("minorFont", WORDS)):
        theme = theme.replace(
            f'<a:{font}><a:latin typeface="Calibri"/>', f'<a:{font}><a:latin typeface="{face}"/>'
        )
    part.blob = theme.replace('name="Office Theme"', 'name="Review"').encode("utf-8")


def _leave_out(slides: Slides) -> None:
    """What the blank presentation brings along that says nothing of ours: a picture, a printer, a program's name."""
    for rel in list(slides.part.package.iter_rels()):
        if rel.reltype in (RELATIONSHIP_TYPE.THUMBNAIL, RELATIONSHIP_TYPE.EXTENDED_PROPERTIES):
            slides.part.package.drop_rel(rel.rId)
        elif rel.reltype == RELATIONSHIP_TYPE.PRINTER_SETTINGS:
            slides.part.drop_rel(rel.rId)


def _style(size: int, face: str, before: int) -> str:
    return (
        f'<a:lvl1pPr marL="0" indent="0" algn="l" rtl="0"><a:lnSpc><a:spcPct val="95000"/></a:lnSpc><a:spcBef>'
        f'<a:spcPts val="{before}"/></a:spcBef><a:buNone/><a:defRPr sz="{size * 100}" kern="1200"><a:solidFill>'
        f'<a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+{face}-lt"/><a:ea typeface="+{face}-ea"/>'
        f'<a:cs typeface="+{face}-cs"/></a:defRPr></a:lvl1pPr>'
    )


_STYLES = (
    f"<p:txStyles {_SPACES}><p:titleStyle>{_style(TITLE_SIZE, 'mj', 0)}</p:titleStyle>"
    f"<p:bodyStyle>{_style(SIZE, 'mn', 300)}</p:bodyStyle>"
    f"<p:otherStyle>{_style(SIZE, 'mn', 0)}</p:otherStyle></p:txStyles>"
)
