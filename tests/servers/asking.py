"""HTTP by hand on kept connections: a client that costs less than the server that it asks."""

from __future__ import annotations

import socket


class Line:
    """One connection to 127.0.0.1, opened anew after ``hang_up``; ``peer`` is where it comes from.

    Raises OSError when the server is gone or silent for ``patience`` seconds.
    """

    def __init__(self, port: int, peer: str = "127.0.0.1", patience: float = 20.0) -> None:
        self.port, self.peer, self.patience = port, peer, patience
        self._socket: socket.socket | None = None
        self._rest = b""

    def get(self, path: str, *headers: str) -> tuple[int, bytes]:
        lines = [f"GET {path} HTTP/1.1", "Host: localhost", *headers, "", ""]
        return self.ask("\r\n".join(lines).encode("latin-1"))

    def ask(self, request: bytes) -> tuple[int, bytes]:
        try:
            if self._socket is None:
                self._socket = self._connected()
            self._socket.sendall(request)
            return self._answer(self._socket)
        except OSError:
            self.hang_up()
            raise

    def hang_up(self) -> None:
        """A new connection may meet another process."""
        if self._socket is not None:
            self._socket.close()
        self._socket, self._rest = None, b""

    def _connected(self) -> socket.socket:
        made = socket.create_connection(
            ("127.0.0.1", self.port), timeout=self.patience, source_address=(self.peer, 0)
        )
        made.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return made

    def _answer(self, sock: socket.socket) -> tuple[int, bytes]:
        got = self._rest
        while b"\r\n\r\n" not in got:
            got += self._more(sock)
        head, _blank, body = got.partition(b"\r\n\r\n")
        fields = head.lower().split(b"\r\n")
        length = next(int(f.split(b":")[1]) for f in fields if f.startswith(b"content-length:"))
        while len(body) < length:
            body += self._more(sock)
        body, self._rest = body[:length], body[length:]
        return int(head.split(b" ", 2)[1]), body

    @staticmethod
    def _more(sock: socket.socket) -> bytes:
        more = sock.recv(262_144)
        if not more:
            raise ConnectionResetError("the server hung up")
        return more
