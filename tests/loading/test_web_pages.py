"""What a browser saved instead of an export is told by its first tag, however it begins."""

from __future__ import annotations

import pytest

from hiring.loading.web_pages import is_web_page


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
