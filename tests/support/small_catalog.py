"""A small catalogue cut out of the real one: three items, two proofs, twelve life events; quick to check, easy to spoil."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml

from kiosk.infrastructure.paths import catalog_dir

ITEM = "items/civil_affairs/WHL-MZ-005.yaml"
OTHER_ITEM = "items/civil_affairs/WHL-MZ-007.yaml"
SOCIAL_ITEM = "items/social_insurance/WHL-SB-018.yaml"
RETAINED = "proofs/retained/BL-01.yaml"
ABOLISHED = "proofs/abolished/QX-10.yaml"
ENTRIES = (ITEM, OTHER_ITEM, SOCIAL_ITEM, RETAINED, ABOLISHED)

Spoil = Callable[[dict[str, Any]], object]


def small_catalog(folder: Path) -> Path:
    """A catalogue without faults in `folder`."""
    real = catalog_dir()
    shutil.copytree(real / "schema", folder / "schema")
    codes = {Path(name).stem for name in ENTRIES}
    for name in ENTRIES:
        document = read(real, name)
        for field in ("related_items", "proofs"):
            if field in document:
                document[field] = [code for code in document[field] if code in codes]
        write(folder, name, document)
    vocabularies = read(real, "vocabularies.yaml")
    for event in vocabularies["life_events"]:
        event["groups"] = [{"title": "都在这", "icon": "ring", "items": ["WHL-MZ-005", "WHL-MZ-007", "WHL-SB-018"]}]
    write(folder, "vocabularies.yaml", vocabularies)
    shutil.copy(real / "sources.yaml", folder / "sources.yaml")
    counts = {"convenience": 2, "social_security": 1, "retained": 1, "abolished": 1}
    write(folder, "edition.yaml", {"name": "试", "date": "2026-11-22", "counts": counts})
    return folder


def read(folder: Path, name: str) -> dict[str, Any]:
    document: dict[str, Any] = yaml.safe_load((folder / name).read_text(encoding="utf-8"))
    if name == "edition.yaml":
        document["date"] = str(document["date"])
    return document


def write(folder: Path, name: str, document: object) -> None:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(document, ensure_ascii=False, indent=1), encoding="utf-8")  # JSON is YAML, without anchors


def spoil(folder: Path, name: str, change: Spoil) -> None:
    """Change one document on disk."""
    document = read(folder, name)
    change(document)
    write(folder, name, document)
