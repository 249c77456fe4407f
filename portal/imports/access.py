"""Who may bring which tables in."""

from typing import Any

from portal.imports.kinds import ImportKind, import_kinds

VIEW = "imports.view_importrun"
ADD = "imports.add_importrun"


def may_import(person: Any, kind: ImportKind) -> bool:
    """Tell whether the person may bring such a table in, approve it and take such records away."""
    return bool(person.has_perm(ADD) and person.has_perms(kind.permissions))


def kinds_for(person: Any) -> list[ImportKind]:
    """Return the kinds a person may import."""
    return [kind for kind in import_kinds() if may_import(person, kind)]
