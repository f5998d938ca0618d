"""`python -m communique.sample --port N --state DIR` serves the sample agencies on loopback."""

from __future__ import annotations

import argparse
import logging
import sys
from pathlib import Path

from communique import settings
from communique.sample import SampleError, serve


def main() -> int:
    """Serve until stopped; exit status 1 with a message where the port is in use or the content cannot be read."""
    parser = argparse.ArgumentParser(prog="python -m communique.sample", description=__doc__)
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--state", type=Path, default=settings.get().state_dir / "sample")
    parser.add_argument("--host", default="127.0.0.1")
    chosen = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(message)s")
    try:
        serve(chosen.host, chosen.port, chosen.state)
    except OSError as error:
        reason = error.strerror or error
        print(f"the sample agencies cannot listen on {chosen.host}:{chosen.port}: {reason}", file=sys.stderr)
        return 1
    except SampleError as error:
        print(f"the sample agencies cannot be read: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
