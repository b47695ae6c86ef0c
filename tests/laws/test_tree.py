"""What lies where, how big it may be, and what no file of ours may say."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from laws.reading import ROOT, Module, keep, modules, own_files, written

TOP = {
    *(
        "streamlit_app.py",
        "requirements.txt",
        "requirements.in",
        "requirements-dev.txt",
        "requirements-dev.in",
    ),
    *("requirements-cluster.txt", "requirements-cluster.in"),
    *("pages", "queries", "data", "hiring", "tests", "benchmarks", "docs"),
    *("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "LICENSE", "Makefile", "pyproject.toml"),
    *(".sqlfluff", ".streamlit", ".ci", ".gitignore", ".gitattributes", ".python-version"),
}
#: The rooms of the package. A name more is a room more: say in CONTRIBUTING what is done in it and nowhere else.
ROOMS = {
    *("__init__.py", "__main__.py", "words.py", "config.py"),
    *("command_line", "contract", "sample", "loading", "mapping", "identity", "warehouse", "access"),
    *("statistics", "metrics", "findings", "charts", "showing", "serving", "documents"),
}
#: Modules of a folder with one first word, from which on they are a family and the word is a folder.
FAMILY = 3
LONGEST_MODULE, LONGEST_FUNCTION = 300, 40
COLOURS_LIVE_IN = ("hiring/charts/ink.py", ".streamlit/config.toml")
HTML_LIVES_IN = "hiring/showing/glossary.py"
STYLE_LIVES_IN = "hiring/showing/style.py"  # a file of ours, whole: no text of an export gets into it
TEXT = {".py", ".sql", ".md", ".toml", ".txt", ".in", ".yml", ".yaml", ".json", ".css", ".html", ".sh", ""}
HEX = re.compile(r"(?:^|[\s:(])#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})(?=[\s;,)]|$)")
# A folder of one machine, or an address packages are fetched from: neither is true on the next machine.
MACHINE = re.compile(
    r"(?<![\w.$}/])/(?:home|Users|root|work|opt|srv|mnt|tmp|usr/local|usr/bin)/(?!env\b)"
    r"|\b(?:pypi|files[.]pythonhosted|test[.]pypi)[.]org\b|--(?:extra-)?index-url [^-]",
)


def _texts(root: Path) -> list[tuple[str, str]]:
    """(path, text) of each file a person wrote; the laws' own broken examples and compiled locks left out."""
    return [
        (file.as_posix(), (root / file).read_text(encoding="utf-8"))
        for file in own_files(root)
        if file.suffix in TEXT
        and file.parts[:2] != ("tests", "laws")
        and file.parts[:2] != ("data", "sample")
    ]


def only_known_names_at_the_top(root: Path) -> list[str]:
    names = {file.parts[0] for file in own_files(root)}
    return [
        f"{name}: not a name of the plan; the top of the tree stays short" for name in sorted(names - TOP)
    ]


def exactly_one_package(root: Path) -> list[str]:
    packages = {
        file.parts[0] for file in own_files(root) if len(file.parts) == 2 and file.name == "__init__.py"
    }
    return [f"{name}: a second package; hiring is the only one" for name in sorted(packages - {"hiring"})]


def the_package_has_these_rooms(root: Path) -> list[str]:
    names = {file.parts[1] for file in own_files(root) if file.parts[0] == "hiring" and len(file.parts) > 1}
    return [
        f"hiring/{name}: not a room of the house; which room does this work belong to?"
        for name in sorted(names - ROOMS)
    ]


def contributing_tells_every_room(root: Path) -> list[str]:
    if not (root / "CONTRIBUTING.md").is_file():
        return []
    told = re.findall(
        r"`([\w.]+)`",
        "".join(re.findall(r"^\| (`[^|]+) \|", (root / "CONTRIBUTING.md").read_text("utf-8"), re.M)),
    )
    lacking = sorted(ROOMS - set(told) - {"__init__.py", "__main__.py"})
    return [
        f"CONTRIBUTING.md: says nothing of hiring/{name}; what is done there, and nowhere else?"
        for name in lacking
    ]


