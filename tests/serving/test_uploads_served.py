"""Files sent to a real server: from the page that asks for them, as large as it says, while it is open."""

from __future__ import annotations

import os
import signal
from http.client import HTTPConnection
from pathlib import Path

import pytest

from browser.serving import ROOT, Server, served
from serving.visiting import HEAD, visit

MB = 1024 * 1024
TOO_LARGE = b"Larger than 50 MB: copy the file into the exports folder instead.\n"


def test_a_file_is_sent_from_the_page_that_asks_for_it_and_from_no_other(dashboard: Server) -> None:
    with visit(dashboard.port) as one:
        one.open("definitions")
        assert one.put(b"a,b\n1,2\n").status == 403
        one.open("mapping")
        assert one.put(b"a,b\n1,2\n").status == 204
        assert one.take_away().status == 204
        one.open("definitions")
        answer = one.put(b"a,b\n1,2\n")
        assert answer.status == 403
        assert answer.read() == b"A file is sent from the page that asks for it, while it is open.\n"


def test_another_visit_cannot_be_sent_to_once_it_is_over(dashboard: Server) -> None:
    with visit(dashboard.port) as one:
        one.open("mapping")
        assert one.put(b"a").status == 204
    with visit(
        dashboard.port
    ) as other:  # by the time another page is drawn, the first visit's end has been noticed
        other.open("definitions")
        assert one.put(b"a").status in (400, 403)


@pytest.mark.parametrize("in_pieces", [False, True])
def test_a_larger_file_is_refused_in_one_line(dashboard: Server, in_pieces: bool) -> None:
    with visit(dashboard.port) as one:
        one.open("mapping")
        answer = one.put(bytes(50 * MB), in_pieces=in_pieces)
        assert (answer.status, answer.read()) == (413, TOO_LARGE)
        assert one.put(bytes(49 * MB), in_pieces=in_pieces).status == 204
        assert one.take_away().status == 204


def test_a_length_that_is_a_lie_is_counted(dashboard: Server) -> None:
    with visit(dashboard.port) as one:
        one.open("mapping")
        for said in ("99999999999999999999999", "52428801"):
            line = HTTPConnection("127.0.0.1", one.port, timeout=60)
            line.putrequest("PUT", f"/_stcore/upload_file/{one.session}/1")
            line.putheader("Content-Length", said)
            line.endheaders(HEAD)
            assert line.getresponse().status in (400, 413)
            line.close()


def test_a_server_ends_though_a_file_is_on_its_way_that_never_comes(sample_warehouse: Path) -> None:
    with (
        served(ROOT / "streamlit_app.py", {"HIRING_WAREHOUSE": str(sample_warehouse)}) as server,
        visit(server.port) as one,
    ):
        one.open("mapping")
        with one.begun(HEAD, said=9_000) as line:
            while one.put(b"a").status != 409:  # the first has not reached the server yet
                pass
            os.kill(server.pid, signal.SIGTERM)
            assert line.getresponse().status == 403
