"""What a wheel carries beside the package: resources/, catalog/ and, when they were made, the edition and the voice. Read by hatchling alone.

kiosk/infrastructure/paths.py finds these parts again. An editable install is given none of them: it reads the checkout.

Elsewhere: building the wheel (pyproject.toml, dev.py package).
"""

from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class WheelParts(BuildHookInterface[Any]):
    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add the parts to a standard wheel. Refuses to build one without resources or catalogue: it could show nothing."""
        if version == "editable":
            return
        root = Path(self.root)
        for folder in ("resources", "catalog"):
            if not (root / folder).is_dir():
                raise FileNotFoundError(f"{root / folder} is missing; a wheel needs it")
            build_data["force_include"][str(root / folder)] = f"kiosk/_shipped/{folder}"
        if (root / ".cache" / "voice").is_dir():
            build_data["force_include"][str(root / ".cache" / "voice")] = "kiosk/_shipped/voice"
        edition = root / ".cache" / "edition.json"
        if edition.is_file():
            build_data["force_include"][str(edition)] = "kiosk/_shipped/edition.json"
            if (edition.parent / "attachments").is_dir():
                build_data["force_include"][str(edition.parent / "attachments")] = "kiosk/_shipped/attachments"
