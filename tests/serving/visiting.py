"""A visitor without a browser who sends files: Streamlit's own protocol over the socket, uploads beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPResponse

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import ClientConnection, connect

EDGE = b"--edge\r\n"
HEAD = EDGE + b'Content-Disposition: form-data; name="file"; filename="deals.csv"\r\n\r\n'
TAIL = b"\r\n--edge--\r\n"


@dataclass
class Visit:
    """One session, the pages it opens, and the files it sends."""

    port: int
    socket: ClientConnection
    session: str = ""

    def open(self, page: str) -> None:
        """Open a page and wait until it is drawn."""
        message = BackMsg()
        message.rerun_script.page_name = page
        self.socket.send(message.SerializeToString())
        while True:
            answer = ForwardMsg()
            came = self.socket.recv(timeout=120)
            answer.ParseFromString(came if isinstance(came, bytes) else came.encode())
            if answer.WhichOneof("type") == "new_session":
                self.session = answer.new_session.initialize.session_id
            if answer.WhichOneof("type") == "script_finished":
                return

    def put(self, content: bytes, *, name: str = "1", in_pieces: bool = False) -> HTTPResponse:
        """Send a file into this session, as the browser does or in pieces of unsaid length."""
        return self._ask("PUT", name, HEAD + content + TAIL, in_pieces=in_pieces)

    def take_away(self, name: str = "1") -> HTTPResponse:
        """Take a file away again."""
        return self._ask("DELETE", name, b"")

    @contextmanager
    def begun(self, content: bytes, said: int) -> Iterator[HTTPConnection]:
        """A file of which no more comes than this, though it is said to be longer."""
        line = HTTPConnection("127.0.0.1", self.port, timeout=120)
        headers = {**self._passes(line), "Content-Length": str(said)}
        line.putrequest("PUT", f"/_stcore/upload_file/{self.session}/1")
        for name, value in headers.items():
            line.putheader(name, value)
        line.endheaders(content)
        try:
            yield line
        finally:
            line.close()

    def _ask(self, method: str, name: str, body: bytes, *, in_pieces: bool = False) -> HTTPResponse:
        line = HTTPConnection("127.0.0.1", self.port, timeout=120)
        headers = self._passes(line)
        sent: bytes | Iterable[bytes] = [body[at : at + 2**20] for at in range(0, len(body), 2**20)]
        try:
            path = f"/_stcore/upload_file/{self.session}/{name}"
            line.request(method, path, sent if in_pieces else body, headers, encode_chunked=in_pieces)
        except (BrokenPipeError, ConnectionResetError):
            pass  # it said no before all had come; what it said is there to read
        return line.getresponse()

    def _passes(self, line: HTTPConnection) -> dict[str, str]:
        """What lets a request of the page's own in."""
        line.request("GET", "/_stcore/health")
        answer = line.getresponse()
        answer.read()
        token = str(answer.headers["Set-Cookie"]).partition(";")[0].partition("=")[2]
        return {
            "X-Xsrftoken": token,
            "Cookie": f"_streamlit_xsrf={token}",
            "Content-Type": "multipart/form-data; boundary=edge",
        }


@contextmanager
def visit(port: int) -> Iterator[Visit]:
    """A visit until the block ends."""
    with connect(
        f"ws://127.0.0.1:{port}/_stcore/stream",
        subprotocols=["streamlit"],  # type: ignore[list-item]
        origin=f"http://127.0.0.1:{port}",  # type: ignore[arg-type]
        max_size=None,
        ping_interval=None,
    ) as socket:
        yield Visit(port, socket)
