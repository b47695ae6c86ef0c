"""What a browser saved instead of an export is told by its first tag, however it begins."""

from __future__ import annotations

import pytest

from hiring.loading.web_pages import PAGE, SHEET, SIGN_IN, TABLE, is_web_page, kind_of


@pytest.mark.parametrize(
    "start",
    [
        b"<html>",
        b"<HTML lang='en'>",
        b"\xef\xbb\xbf\r\n <!DOCTYPE  html>",
        b'<?xml version="1.0"?>\n<!DOCTYPE html>',
        b"<!-- one --> <!-- two -->\n<body>",
        b"<!----><div",
        b"<table border=1>",
        b"<meta charset='utf-8'>",
        b"<!---->" * 500 + b"<html>",
    ],
)
def test_a_page_is_told(start: bytes) -> None:
    assert is_web_page(start)


@pytest.mark.parametrize(
    "start",
    [
        b"",
        b"employee_id,full_name\n",
        b"< html>",
        b"<htmlx>",
        b"<heading>",
        b"<!DOCTYPEhtml>",
        b"<!DOCTYPE svg>",
        b"<?xml version='1.0'?><rows>",
        b"<?xml never ended",
        b"<!-- never ended <html>",
        b"id,page\n1,<html>\n",
    ],
)
def test_anything_else_is_none(start: bytes) -> None:
    assert not is_web_page(start)


@pytest.mark.parametrize(
    ("start", "kind"),
    [
        (b"<html><form><input type='password'></form><table><tr></table></html>", SIGN_IN),
        (b"<html><title>Sign in</title></html>", SIGN_IN),
        (b"<html><body><TABLE border=1><tr><td>Login</td></tr></TABLE>", TABLE),
        (b"<table><tr><td>Deal</td></tr></table>", TABLE),
        ("<html><table><tr>".encode("utf-16"), TABLE),
        (b'<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><style>', TABLE),
        (b'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook>', SHEET),
        (b"<html><body>Not found</body></html>", PAGE),
        (b"<?xml version='1.0'?><rows>", ""),
        (b"deal\towner\n<table>\tAda\n", ""),
        (b"\xff\xfe\x00", ""),
        (b"", ""),
    ],
)
def test_a_page_is_named_as_what_it_is(start: bytes, kind: str) -> None:
    assert kind_of(start) == kind
