"""One exhibit, drawn in one place: its marks name a form and what that form takes, or a page would fail on them."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator
from pathlib import Path

import pytest

from hiring import charts, metrics
from hiring.findings.exhibit import DRAWN
from laws.reading import ROOT, Module, keep, modules, written

#: The page draws an exhibit; a screen that is presented draws a figure as it was frozen.
DRAWS = ("hiring/showing/page.py", "hiring/showing/presenting.py")
MADE_BY = "hiring/findings/exhibit.py"


def _made(module: Module) -> Iterator[ast.Call]:
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Marks":
            yield node


def _named(module: Module, node: ast.expr | None) -> list[str] | None:
    """The names in a dict that is written out, here or under a name of the module; None where it is not."""
    if node is None:
        return []
    if isinstance(node, ast.Name):
        given = [one.value for one in ast.walk(module.tree) if _binds(one, node.id)]
        names = [_named(module, one) for one in given]
        return None if None in names else sorted({name for one in names for name in one or ()})
    if not isinstance(node, ast.Dict):
        return None
    names = []
    for key, value in zip(node.keys, node.values, strict=True):
        if isinstance(key, ast.Constant):
            names.append(str(key.value))
        elif key is None:
            names += _named(module, value) or []
        else:
            return None
    return names


def _binds(node: ast.AST, name: str) -> bool:
    return isinstance(node, ast.Assign) and any(
        isinstance(to, ast.Name) and to.id == name for to in node.targets
    )


def marks_are_what_their_form_takes(root: Path) -> list[str]:
    faults = []
    for module in modules(root):
        if not module.where.startswith("hiring/findings/") or module.where == MADE_BY:
            continue
        for call in _made(module):
            place = f"{module.where}:{call.lineno}"
            form, *rest = [*call.args, None, None]
            if not isinstance(form, ast.Constant) or form.value not in charts.FORMS:
                faults.append(f"{place}: names no form of hiring/charts")
                continue
            names = _named(module, rest[1])
            if names is None:
                faults.append(f"{place}: what the form is given is not written out")
                continue
            try:
                inspect.signature(charts.FORMS[form.value]).bind(None, **dict.fromkeys(names))
            except TypeError as error:
                faults.append(f"{place}: {form.value} does not take that: {error}")
    return faults


def figures_are_drawn_in_one_place(root: Path) -> list[str]:
    return [
        f"{module.where}:{node.lineno}: draws a figure; findings make an exhibit, and page.exhibit draws it"
        for module in modules(root)
        if module.where not in DRAWS
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Attribute) and node.attr == "plotly_chart"
    ]


def exhibits_name_cards(root: Path) -> list[str]:
    cards = {card.name for card in metrics.CARDS}
    return [
        f"{module.where}:{node.lineno}: {text.value!r} is the name of no card"
        for module in modules(root)
        for node in ast.walk(module.tree)
        if isinstance(node, ast.keyword) and node.arg == "definition" and isinstance(node.value, ast.Tuple)
        for text in node.value.elts
        if isinstance(text, ast.Constant) and text.value not in cards
    ]


LAWS = (marks_are_what_their_form_takes, figures_are_drawn_in_one_place, exhibits_name_cards)


@pytest.mark.parametrize("law", LAWS, ids=lambda law: law.__name__)
def test_the_project_keeps(law) -> None:
    keep(law(ROOT))


def test_what_every_form_shows_of_a_row_is_known() -> None:
    assert DRAWN.keys() == charts.FORMS.keys()


NEW = "hiring/findings/new.py"


@pytest.mark.parametrize(
    ("law", "where", "text"),
    [
        (marks_are_what_their_form_takes, NEW, "MARKS = Marks('dots', frame)\n"),
        (marks_are_what_their_form_takes, NEW, "MARKS = Marks(form, frame)\n"),
        (marks_are_what_their_form_takes, NEW, "MARKS = Marks('steps', frame, {'till': 3})\n"),
        (marks_are_what_their_form_takes, NEW, "MARKS = Marks('ramp', frame, {'crossed': 3})\n"),
        (
            marks_are_what_their_form_takes,
            NEW,
            "def made(given):\n    return Marks('steps', frame, dict(given))\n",
        ),
        (marks_are_what_their_form_takes, NEW, "GIVEN = {'till': 3}\nMARKS = Marks('steps', frame, GIVEN)\n"),
        (figures_are_drawn_in_one_place, "pages/new.py", "def show():\n    st.plotly_chart(figure)\n"),
        (exhibits_name_cards, NEW, "E = Exhibit('k', definition=('met_the_bar',))\n"),
    ],
)
def test_a_broken_law_of_exhibits_is_seen(law, where: str, text: str, tmp_path: Path) -> None:
    assert len(law(written(tmp_path, {where: text}))) == 1


def test_sound_marks_break_no_law(tmp_path: Path) -> None:
    text = "GIVEN = {'until': 3}\nMARKS = Marks('steps', frame, {'unit': 'days', **GIVEN})\n"
    text += "RAMP = Marks('ramp', frame, {'role': 'Field', 'crossed': None})\nE = Exhibit(definition=('met_bar',))\n"
    assert [fault for law in LAWS for fault in law(written(tmp_path, {NEW: text}))] == []
