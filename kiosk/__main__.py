"""`python -m kiosk ROLE …` or `python -m kiosk TOOL …`: picks one, nothing else. Each is loaded only when it is picked."""

from __future__ import annotations

import gc
import importlib
import sys
from collections.abc import Sequence

ROLES = {
    "citizen": "kiosk.roles.supervisor",
    "counter": "kiosk.roles.counter",
    "display": "kiosk.roles.watched_display",
    "shot": "kiosk.roles.shot",
}
TOOLS = "kiosk.roles.tools"


def main(argv: Sequence[str] | None = None) -> int:
    """The exit code. A role's name comes first; whatever else comes first belongs to the tools."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    role = ROLES.get(arguments[0]) if arguments else None
    if role:
        gc.disable()  # a face collects in quiet moments (interface/shared/garbage.py); while it starts there is nothing to collect
    module = importlib.import_module(role or TOOLS)
    return int(module.run(arguments[1:] if role else arguments))


if __name__ == "__main__":
    sys.exit(main())
