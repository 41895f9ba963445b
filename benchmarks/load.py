"""Load on one address: by wrk where it is installed, else by threads of this process."""

from __future__ import annotations

import http.client
import re
import shutil
import subprocess
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

CONNECTIONS = 16


def per_second(port: int, path: str, headers: Mapping[str, str], seconds: int = 1) -> float:
    """Requests a second that were answered."""
    ask = _by_wrk if shutil.which("wrk") else _by_threads
    return ask(port, path, headers, seconds)


@contextmanager
def under_load(port: int, path: str, headers: Mapping[str, str]) -> Iterator[None]:
    """As many readers as can be, until the block ends; without wrk this process is in their way."""
    if shutil.which("wrk"):
        command = _wrk(port, path, headers, seconds=600)
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
        try:
            yield
        finally:
            process.terminate()
            process.wait(10)
        return
    end = threading.Event()
    load = threading.Thread(target=_until, args=(end, port, path, headers))
    load.start()
    try:
        yield
    finally:
        end.set()
        load.join()


def _wrk(port: int, path: str, headers: Mapping[str, str], seconds: int) -> list[str]:
    asked = [part for name, value in headers.items() for part in ("-H", f"{name}: {value}")]
    command = ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{seconds}s", *asked]
    return [*command, f"http://127.0.0.1:{port}{path}"]


def _by_wrk(port: int, path: str, headers: Mapping[str, str], seconds: int) -> float:
    done = subprocess.run(
        _wrk(port, path, headers, seconds), capture_output=True, text=True, check=True
    )
    if "Non-2xx" in done.stdout:
        raise RuntimeError(f"{path} is not always answered:\n{done.stdout}")
    return float(re.search(r"Requests/sec:\s+([\d.]+)", done.stdout)[1])  # type: ignore[index]


def _by_threads(port: int, path: str, headers: Mapping[str, str], seconds: int) -> float:
    end, counts = threading.Event(), list[int]()
    readers = [
        threading.Thread(target=lambda: counts.append(_until(end, port, path, headers)))
        for _number in range(CONNECTIONS)
    ]
    for reader in readers:
        reader.start()
    time.sleep(seconds)
    end.set()
    for reader in readers:
        reader.join()
    return sum(counts) / seconds


def _until(end: threading.Event, port: int, path: str, headers: Mapping[str, str]) -> int:
    connection, count = http.client.HTTPConnection("127.0.0.1", port, timeout=10), 0
    while not end.is_set():
        connection.request("GET", path, headers=dict(headers))
        connection.getresponse().read()
        count += 1
    return count
