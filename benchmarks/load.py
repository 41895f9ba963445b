"""Load on one address: by wrk where it is installed, else by threads of this process."""

from __future__ import annotations

import http.client
import re
import shutil
import subprocess
import threading
import time
from collections.abc import Mapping

CONNECTIONS = 16


def per_second(port: int, path: str, headers: Mapping[str, str], seconds: float = 2.0) -> float:
    """Requests a second that were answered."""
    ask = _by_wrk if shutil.which("wrk") else _by_threads
    return ask(port, path, headers, seconds)


def _by_wrk(port: int, path: str, headers: Mapping[str, str], seconds: float) -> float:
    asked = [part for name, value in headers.items() for part in ("-H", f"{name}: {value}")]
    command = ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{max(1, round(seconds))}s", *asked]
    done = subprocess.run(
        [*command, f"http://127.0.0.1:{port}{path}"], capture_output=True, text=True, check=True
    )
    if "Non-2xx" in done.stdout:
        raise RuntimeError(f"{path} is not always answered:\n{done.stdout}")
    return float(re.search(r"Requests/sec:\s+([\d.]+)", done.stdout)[1])  # type: ignore[index]


def _by_threads(port: int, path: str, headers: Mapping[str, str], seconds: float) -> float:
    counts: list[int] = []
    until = time.monotonic() + seconds

    def ask() -> None:
        connection, count = http.client.HTTPConnection("127.0.0.1", port, timeout=10), 0
        while time.monotonic() < until:
            connection.request("GET", path, headers=dict(headers))
            connection.getresponse().read()
            count += 1
        counts.append(count)

    readers = [threading.Thread(target=ask) for _number in range(CONNECTIONS)]
    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join()
    return sum(counts) / seconds
