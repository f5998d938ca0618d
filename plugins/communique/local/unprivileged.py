"""Running a program as somebody other than root, where PostgreSQL insists on it."""

from __future__ import annotations

import os
import pwd
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from communique.local.errors import LocalError

# Traversal only: lets the unprivileged account reach a data directory below a folder that is closed to it
# (a checkout in root's home, a private temporary folder) without loosening that folder's mode.
_REACH = "dac_read_search"
_CAP_DAC_READ_SEARCH = 2


@dataclass(frozen=True, slots=True)
class Account:
    """The account that a server process runs as, and how to start it so."""

    uid: int
    gid: int
    prefix: tuple[str, ...]

    def own(self, path: Path) -> None:
        """Hand a file or folder to the account; nothing to do where it is already ours."""
        if os.geteuid() == 0:
            os.chown(path, self.uid, self.gid)


def _can_pass(uid: int, gid: int, path: Path) -> bool:
    """Whether uid:gid may walk down to `path`, judged by the mode bits of every folder above it."""
    for folder in path.resolve().parents:
        status = folder.stat()
        shift = 6 if status.st_uid == uid else 3 if status.st_gid == gid else 0
        if not (status.st_mode >> shift) & 0o1:
            return False
    return True


def _may_lend_reach() -> bool:
    """Whether this process holds the capability that `setpriv` would hand on."""
    for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
        if line.startswith("CapEff:"):
            return bool(int(line.split()[1], 16) >> _CAP_DAC_READ_SEARCH & 1)
    return False


def _account_behind_root() -> pwd.struct_passwd:
    """The person who called sudo where there is one, else the account that every Debian has for no rights."""
    sudo = os.environ.get("SUDO_UID", "")
    if sudo.isdigit() and sudo != "0":
        return pwd.getpwuid(int(sudo))
    return pwd.getpwnam("nobody")


def account(paths: Iterable[Path]) -> Account:
    """The account to run a server as, so that it can reach every path in `paths`.

    A normal user runs it as themselves. Root runs it as the caller of sudo or as `nobody`, with all
    capabilities dropped but, where a folder above one of the paths is closed to that account, the one to
    search folders. Raises LocalError where root can do neither.
    """
    if os.geteuid() != 0:
        return Account(os.geteuid(), os.getegid(), ())
    setpriv = shutil.which("setpriv")
    if setpriv is None:
        raise LocalError("PostgreSQL does not run as root, and setpriv is missing: apt-get install util-linux")
    who = _account_behind_root()
    closed = [path for path in paths if not _can_pass(who.pw_uid, who.pw_gid, path)]
    if closed and not _may_lend_reach():
        raise LocalError(
            f"PostgreSQL does not run as root, and {who.pw_name} cannot reach {closed[0]}: "
            "clone into a folder that others may enter, or run as a normal user"
        )
    kept = f"-all,+{_REACH}" if closed else "-all"
    prefix = (setpriv, f"--reuid={who.pw_uid}", f"--regid={who.pw_gid}", "--clear-groups",
              f"--inh-caps={kept}", f"--ambient-caps={kept}", f"--bounding-set={kept}", "--no-new-privs")
    return Account(who.pw_uid, who.pw_gid, prefix)
