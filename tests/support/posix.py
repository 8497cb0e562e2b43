"""What only POSIX systems have. Whatever imports this is skipped on others, and says why."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import fcntl
    import pty
    import termios
else:
    import pytest

    WHY = "needs a POSIX system, for pseudo-terminals and locks"
    fcntl, pty, termios = (
        pytest.importorskip(name, reason=WHY) for name in ("fcntl", "pty", "termios")
    )

__all__ = ["fcntl", "pty", "termios"]
