"""The house: what ships, what may not stand in any file, and that the README tells the truth."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from dluhy.law.pack import default_pack, load

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run([sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)], cwd=ROOT, check=True,
                   capture_output=True)  # fmt: skip
    return next(folder.glob("*.whl"))


def test_the_wheel_carries_the_rules_types_and_licence(wheel: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
        archive.extractall(tmp_path)
    assert "dluhy/py.typed" in names
    assert "dluhy/printing/screening.typ" in names
    assert "dluhy_service/openapi/static/swagger-ui-bundle.js" in names
    assert "dluhy_service/openapi/static/LICENSE" in names
    assert "dluhy_service/openapi/examples/screening_child.json" in names
    assert any(name.endswith("licenses/LICENSE") for name in names)
    assert load(tmp_path / "dluhy" / "_rules").hash == default_pack().hash


def test_the_wheel_works_away_from_the_checkout(wheel: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path)
    command = [sys.executable, "-P", "-c", "import dluhy; print(dluhy.__file__, dluhy.default_pack().hash)"]
    environment = {**os.environ, "PYTHONPATH": str(tmp_path)}
    run = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=True)
    place, digest = run.stdout.split()
    assert Path(place).is_relative_to(tmp_path)
    assert digest == default_pack().hash


@pytest.mark.parametrize("name", ["core", "service", "dev", "report"])
def test_requirements_are_hashed_and_name_no_address(name: str) -> None:
    text = (ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8")
    assert "://" not in text
    assert "--index" not in text
    blocks = re.split(r"\n(?=[a-z])", text.strip())
    assert len(blocks) > 10
    assert all("--hash=sha256:" in block and "==" in block for block in blocks)


def test_readme_commands_are_tasks() -> None:
    named = set(re.findall(r"python tasks\.py (\w+)", (ROOT / "README.md").read_text(encoding="utf-8")))
    assert {"demo", "test"} <= named
    known = subprocess.run(
        [sys.executable, "tasks.py", "help"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout
    assert all(f"tasks.py {name} " in known for name in named)


def test_an_unknown_task_is_told() -> None:
    run = subprocess.run([sys.executable, "tasks.py", "nic"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 2
    assert "nic" in run.stderr


def test_help_does_not_load_polars() -> None:
    code = """
import sys
from dluhy.cli import main
try:
    main(["--help"])
finally:
    print("polars" in sys.modules)
"""
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.splitlines()[-1] == "False"


def test_no_file_names_a_place_on_somebody_s_machine() -> None:
    forbidden = re.compile(r"\.\./shared|/work/|/root/|/home/\w")
    for path in [
        *ROOT.glob("src/**/*.py"),
        *ROOT.glob("rules/**/*.toml"),
        *ROOT.glob("fixtures/*"),
        ROOT / "README.md",
    ]:
        if path.suffix in {".py", ".toml", ".md", ".csv"}:
            assert not forbidden.search(path.read_text(encoding="utf-8", errors="replace")), path
