"""The one door through which view models reach PySide6's decorators.

PySide6's stubs type `Property` as a class that returns itself, which strict mypy reads as "every property is a Property object".
Here `Property` keeps the getter's own type. `Signal`, `Slot` and the QML decorators pass through, so that a view model imports
them from one place (the qmltypes generator reads the names in the source, not their origin).

Elsewhere: what a view model is made of (showing.py, record_list.py), the types for qmllint (build/qmltypes.py).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import Property as _QtProperty
from PySide6.QtCore import QObject, Signal, SignalInstance, Slot
from PySide6.QtQml import QmlElement
from PySide6.QtQml import QmlUncreatable as _QtUncreatable

Value = TypeVar("Value")
Made = TypeVar("Made")

if TYPE_CHECKING:

    class Property(property):
        """As the built-in `property`, with the Qt type and the notifying signal in front."""

        def __init__(self, qt_type: type | str, *, notify: Signal | None = None) -> None: ...

        def __call__(self, getter: Callable[[Any], Value]) -> property: ...

    def QmlUncreatable(reason: str) -> Callable[[type[Made]], type[Made]]: ...

else:
    Property = _QtProperty
    QmlUncreatable = _QtUncreatable

__all__ = ["Property", "QObject", "QmlElement", "QmlUncreatable", "Signal", "SignalInstance", "Slot"]
