"""Five hundred readers at once of a page that nobody has asked for yet, before two processes."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from benchmarks.counting import FILE
from benchmarks.server import running

READERS = 500


def report_cold(paths: Sequence[str], folder: Path) -> None:
    file = folder / "renderings"
    statuses: Counter[int] = Counter()
    with running(workers=2, **{FILE: str(file)}) as server:
        for path in paths:
            statuses.update(asyncio.run(_all_at_once(server.port, path)))
    counted = Counter(file.read_text().split())
    made = [counted[path] for path in paths]
    refused = sum(count for status, count in statuses.items() if status != 200)
    print(f"\n{READERS} readers at once of a cold page, 2 processes, {len(paths)} pages:")
    print(f"  renderings: {max(made)} at most, {sum(made) / len(made):.1f} on average; ", end="")
    print(f"answers other than the page: {refused / sum(statuses.values()):.1%}")


async def _all_at_once(port: int, path: str) -> list[int]:
    """All connections stand before the first request goes out."""
    go = asyncio.Event()
    readers = [asyncio.create_task(_read(port, path, go)) for _number in range(READERS)]
    await asyncio.sleep(1)
    go.set()
    return await asyncio.gather(*readers)


async def _read(port: int, path: str, go: asyncio.Event) -> int:
    answer, question = await asyncio.open_connection("127.0.0.1", port)
    await go.wait()
    said = (
        f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nRegion: DE\r\nConnection: close\r\n\r\n"
    )
    question.write(said.encode())
    whole = await asyncio.wait_for(answer.read(), 30)
    question.close()
    return int(whole.split(b" ", 2)[1])
