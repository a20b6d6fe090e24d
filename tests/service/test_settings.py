"""Settings come from a file and the environment, strictly, and say everything that is wrong at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dluhy.problems import InputError
from dluhy_service.settings import CONFIG, Settings, read_settings, redacted, said

if TYPE_CHECKING:
    from pathlib import Path


def problems_of(environ: dict[str, str], file: Path | None = None) -> dict[str, str]:
    with pytest.raises(InputError) as raised:
        read_settings(environ, file)
    assert all(problem.cs and problem.en for problem in raised.value.problems)
    return {problem.place: problem.code for problem in raised.value.problems}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "service.toml"


def test_nothing_set_means_this_machine_only_and_keys() -> None:
    settings = read_settings({})
    assert (settings.host, settings.port, settings.auth, settings.is_loopback) == ("127.0.0.1", 8000, "keys", True)


def test_the_environment_wins_over_the_file_and_its_texts_become_values(file: Path) -> None:
    file.write_text('port = 9000\nworkers = 2\nallowed_hosts = ["a.example"]\n', encoding="utf-8")
    environ = {
        CONFIG: str(file), "DLUHY_SERVICE_PORT": "9001", "DLUHY_SERVICE_DOCS": "false",
        "DLUHY_SERVICE_TRUSTED_PROXIES": "10.0.0.5, 10.1.0.0/16",
    }  # fmt: skip
    settings = read_settings(environ)
    assert (settings.port, settings.workers, settings.docs) == (9001, 2, False)
    assert settings.allowed_hosts == ("a.example",)
    assert settings.trusts("10.1.7.8")
    assert settings.trusts("::ffff:10.0.0.5")
    assert not settings.trusts("10.2.0.1")
    assert not settings.trusts("unix:")


def test_every_error_is_told_at_once_with_the_name_of_its_setting(file: Path) -> None:
    file.write_text(
        'port = "8000"\nhots = "x"\nauth = "off"\nhost = "0.0.0.0"\nallowed_hosts = []\ntrusted_proxies = ["x"]\n'
        'docs = 1\nlog_level = "loud"\nbatch_wait_ms = 2.5\nkeys_file = 3\n',
        encoding="utf-8",
    )
    environ = {"DLUHY_SERVICE_ROWS": "many", "DLUHY_SERVICE_WORKERS": "0", "DLUHY_SERVICE_FOO": "1"}
    assert problems_of(environ, file) == {
        "port": "type",
        "hots": "unknown_key",
        "auth": "auth_off",
        "allowed_hosts": "no_host",
        "trusted_proxies": "not_a_network",
        "docs": "type",
        "log_level": "type",
        "batch_wait_ms": "type",
        "keys_file": "not_a_path",
        "DLUHY_SERVICE_ROWS": "type",
        "DLUHY_SERVICE_WORKERS": "out_of_range",
        "DLUHY_SERVICE_FOO": "unknown_key",
    }


@pytest.mark.parametrize(
    ("environ", "refused"),
    [
        ({"DLUHY_SERVICE_AUTH": "off"}, False),
        ({"DLUHY_SERVICE_AUTH": "off", "DLUHY_SERVICE_HOST": "::1"}, False),
        ({"DLUHY_SERVICE_AUTH": "off", "DLUHY_SERVICE_HOST": "0.0.0.0"}, True),  # noqa: S104 - what is refused
        ({"DLUHY_SERVICE_AUTH": "off", "DLUHY_SERVICE_HOST": "192.0.2.7"}, True),
        ({"DLUHY_SERVICE_AUTH": "off", "DLUHY_SERVICE_TRUSTED_PROXIES": "127.0.0.1"}, True),
    ],
)
def test_keys_may_be_off_on_this_machine_only(environ: dict[str, str], refused: bool) -> None:  # noqa: FBT001 - a table
    if refused:
        assert problems_of(environ) == {"DLUHY_SERVICE_AUTH": "auth_off"}
    else:
        assert read_settings(environ).auth == "off"


@pytest.mark.parametrize("host", ["localhost", "example.org", "", "127.0.0.1:8000", "1"])
def test_the_host_is_an_address(host: str) -> None:
    assert problems_of({"DLUHY_SERVICE_HOST": host}) == {"DLUHY_SERVICE_HOST": "not_an_address"}


@pytest.mark.parametrize("name", ["*", "*.example.org", "https://a.example", "a b", "á.example"])
def test_allowed_hosts_are_names_without_wildcards(name: str) -> None:
    assert problems_of({"DLUHY_SERVICE_ALLOWED_HOSTS": name}) == {"DLUHY_SERVICE_ALLOWED_HOSTS": "not_a_host"}


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"port = ", "toml_syntax"),
        (b"port = 1\nport = 2", "toml_syntax"),
        (b"\xff", "encoding"),
        (b"#" * 200_000, "too_large"),
    ],
)
def test_a_file_that_cannot_be_read_is_told_not_raised(file: Path, content: bytes, code: str) -> None:
    file.write_bytes(content)
    assert list(problems_of({}, file).values()) == [code]
    assert list(problems_of({}, file.with_name("none.toml")).values()) == ["file"]
    assert list(problems_of({}, file.parent).values()) == ["file"]


def test_an_empty_file_sets_nothing(file: Path) -> None:
    file.write_text("", encoding="utf-8")
    assert read_settings({}, file) == read_settings({})


def test_keys_are_kept_in_the_state_of_the_unit_or_in_the_users_settings(tmp_path: Path) -> None:
    unit = {"STATE_DIRECTORY": f"{tmp_path}:/elsewhere", "XDG_CONFIG_HOME": "/ignored"}
    assert read_settings(unit).keys_file == tmp_path / "keys.json"
    assert read_settings({"XDG_CONFIG_HOME": str(tmp_path)}).keys_file == tmp_path / "dluhy" / "keys.json"
    assert read_settings({"XDG_CONFIG_HOME": "relative"}).keys_file.is_absolute()


def test_the_summary_names_every_setting_in_both_languages() -> None:
    settings = read_settings({})
    for language in ("cs", "en"):
        lines = redacted(settings, language, keys=3)
        assert [line.split()[0] for line in lines] == list(Settings.model_fields)
        assert f"{settings.keys_file} (3)" in "\n".join(lines)
    assert all(said(name, "cs") != name or name == "port" for name in Settings.model_fields)
