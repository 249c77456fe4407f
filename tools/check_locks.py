"""Tell whether the lock files hold what the .in files ask for, without asking a registry."""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
PIN = re.compile(r"^(?P<name>[\w.-]+)(\[[\w,-]+\])?==(?P<version>[\w.+!-]+)", re.MULTILINE)


def asked(path: Path) -> Iterator[Requirement]:
    """Yield each requirement of an .in file and of those it includes."""
    for line in path.read_text().splitlines():
        text = line.split("#")[0].strip()
        if text.startswith("-r "):
            yield from asked(path.parent / text.removeprefix("-r ").strip())
        elif text:
            yield Requirement(text)


def differences(name: str) -> Iterator[str]:
    """Yield what the lock of the set ``name`` lacks or holds in a version that is not asked for."""
    pins = {
        canonicalize_name(found["name"]): found["version"] for found in PIN.finditer((ROOT / f"{name}.txt").read_text())
    }
    for requirement in asked(ROOT / f"{name}.in"):
        version = pins.get(canonicalize_name(requirement.name))
        if version is None or version not in requirement.specifier:
            yield f"{name}.txt has {requirement.name} {version}, {name}.in asks for {requirement}: run make lock"


def main() -> int:
    """Print every difference; return 1 if there is one."""
    found = [text for name in ("requirements", "requirements-dev") for text in differences(name)]
    sys.stdout.writelines(f"{text}\n" for text in found)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
