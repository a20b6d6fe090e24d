"""What the processes of the service tell the system and one another."""

from __future__ import annotations

import ctypes
import os
import signal
import sys
from typing import Final

DRAIN: Final = getattr(signal, "SIGUSR1", None)
"""By what signal the main process tells a worker that the service is about to stop; None where there is none."""
HANGUP: Final = getattr(signal, "SIGHUP", None)
"""What the system sends when the terminal is closed; None where there is none."""
_PR_SET_PDEATHSIG: Final = 1


def die_with_parent() -> None:
    """Ask the system to kill this process once its parent is gone, so that nothing goes on unseen; Linux only."""
    if sys.platform != "linux":
        return
    parent = os.getppid()
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    if os.getppid() != parent:  # it went meanwhile
        os._exit(1)


def leave_terminal() -> None:
    """Leave the group of processes that Ctrl+C reaches: the main process alone stops the workers, in order."""
    if hasattr(os, "setpgid"):
        os.setpgid(0, 0)
