"""Writes the password file of Airflow's SimpleAuthManager.

A mounted secret will not do: the manager opens its file for writing at every start, even where it adds nothing.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

USER = "admin"
FILE = "AIRFLOW__CORE__SIMPLE_AUTH_MANAGER_PASSWORDS_FILE"
PASSWORD = "UI_ADMIN_PASSWORD"  # noqa: S105 - a variable's name


def write(environment: Mapping[str, str]) -> Path:
    """Write `{"admin": <UI_ADMIN_PASSWORD>}` to the file that Airflow's setting names, and return its path.

    The file is replaced in one step and is readable by its owner only, so that a running api-server never sees
    half of it. Raises SystemExit with the missing variable's name.
    """
    missing = [name for name in (FILE, PASSWORD) if not environment.get(name)]
    if missing:
        raise SystemExit(f"write_passwords: set {' and '.join(missing)}")
    target = Path(environment[FILE])
    handle, draft = tempfile.mkstemp(dir=target.parent, prefix=".passwords-")  # mkstemp makes it 0600
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump({USER: environment[PASSWORD]}, file)
            file.write("\n")
        Path(draft).replace(target)
    except BaseException:
        Path(draft).unlink(missing_ok=True)
        raise
    return target


if __name__ == "__main__":
    print(f"wrote {write(os.environ)}", file=sys.stderr)