def families_are_folders(root: Path) -> list[str]:
    """A prefix is a folder that nobody made; and nothing repeats the name of its folder."""
    families: dict[tuple[Path, str], list[str]] = {}
    for file in own_files(root):
        if file.suffix == ".py" and not file.name.startswith("__"):
            word = file.stem.removeprefix("test_").split("_")[0]
            families.setdefault((file.parent, word), []).append(file.name)
    return [
        f"{folder.as_posix()}: {', '.join(sorted(names))}; make the folder {word}/"
        for (folder, word), names in sorted(families.items())
        if len(names) >= FAMILY
    ]


def modules_are_short(root: Path) -> list[str]:
    return [
        f"{module.where}: {lines} lines; split it at {LONGEST_MODULE}"
        for module in modules(root)
        if (lines := len(module.text.splitlines())) > LONGEST_MODULE
    ]


def functions_are_short(root: Path) -> list[str]:
    return [
        f"{module.where}:{node.lineno}: {node.name} has {lines} lines; split it at {LONGEST_FUNCTION}"
        for module in modules(root)
        for node in ast.walk(module.tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (lines := (node.end_lineno or 0) - node.lineno + 1) > LONGEST_FUNCTION
    ]


def _strings(module: Module) -> Iterator[ast.Constant]:
    """Every text a module works with; docstrings only tell."""
    told = {id(node.value) for node in ast.walk(module.tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told:
            yield node


def colours_live_in_one_place(root: Path) -> list[str]:
    return [
        f"{module.where}:{text.lineno}: a colour; colours live in {' and '.join(COLOURS_LIVE_IN)}"
        for module in modules(root)
        if module.where not in COLOURS_LIVE_IN
        for text in _strings(module)
        if HEX.search(str(text.value))
    ]


def html_is_written_in_one_place(root: Path) -> list[str]:
    return [
        f"{module.where}:{node.lineno}: text of an export could become markup; HTML is escaped in {HTML_LIVES_IN}"
        for module in modules(root)
        if module.where != HTML_LIVES_IN
        for node in ast.walk(module.tree)
        if isinstance(node, ast.keyword | ast.Attribute) and _is_html(node)
        if module.where != STYLE_LIVES_IN or not _gives_only_the_stylesheet(module)
    ]


def no_script_of_our_own(root: Path) -> list[str]:
    return [
        f"{module.where}:{node.value.lineno}: no script of ours runs in a visitor's browser"
        for module in modules(root)
        for node in ast.walk(module.tree)
        if isinstance(node, ast.keyword) and node.arg == "unsafe_allow_javascript"
    ]


def _gives_only_the_stylesheet(module: Module) -> bool:
    """Whether it gives two files of ours and the rules made of the theme's colours, to which nothing is handed."""
    calls = [node for node in ast.walk(module.tree) if isinstance(node, ast.Call) and _is_html(node.func)]
    given = [ast.unparse(one) for call in calls for one in (*call.args, *call.keywords)]
    return given == ["STYLESHEET", "_figures()", "WALL"]


def _is_html(node: ast.AST) -> bool:
    """Whether Streamlit is given HTML: by that word, or by the element that takes nothing else."""
    if isinstance(node, ast.keyword):
        return node.arg == "unsafe_allow_html"
    if not isinstance(node, ast.Attribute):
        return False
    return node.attr == "html" and isinstance(node.value, ast.Name) and node.value.id == "st"


def no_file_knows_one_machine(root: Path) -> list[str]:
    return [
        f"{name}:{text.count(chr(10), 0, found.start()) + 1}: {found.group()!r} is true on one machine only"
        for name, text in _texts(root)
        for found in MACHINE.finditer(text)
    ]


LAWS = (
    only_known_names_at_the_top,
    exactly_one_package,
    the_package_has_these_rooms,
    contributing_tells_every_room,
    families_are_folders,
    modules_are_short,
    functions_are_short,
    colours_live_in_one_place,
    html_is_written_in_one_place,
    no_script_of_our_own,
    no_file_knows_one_machine,
)


@pytest.mark.parametrize("law", LAWS, ids=lambda law: law.__name__)
def test_the_project_keeps(law) -> None:
    keep(law(ROOT))


BROKEN = [
    (only_known_names_at_the_top, "helpers/thing.py", ""),
    (exactly_one_package, "benchmarks/__init__.py", ""),
    (the_package_has_these_rooms, "hiring/page_sources.py", ""),
    (
        contributing_tells_every_room,
        "CONTRIBUTING.md",
        "".join(f"| `{room}` | work |\n" for room in sorted(ROOMS - {"findings"})),
    ),
    (modules_are_short, "hiring/statistics/rates.py", "\n" * (LONGEST_MODULE + 1)),
    (functions_are_short, "hiring/statistics/rates.py", "def share():\n" + "    pass\n" * LONGEST_FUNCTION),
    (functions_are_short, "pages/rates.py", "class A:\n    def b():\n" + "        pass\n" * LONGEST_FUNCTION),
    (colours_live_in_one_place, "hiring/charts/dots.py", 'INK = "#5146A8"\n'),
    (colours_live_in_one_place, "hiring/showing/page.py", 'STYLE = "color: #fff;"\n'),
    (
        html_is_written_in_one_place,
        "pages/sources.py",
        "def show():\n    st.markdown('', unsafe_allow_html=True)\n",
    ),
    (html_is_written_in_one_place, "hiring/showing/lists.py", "def show():\n    st.html('')\n"),
    (html_is_written_in_one_place, "hiring/showing/style.py", "def draw(text):\n    st.html(text)\n"),
    (
        no_script_of_our_own,
        "hiring/showing/glossary.py",
        "def show():\n    st.html('', unsafe_allow_javascript=True)\n",
    ),
    (no_file_knows_one_machine, "docs/deployment.md", "Put it in /home/anna/hiring.\n"),
    (no_file_knows_one_machine, "hiring/config.py", 'ROOT = "/home/somebody/project"\n'),
    (no_file_knows_one_machine, "requirements.in", "--index-url https://example.org\n"),
    (no_file_knows_one_machine, "README.md", "See https://pypi.org/simple\n"),
]


@pytest.mark.parametrize(("law", "name", "text"), BROKEN)
def test_a_broken_law_of_the_tree_is_seen(law, name: str, text: str, tmp_path: Path) -> None:
    assert len(law(written(tmp_path, {name: text}))) == 1


def test_three_modules_with_one_first_word_are_to_be_a_folder(tmp_path: Path) -> None:
    root = written(
        tmp_path, {f"hiring/findings/hire_{name}.py": "" for name in ("curves", "people", "ramps")}
    )
    (fault,) = families_are_folders(root)
    assert fault == "hiring/findings: hire_curves.py, hire_people.py, hire_ramps.py; make the folder hire/"


def test_a_sound_tree_breaks_no_law(tmp_path: Path) -> None:
    root = written(
        tmp_path,
        {
            "hiring/__init__.py": '"""Hiring Outcomes."""\n',
            "hiring/charts/ink.py": 'HR = "#000001"\n',
            "hiring/findings/sentences.py": '"""Not #123456."""\n\nLABEL = "Employee #"\nRANK = "#1"\n',
            "tests/statistics/test_rates.py": "",
            ".ci/run": "#!/usr/bin/env bash\nmake test\n",
            "Makefile": "lock:\n\tuv pip compile --no-emit-index-url requirements.in\n",
        },
    )
    assert [fault for law in LAWS for fault in law(root)] == []
