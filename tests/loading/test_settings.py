"""A company's settings: defaults, what may be said, and one clear line for what may not."""

from __future__ import annotations

from dataclasses import fields
from datetime import date
from pathlib import Path

import pytest

from helpers.hostile_entries import KINDS, in_time
from hiring import config
from hiring.config import SAMPLE, CompanySettings, ConfigError, RoleSettings
from hiring.loading import plain_files
from hiring.loading.settings import COMPANY, ROLE, company_settings, default_exports


def _settings(folder: Path, text: str) -> CompanySettings:
    (folder / "config.toml").write_text(text, encoding="utf-8")
    return company_settings(folder)


def test_without_a_file_every_setting_has_its_default(tmp_path: Path) -> None:
    assert company_settings(tmp_path) == CompanySettings()
    assert company_settings(tmp_path).role("anything") == RoleSettings(1.0, 6, 0.20)


def test_every_setting_says_what_it_means_and_what_may_stand_there() -> None:
    assert [setting.key for setting in COMPANY] == [one.name for one in fields(CompanySettings)]
    assert [setting.key for setting in ROLE] == [one.name for one in fields(RoleSettings)]
    for setting in (*COMPANY, *ROLE):
        assert setting.means, setting.key
        assert setting.wanted, setting.key


def test_every_setting_is_read(tmp_path: Path) -> None:
    settings = _settings(
        tmp_path,
        'company_name = "Firm"\nbase_currency = "usd"\nfiscal_year_starts_in = 4\n'
        'time_zone = "America/Los_Angeles"\noutcome_window = 18\nfairness = true\nholidays = [2026-01-01]\n'
        "max_file_gb = 2\n[default_role]\nbar = 0.9\n"
        '[roles."Inside sales"]\nramp_months = 0\n[roles.Field]\nbar = 1.1\nhigh_performer_share = 0.1\n',
    )
    assert (settings.company_name, settings.base_currency, settings.fiscal_year_starts_in) == (
        "Firm",
        "USD",
        4,
    )
    assert (settings.time_zone, settings.outcome_window, settings.fairness) == (
        "America/Los_Angeles",
        18,
        True,
    )
    assert (settings.holidays, settings.max_file_gb) == ((date(2026, 1, 1),), 2.0)
    assert settings.role("Inside sales") == RoleSettings(0.9, 0, 0.20)
    assert settings.role("Field") == RoleSettings(1.1, 6, 0.1)
    assert settings.role("another") == RoleSettings(0.9, 6, 0.20)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("outcome_windw = 6", "outcome_windw · not a setting · wanted one of base_currency"),
        ("[roles.Field]\nramp = 3", 'roles."Field".ramp · not a setting'),
        ("outcome_window = 7", "outcome_window · found 7 · wanted one of 3, 6, 9, 12, 18, 24"),
        ("outcome_window = 12.0", "outcome_window · found 12.0"),
        ("outcome_window = true", "outcome_window · found True"),
        ('base_currency = "euro"', "base_currency · found 'euro' · wanted three letters"),
        ('base_currency = "ÄÖÜ"', "base_currency · found"),
        ("base_currency = 3", "base_currency · found 3 · wanted a text"),
        ("fiscal_year_starts_in = 0", "found 0 · wanted a whole number from 1 to 12"),
        ("fiscal_year_starts_in = 1.5", "wanted a whole number from 1 to 12"),
        ("fiscal_year_starts_in = true", "found True"),
        (
            'time_zone = "Mars/Olympus"',
            "time_zone · found 'Mars/Olympus' · wanted a name such as Europe/Berlin",
        ),
        ('time_zone = "../../etc/passwd"', "time_zone · found"),
        ('time_zone = "Europe"', "time_zone · found"),
        ('time_zone = "localtime"', "time_zone · found"),
        ("time_zone = 2", "time_zone · found 2"),
        ('fairness = "no"', "fairness · found 'no' · wanted true or false"),
        ("second_look_list = 1", "second_look_list · found 1 · wanted true or false"),
        ('holidays = ["2026-01-01"]', "holidays · wanted a list of days"),
        ("holidays = 2026-01-01", "holidays · wanted a list of days"),
        ("holidays = [2026-01-01T10:00:00]", "holidays · wanted a list of days"),
        ("company_name = 3", "company_name · found 3"),
        ("roles = 3", "roles · wanted one table a role"),
        ("roles.Field = 3", 'roles."Field" · found 3 · wanted a table'),
        ("[default_role]\nbar = 0", "default_role.bar · found 0 · wanted a number from 0.01 to 10"),
        ("[default_role]\nbar = nan", "default_role.bar · found nan"),
        ("[default_role]\nramp_months = 2.5", "default_role.ramp_months · found 2.5 · wanted a whole number"),
        ("[default_role]\nhigh_performer_share = 0.6", "wanted a number from 0.01 to 0.5"),
        ("max_file_gb = 0", "max_file_gb · found 0"),
        ("this is no toml", "cannot be read as TOML"),
        ("a = 1\na = 2", "cannot be read as TOML"),
    ],
)
def test_a_setting_that_cannot_be_used_is_one_clear_line(text: str, told: str, tmp_path: Path) -> None:
    with pytest.raises(ConfigError) as caught:
        _settings(tmp_path, text)
    assert str(caught.value).startswith("config.toml · ")
    assert told in str(caught.value)
    assert "\n" not in str(caught.value)


