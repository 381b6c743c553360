"""Faces: what people see and touch. No rule of the hall lives here; a face asks queries, calls commands and shows frozen views."""
