"""金小二: the kiosk of a convenience service hall. The package's map is docs/architecture.md."""
