"""Readers in a process of their own: read until the input ends, then print every read.

Arguments: port, number of threads, paths. A line a read: when it began (before it was sent, by the
clock that all processes of a machine share), the path's index, and "word=number" of all it showed.
"""

from __future__ import annotations

import random
import re
import sys
import threading
import time

from tests.servers.asking import Line

COUNT = re.compile(rb"Count-(\w+) (\d+)")


def read(port: int, paths: list[str], stop: threading.Event, said: list[str]) -> None:
    line = Line(port)
    while not stop.is_set():
        index = random.randrange(len(paths))
        fate = "Fate: slow" if random.random() < 0.3 else "Fate: none"
        began = time.monotonic()
        try:
            status, body = line.get(paths[index], "Region: DE", fate)
        except OSError as error:
            said.append(f"{began} {index} error={type(error).__name__}")
            continue
        shown = {word.decode(): number.decode() for word, number in COUNT.findall(body)}
        counts = " ".join(f"{word}={number}" for word, number in shown.items())
        said.append(f"{began} {index} {counts if status == 200 else f'error={status}'}")
        if random.random() < 0.02:
            line.hang_up()


def main(port: int, threads: int, paths: list[str]) -> None:
    stop, said = threading.Event(), [[] for _thread in range(threads)]
    readers = [threading.Thread(target=read, args=(port, paths, stop, mine)) for mine in said]
    for reader in readers:
        reader.start()
    print("ready", flush=True)
    sys.stdin.read()
    stop.set()
    for reader in readers:
        reader.join()
    print("\n".join(one for mine in said for one in mine))


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]), sys.argv[3:])
