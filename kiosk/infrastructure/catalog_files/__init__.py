"""The catalogue on disk: YAML files that people edit, and the one immutable file that a kiosk reads.

`documents` gives the plain shape of an entry (the same in YAML, in the edition file and in `kiosk catalog show`); `source_tree` reads
catalog/; `checker` finds its faults; `search_keys` computes readings at publication; `edition_file` writes and reads editions.
Elsewhere: what the fields mean (domain.catalog), when a new edition is due (application.commands.publish_edition).
"""