def test_settings_in_another_encoding_are_told_so(tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_bytes('company_name = "Zoë"'.encode("utf-16"))
    with pytest.raises(ConfigError, match="cannot be read as TOML"):
        company_settings(tmp_path)
    (tmp_path / "config.toml").write_bytes('company_name = "Zoë"'.encode("utf-8-sig"))
    assert company_settings(tmp_path).company_name == "Zoë"


def test_the_users_own_exports_come_before_the_sample(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(config, "EXPORTS", tmp_path / "exports")
    assert default_exports() == SAMPLE
    (tmp_path / "exports").mkdir()
    (tmp_path / "exports" / ".gitkeep").write_text("")
    assert default_exports() == SAMPLE
    (tmp_path / "exports" / "employees.csv").write_text("")
    assert default_exports() == tmp_path / "exports"


def test_exports_that_cannot_be_seen_are_ones_own_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(config, "EXPORTS", tmp_path / "exports")
    (tmp_path / "exports").symlink_to(tmp_path / "a disk that is not there")
    assert default_exports() == tmp_path / "exports"
    (tmp_path / "a disk that is not there").mkdir()
    assert default_exports() == SAMPLE
    (tmp_path / "exports" / "mappings").mkdir()
    assert default_exports() == tmp_path / "exports"
    monkeypatch.setattr(config, "EXPORTS", tmp_path / "a file")
    (tmp_path / "a file").write_text("")
    assert default_exports() == tmp_path / "a file"


@pytest.mark.parametrize(("named", "found"), [("", None), ("  ", None), ("there", Path("there"))])
def test_folders_can_be_named_by_the_environment(
    named: str, found: Path | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HIRING_EXPORTS", named)
    monkeypatch.setenv("HIRING_WAREHOUSE", named)
    assert (config.exports_named(), config.warehouse_named()) == (found, found)


def test_the_samples_settings_can_be_used_and_say_that_it_is_invented() -> None:
    assert "(invented)" in company_settings(SAMPLE).company_name


@pytest.mark.parametrize(("make", "found"), KINDS, ids=lambda one: getattr(one, "__name__", ""))
def test_settings_that_are_no_plain_file_are_refused_and_never_passed_over(
    make, found: str, tmp_path: Path
) -> None:
    (tmp_path / "exports").mkdir()
    make(tmp_path / "exports" / "config.toml")
    with in_time(), pytest.raises(ConfigError) as caught:
        company_settings(tmp_path / "exports")
    assert str(caught.value) == f"config.toml · found {found} · wanted a plain file of settings"
    assert caught.value.todo == "put the file itself there"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("#" * 1_000_001, "config.toml · found 1,000,001 bytes · wanted at most 1,000,000 bytes of settings"),
        (
            "a = " + "[" * 100_000,
            "config.toml · cannot be read as TOML: line 1 is nested more than 20 levels deep",
        ),
        (
            "default_role.bar = 0x" + "f" * 10_000,
            "config.toml · cannot be read as TOML: default_role.bar is a number of thousands of digits",
        ),
        ("max_file_gb = 1e400", "config.toml · max_file_gb · found inf · wanted a number from 0.001 to 1000"),
        (
            "company_name = 2026-01-01",
            "config.toml · company_name · found datetime.date(2026, 1, 1) · wanted a text",
        ),
        (
            'roles."a\\u202e\\nb".bar = 0',
            r'config.toml · roles."a\u{202e}\nb".bar · found 0 · wanted a number from 0.01 to 10',
        ),
        (
            "base_currency = '" + "x" * 200 + "'",
            f"config.toml · base_currency · found '{'x' * 78}… · wanted three letters such as EUR",
        ),
    ],
    ids=["too large", "too deep", "huge", "without end", "a day", "invisible", "long"],
)
def test_hostile_settings_are_one_short_line(text: str, told: str, tmp_path: Path) -> None:
    with in_time(), pytest.raises(ConfigError) as caught:
        _settings(tmp_path, text)
    assert str(caught.value) == told


def test_settings_that_cannot_be_read_are_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def locked(_path: Path) -> str:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(plain_files, "text", locked)
    with pytest.raises(ConfigError, match="Permission denied · wanted a file that can be read") as caught:
        _settings(tmp_path, "")
    assert caught.value.todo == "look at its permissions"


def test_a_key_that_is_no_setting_is_shown_with_nothing_invisible_in_it(tmp_path: Path) -> None:
    with pytest.raises(ConfigError) as caught:
        _settings(tmp_path, '"a\\u202e' + "b" * 1000 + '" = 1')
    assert str(caught.value).startswith(r"config.toml · a\u{202e}bbb")
    assert len(str(caught.value)) < 400


@pytest.mark.parametrize("make", [make for make, found in KINDS if found != "a folder"])
def test_what_a_build_refuses_in_the_exports_does_not_bring_the_sample_back(
    make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(config, "EXPORTS", tmp_path / "exports")
    (tmp_path / "exports").mkdir()
    make(tmp_path / "exports" / "employees.csv")
    assert default_exports() == tmp_path / "exports"


def test_a_folder_of_more_than_is_listed_is_the_users_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(config, "EXPORTS", tmp_path)
    monkeypatch.setattr(plain_files, "MOST_ENTRIES", 1)
    (tmp_path / ".a").write_text("")
    assert default_exports() == SAMPLE
    (tmp_path / ".b").write_text("")
    assert default_exports() == tmp_path


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "".join(f"[roles.r{at}]\n" for at in range(1001)),
            "roles · found 1,001 roles · wanted at most 1,000",
        ),
        ("holidays = [" + "2026-01-01," * 2001 + "]", "holidays · found 2,001 days · wanted at most 2,000"),
    ],
)
def test_more_roles_or_holidays_than_any_company_has_are_refused(
    text: str, told: str, tmp_path: Path
) -> None:
    with pytest.raises(ConfigError) as raised:
        _settings(tmp_path, text)
    assert str(raised.value) == f"config.toml · {told}"
