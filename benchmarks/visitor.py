"""A visitor without a browser: speaks Streamlit's own protocol over the socket, so that only the server is measured."""

from __future__ import annotations

import time
from collections.abc import Iterator

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import ClientConnection, connect


class Visitor:
    """One session on a server of this machine."""

    def __init__(self, port: int, page: str = "", query: str = "") -> None:
        self._page, self._query = page, query
        self._socket: ClientConnection = connect(
            f"ws://127.0.0.1:{port}/_stcore/stream",
            subprotocols=["streamlit"],  # type: ignore[list-item]
            origin=f"http://127.0.0.1:{port}",  # type: ignore[arg-type]
            max_size=None,
            compression=None,
            open_timeout=120,  # a server that has much to do is not to be given up
            ping_interval=None,
        )

    def rerun(self, query: str | None = None) -> float:
        """Ask for the page again (with other filters in its address) and give the seconds until it is whole."""
        started = time.perf_counter()
        for _ in self.messages(query):
            pass
        return time.perf_counter() - started

    def messages(self, query: str | None = None) -> Iterator[bytes]:
        """Ask for the page again and give what the server sends until it is whole, as it came."""
        message = BackMsg()
        message.rerun_script.query_string = self._query if query is None else query
        message.rerun_script.page_name = self._page
        self._socket.send(message.SerializeToString())
        while True:
            told = self._socket.recv(timeout=600)
            yield told  # type: ignore[misc]
            answer = ForwardMsg()
            answer.ParseFromString(told)  # type: ignore[arg-type]
            if answer.WhichOneof("type") == "script_finished":
                if answer.script_finished != ForwardMsg.FINISHED_SUCCESSFULLY:
                    raise RuntimeError(f"the page ended with {answer.script_finished}")
                return

    def close(self) -> None:
        """Leave."""
        self._socket.close()
