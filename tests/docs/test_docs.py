"""The README and the pages of docs/: complete, current, linked, and true where they show output.

`python tests/docs/test_docs.py` writes anew the output of examples that no longer fit.
"""

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest
import typer

from sayso.event_types import load_event_types
from sayso.show.cli import app
from sayso.show.exports import CSV_COLUMNS
from sayso.show.wording import STATUSES

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
TOP = [ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")]
PAGES = [*TOP, *sorted(DOCS.rglob("*.md"))]
FENCE = re.compile(r"^(<!-- not run -->\n+)?```(\w*)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
FAILED = re.compile(r"^(?:sayso: |Usage: |Traceback |bash: )", re.MULTILINE)
PAGE_NAMES = [str(page.relative_to(ROOT)) for page in PAGES]


# --- complete and current ---


def make_tables() -> ModuleType:
    """docs/make_tables.py, which is no part of a package."""
    spec = spec_from_file_location("make_tables", DOCS / "make_tables.py")
    assert spec is not None and spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_tables_are_what_the_code_says():
    stale = [str(path.relative_to(ROOT)) for path in make_tables().stale_pages()]

    assert stale == [], "run `python docs/make_tables.py`"


def command_options() -> Iterator[tuple[str, str]]:
    group = typer.main.get_command(app)
    context = typer.Context(group, info_name="sayso")
    for name, command, _ in make_tables().every_command(group, context):
        yield name, f"## sayso {name}"
        for parameter in command.params:
            if parameter.param_type_name == "option":
                for option in parameter.opts:
                    yield name, f"`{option}`"


@pytest.mark.parametrize(("command", "words"), list(command_options()))
def test_every_command_and_option_is_documented(command, words):
    page = (DOCS / "reference/commands.md").read_text("utf-8")
    part = page.partition(f"## sayso {command}\n")

    assert part[1]
    assert words in part[1] + part[2].partition("\n## ")[0]


@pytest.mark.parametrize(
    ("page", "names"),
    [
        ("event-types.md", list(load_event_types())),
        ("statuses.md", list(STATUSES)),
        ("columns.md", list(CSV_COLUMNS)),
    ],
)
def test_every_type_status_and_column_is_documented(page, names):
    text = (DOCS / "reference" / page).read_text("utf-8")

    assert [name for name in names if f"| `{name}` |" not in text] == []


def test_every_public_method_of_the_desk_is_documented():
    from sayso.desk import Desk

    text = (DOCS / "reference/python.md").read_text("utf-8")

    assert [n for n in vars(Desk) if not n.startswith("_") and f"{n}(" not in text] == []


# --- linked ---


def anchors_of(page: Path) -> set[str]:
    headings = re.findall(r"^#+ (.+)$", FENCE.sub("", page.read_text("utf-8")), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", h.lower()).strip().replace(" ", "-") for h in headings}


@pytest.mark.parametrize("name", PAGE_NAMES)
def test_every_link_leads_to_a_page_that_is_there(name):
    page = ROOT / name
    broken = []
    for link in LINK.findall(FENCE.sub("", page.read_text("utf-8"))):
        target, _, anchor = link.partition("#")
        if re.match(r"\w+:", target):
            continue
        file = (page.parent / target).resolve() if target else page
        if not file.is_file() or (anchor and anchor not in anchors_of(file)):
            broken.append(link)

    assert broken == []


def test_every_page_of_docs_is_in_the_menu():
    menu = (ROOT / "mkdocs.yml").read_text("utf-8")

    assert [p.name for p in DOCS.rglob("*.md") if str(p.relative_to(DOCS)) not in menu] == []


@pytest.mark.parametrize("name", [*PAGE_NAMES, "NOTICE", "mkdocs.yml"])
def test_no_page_names_a_path_of_one_machine(name):
    text = (ROOT / name).read_text("utf-8")

    assert re.findall(r"(?<![\w.])/(?:home|root|work|tmp|Users|opt|mnt)/[^\s`)]*", text) == []


# --- the examples ---


@dataclass(frozen=True)
class Example:
    """One command of a page with what it shows. "..." in it stands for anything."""

    command: str
    expected: str

    def fits(self, output: str) -> bool:
        pieces = [re.escape(piece) for piece in tidy(self.expected).split("...")]
        return re.fullmatch(".*".join(pieces), tidy(output), re.DOTALL) is not None


def tidy(text: str) -> str:
    return "\n".join(line.rstrip() for line in text.strip("\n").splitlines())


def examples_in(block: str) -> Iterator[Example]:
    """Lines with "$ " are commands, those with "> " after one go on with it, the rest is shown."""
    command: list[str] = []
    shown: list[str] = []
    for line in block.splitlines():
        if line.startswith("$ "):
            if command:
                yield Example("\n".join(command), "\n".join(shown))
            command, shown = [line[2:]], []
        elif (line == ">" or line.startswith("> ")) and command and not shown:
            command.append(line[2:])
        else:
            shown.append(line)
    if command:
        yield Example("\n".join(command), "\n".join(shown))


def console_blocks(text: str) -> Iterator[re.Match[str]]:
    for found in FENCE.finditer(text):
        if found[2] == "console" and not found[1]:
            yield found


def run_all(examples: Sequence[Example], folder: Path) -> list[str]:
    """What each command prints on both streams: one shell, in a folder, without our settings."""
    mark = "=== end of one example ==="
    script = "".join(f"{one.command}\nprintf '\\n%s\\n' '{mark}'\n" for one in examples)
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("SAYSO_", "PYTEST_"))}
    path = f"{Path(sys.executable).parent}{os.pathsep}{kept.get('PATH', '')}"
    done = subprocess.run(
        ["bash", "-c", script],
        cwd=folder,
        env=kept | {"PATH": path, "HOME": str(folder), "NO_COLOR": "1", "COLUMNS": "80"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=300,
        check=False,
    )
    return done.stdout.split(f"\n{mark}\n")[: len(examples)]


WITH_EXAMPLES = [
    name for name in PAGE_NAMES if any(console_blocks((ROOT / name).read_text("utf-8")))
]


@pytest.mark.model
@pytest.mark.parametrize("name", WITH_EXAMPLES)
def test_every_example_prints_what_its_page_shows(name, tmp_path):
    blocks = console_blocks((ROOT / name).read_text("utf-8"))
    examples = [one for block in blocks for one in examples_in(block[3])]

    outputs = run_all(examples, tmp_path)

    assert len(outputs) == len(examples)
    for example, output in zip(examples, outputs, strict=True):
        assert example.fits(output), f"$ {example.command}\n{output}"


def test_a_shown_output_may_leave_things_out():
    example = Example("sayso", "2 reports read, ...\n\nthe end")

    assert example.fits("2 reports read, 0 refused  \n\nthe end\n")
    assert not example.fits("2 reports read, 0 refused\n")


def write_examples() -> None:
    """Run every example; write what it printed where the page shows something else."""
    for page in PAGES:
        text = page.read_text("utf-8")
        blocks = [list(examples_in(block[3])) for block in console_blocks(text)]
        with tempfile.TemporaryDirectory() as folder:
            outputs = iter(run_all([one for block in blocks for one in block], Path(folder)))
        written = iter(
            ["".join(_as_shown(one, next(outputs)) for one in block) for block in blocks]
        )

        def renew(found: re.Match[str], written: Iterator[str] = written) -> str:
            if found[2] != "console" or found[1]:
                return found[0]
            return f"```console\n{next(written)}```"

        renewed = FENCE.sub(renew, text)
        if renewed != text:
            page.write_text(renewed, "utf-8")
            print(f"written: {page.relative_to(ROOT)}")


def _as_shown(example: Example, output: str) -> str:
    went_wrong = FAILED.search(output) is not None and FAILED.search(example.expected) is None
    if went_wrong:
        print(f"left as it was, for it goes wrong now: $ {example.command}\n{tidy(output)}")
    shown = tidy(example.expected if went_wrong or example.fits(output) else output)
    first, *more = example.command.split("\n")
    typed = [f"$ {first}", *(f"> {line}".rstrip() for line in more)]
    return "".join(f"{line}\n" for line in (*typed, *([shown] if shown else [])))


if __name__ == "__main__":
    write_examples()
