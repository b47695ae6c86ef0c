"""The server's own settings: it answers here only, asks nothing, tells nobody."""

from __future__ import annotations

import tomllib
from typing import Any

import pytest
import streamlit as st

from hiring.loading import uploads
from laws.reading import ROOT


@pytest.fixture(scope="module")
def given() -> dict[str, Any]:
    return tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))


def test_it_answers_on_this_machine_only_and_under_its_own_names(given: dict[str, Any]) -> None:
    assert given["server"]["address"] == "127.0.0.1"
    assert given["server"]["allowedHosts"] == ["127.0.0.1", "localhost"]


def test_a_first_start_waits_for_nobody_and_reports_to_nobody(given: dict[str, Any]) -> None:
    assert given["server"]["showEmailPrompt"] is False
    assert given["browser"]["gatherUsageStats"] is False


def test_no_stack_trace_reaches_a_reader(given: dict[str, Any]) -> None:
    assert given["client"]["showErrorDetails"] == "none"


def test_no_table_leaves_past_the_audit_log(given: dict[str, Any]) -> None:
    assert given["client"]["disableDataExport"] is True


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("enableAgentApi", False),
        ("trustedUserHeaders", {}),
        ("enableCORS", True),
        ("corsAllowedOrigins", []),
        ("enableXsrfProtection", True),
        ("enableStaticServing", False),
        ("scriptHealthCheckEnabled", False),
    ],
)
def test_no_door_stands_open_beside_the_doors(given: dict[str, Any], name: str, value: object) -> None:
    assert given["server"][name] == value
    assert st.get_option(f"server.{name}") == value


def test_it_asks_nobody_for_its_own_address(given: dict[str, Any]) -> None:
    assert given["browser"]["serverAddress"] == "127.0.0.1"


def test_how_large_a_file_may_be_is_said_alike_to_browser_and_server(given: dict[str, Any]) -> None:
    assert given["server"]["maxUploadSize"] == uploads.LARGEST_MB == 50
