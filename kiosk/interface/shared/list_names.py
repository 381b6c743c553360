"""The names of the four lists, the same on every screen.

Elsewhere: the lists (domain.catalog).
"""

from __future__ import annotations

from kiosk.domain.catalog import CatalogList

_NAMES = {
    CatalogList.CONVENIENCE: "便民服务",
    CatalogList.SOCIAL_SECURITY: "社保业务",
    CatalogList.RETAINED: "保留证明",
    CatalogList.ABOLISHED: "已取消证明",
}


def list_name(which: CatalogList) -> str:
    return _NAMES[which]
