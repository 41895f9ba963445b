"""A browser that goes before whatever measures it.

On a phone the browser has the processor to itself: Lighthouse runs on another machine. Here it
shares two cores, and what it keeps the page waiting is counted as the page's own: a page of one
word "blocks" for 0 to 284 ms. In the real-time queue the browser's processes wait for each other
alone, and the word blocks for 0.
"""

from __future__ import annotations

import shlex
import subprocess
from pathlib import Path

AHEAD = ("chrt", "--rr", "5")


def may_go_ahead() -> bool:
    """Whether this machine lets us (root, or CAP_SYS_NICE)."""
    try:
        return subprocess.run([*AHEAD, "true"], capture_output=True, check=False).returncode == 0
    except FileNotFoundError:
        return False


def going_ahead(browser: str, folder: Path) -> str:
    """The path of a program in ``folder`` that starts ``browser`` ahead of others."""
    program = folder / "browser-ahead"
    program.write_text(f'#!/bin/sh\nexec {" ".join(AHEAD)} {shlex.quote(browser)} "$@"\n', "utf-8")
    program.chmod(0o755)
    return str(program)
