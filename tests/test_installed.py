"""The wheel in a clean environment, away from the checkout and the network, shows the demo."""

import json
import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
NO_NETWORK = "import socket\n\ndef refuse(*_):\n    raise OSError('the network is cut')\n\n"


def run(*command: str, cwd: Path, env: dict[str, str] | None = None) -> str:
    done = subprocess.run(command, cwd=cwd, env=env, capture_output=True, text=True, timeout=900)
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout


def without_network() -> list[str]:
    """A network namespace of its own where the system allows one."""
    cut = shutil.which("unshare")
    if cut is None:
        return []
    tried = subprocess.run([cut, "--map-root-user", "--net", "true"], capture_output=True)
    return [cut, "--map-root-user", "--net"] if tried.returncode == 0 else []


@pytest.mark.model
@pytest.mark.slow
def test_the_installed_wheel_runs_the_demo_offline_to_the_same_table(tmp_path: Path) -> None:
    run(
        sys.executable, "-m", "build", "--wheel", "--outdir", str(tmp_path), str(ROOT), cwd=tmp_path
    )
    wheel = next(tmp_path.glob("*.whl"))
    venv.create(tmp_path / "env", with_pip=True)
    python = str(tmp_path / "env" / "bin" / "python")
    pip = (python, "-m", "pip", "install", "--quiet")
    run(*pip, "--require-hashes", "-r", str(ROOT / "requirements.lock"), cwd=tmp_path)
    run(*pip, "--no-deps", str(wheel), cwd=tmp_path)
    guard = tmp_path / "guard"
    guard.mkdir()
    # Where no namespace can be had, Python itself refuses to connect.
    patch = f"{NO_NETWORK}socket.socket.connect = socket.getaddrinfo = refuse\n"
    (guard / "sitecustomize.py").write_text(patch)
    env = {"PATH": os.environ["PATH"], "HOME": str(tmp_path), "PYTHONPATH": str(guard)}

    there = run(
        *without_network(), str(tmp_path / "env" / "bin" / "sayso"), "demo", "--json",
        cwd=tmp_path, env=env,
    )  # fmt: skip
    here = run(sys.executable, "-m", "sayso.show.cli", "demo", "--json", cwd=guard)

    assert len(json.loads(there)) > 10
    assert json.loads(there) == json.loads(here)
