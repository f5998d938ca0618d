"""The registry reads good declarations, and says of bad ones what is wrong and where."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
import yaml
from communique.sources import Source, SourceError, load
from communique.sources.countries import ISO_3166

SOURCES = Path(__file__).parents[2] / "sources"
GUIDE = Path(__file__).parents[2] / "docs" / "add-a-source.md"

MINIMAL: dict[str, Any] = {
    "key": "agency", "name": "An agency", "country": "KZ", "languages": ["en"], "home": "https://agency.test/",
    "time_zone": "Asia/Almaty", "confidence": "high", "evidence": "We looked.",
    "feeds": [{"url": "https://agency.test/rss.xml", "format": "rss", "language": "en"}],
}


def write(folder: Path, file: str = "agency.yml", text: str | None = None, **changes: Any) -> Path:
    path = folder / file
    path.write_text(yaml.safe_dump(MINIMAL | changes) if text is None else text, encoding="utf-8")
    return path


def problems(folder: Path, **options: Any) -> list[str]:
    with pytest.raises(SourceError) as caught:
        load(folder, **options)
    return list(caught.value.problems)


def test_a_minimal_declaration_has_sensible_defaults(tmp_path: Path) -> None:
    write(tmp_path)
    source = load(tmp_path)["agency"]
    assert (source.enabled, source.poll_seconds, source.weight) == (False, 900, 1)
    assert (source.politeness.delay_seconds, source.politeness.concurrency, source.politeness.robots) == (2, 1, True)
    assert (source.allow_private, source.page.remove, source.yields.articles_per_day) == ((), (), None)


def test_a_full_declaration(tmp_path: Path) -> None:
    write(tmp_path, enabled=True, poll_seconds=60, allow_private=["LOCALHOST:8000", "10.0.0.1", "http://[::1]:81/x"],
          politeness={"delay_seconds": 0.5, "concurrency": 3, "robots": False},
          page={"body": "article", "remove": [".ads", "aside"], "time_zone": "UTC", "date_order": "DMY"},
          yields={"articles_per_day": {"min": 1, "max": 9}, "share_with_text": 0.9, "share_with_date": 1})
    source = load(tmp_path)["agency"]
    assert source.enabled
    assert source.allow_private == ("localhost:8000", "10.0.0.1", "[::1]:81")
    assert source.page.remove == (".ads", "aside")
    assert source.yields.articles_per_day is not None
    assert source.yields.articles_per_day.max == 9


@pytest.mark.parametrize(
    ("changes", "says"),
    [({"tittle": "x"}, "tittle: unknown key: known are"), ({"langages": ["en"]}, "did you mean 'languages'?"),
     ({"politeness": {"delay": 1}}, "politeness.delay: unknown key: did you mean 'delay_seconds'?"),
     ({"feeds": [{"url": "https://a.test/", "formt": "rss", "language": "en"}]},
      "feeds.0.formt: unknown key: did you mean 'format'?"),
     ({"feeds": [{"url": "https://a.test/", "formt": "rss", "language": "en"}]}, "feeds.0.format: this key is missing"),
     ({"yields": {"articles_per_day": {"min": 1, "mix": 2}}}, "yields.articles_per_day.mix: unknown key"),
     ({"yields": {"articles_per_day": {"min": 5, "max": 2}}}, "max 2 is less than min 5"),
     ({"yields": {"share_with_text": 90}}, "yields.share_with_text: Input should be less than or equal to 1"),
     ({"time_zone": "Asia/Astana"}, "time_zone: 'Asia/Astana' is no IANA time zone"),
     ({"time_zone": "../../etc/passwd"}, "is no IANA time zone"), ({"time_zone": ""}, "is no IANA time zone"),
     ({"country": "UK"}, "country: 'UK' is no ISO 3166 country code"), ({"country": "kz"}, "no ISO 3166"),
     ({"home": "agency.test"}, "home: 'agency.test' is no web address"),
     ({"home": "ftp://agency.test/"}, "is no web address"), ({"home": "http://a.test:port/"}, "is no web address"),
     ({"home": "http://user:pw@agency.test/"}, "no user name"),
     ({"languages": ["english"]}, "languages.0"), ({"languages": []}, "languages"), ({"feeds": []}, "feeds"),
     ({"languages": ["ru"]}, "is in 'en', which 'languages' doesn't list"),
     ({"feeds": MINIMAL["feeds"] * 2}, "one feed address stands twice"),
     ({"confidence": "sure"}, "confidence"), ({"enabled": "perhaps"}, "enabled"),
     ({"poll_seconds": 0}, "poll_seconds"), ({"weight": 0}, "weight"), ({"weight": 11}, "weight"),
     ({"key": "Agency"}, "key"),
     ({"allow_private": ["a.test/path"]}, "neither a host nor host:port"),
     ({"disabled_reason": "x"}, "disabled_reason: unknown key"),
     ({"name": "${COMMUNIQUE_NAME}"}, "name: an environment variable may stand only in home"),
     ({"home": "${AWS_SECRET_ACCESS_KEY}"}, "only variables that begin with COMMUNIQUE_"),
     ({"key": "other"}, "name the file other.yml")])
def test_a_mistake_is_named_with_its_file_and_place(tmp_path: Path, changes: dict[str, Any], says: str) -> None:
    path = write(tmp_path, **changes)
    found = problems(tmp_path)
    assert any(says in problem for problem in found), found
    assert all(problem.startswith(str(path)) for problem in found)


@pytest.mark.parametrize(
    ("text", "says"),
    [("key: agency\nkey: agency\n", "'key' stands twice"), ("- a list", "holds no 'key: value' lines"),
     ("", "holds no"), ("key: [unclosed", "not readable as YAML"),
     ("!!python/object:os.system {}", "not readable as YAML"),
     ("key: agency\n", "name: this key is missing")])
def test_a_file_that_is_no_declaration_is_named(tmp_path: Path, text: str, says: str) -> None:
    path = write(tmp_path, text=text)
    found = problems(tmp_path)
    assert any(says in problem for problem in found), found
    assert found[0].startswith(str(path))


def test_norway_is_no_boolean(tmp_path: Path) -> None:
    text = yaml.safe_dump(MINIMAL).replace("country: KZ", "country: NO").replace("- en", "- no").replace(": en", ": no")
    write(tmp_path, text=text)
    source = load(tmp_path)["agency"]
    assert (source.country, source.languages) == ("NO", ("no",))


def test_every_problem_of_every_file_is_told_at_once(tmp_path: Path) -> None:
    write(tmp_path, "agency.yml", country="XX", tittle="x")
    write(tmp_path, "other.yml", key="other", home="nowhere")
    assert len(problems(tmp_path)) == 3


def test_a_key_declared_twice_is_told(tmp_path: Path) -> None:
    write(tmp_path, "agency.yml")
    write(tmp_path, "agency.yaml")
    assert any("already declared by agency.yaml" in problem for problem in problems(tmp_path))


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    assert problems(tmp_path / "sauces") == [f"{tmp_path / 'sauces'}: no such folder of sources"]


def test_sources_are_enabled_by_their_file_or_by_the_setting(tmp_path: Path) -> None:
    for key, enabled in (("one", True), ("two", False), ("three", False)):
        write(tmp_path, f"{key}.yml", key=key, enabled=enabled)
    assert [key for key, source in load(tmp_path, " two ,").items() if source.enabled] == ["one", "two"]
    assert problems(tmp_path, enabled="two,thre") == [
        "COMMUNIQUE_SOURCES: there is no source 'thre': did you mean 'three'?"]


def test_variables_are_filled_in(tmp_path: Path) -> None:
    write(tmp_path, enabled=True, home="${COMMUNIQUE_SAMPLE_URL}/", allow_private=["${COMMUNIQUE_SAMPLE_URL}"],
          feeds=[{"url": "${COMMUNIQUE_SAMPLE_URL}/rss.xml", "format": "rss", "language": "en"}])
    source = load(tmp_path, environment={"COMMUNIQUE_SAMPLE_URL": "http://127.0.0.1:8123"})["agency"]
    assert (source.enabled, source.disabled_reason) == (True, None)
    assert source.feeds[0].url == "http://127.0.0.1:8123/rss.xml"
    assert source.allow_private == ("127.0.0.1:8123",)


@pytest.mark.parametrize("environment", [{}, {"COMMUNIQUE_SAMPLE_URL": ""}])
def test_an_unset_variable_disables_and_says_so(tmp_path: Path, environment: dict[str, str]) -> None:
    write(tmp_path, enabled=True, feeds=[
        {"url": "${COMMUNIQUE_SAMPLE_URL}/rss.xml", "format": "rss", "language": "en"}])
    source = load(tmp_path, "agency", environment=environment)["agency"]
    assert not source.enabled
    assert source.disabled_reason == "COMMUNIQUE_SAMPLE_URL is not set in the environment"


def test_a_variable_with_a_wrong_value_is_told(tmp_path: Path) -> None:
    write(tmp_path, home="${COMMUNIQUE_HOME_PAGE}")
    assert "is no web address" in problems(tmp_path, environment={"COMMUNIQUE_HOME_PAGE": "javascript:alert(1)"})[0]


def test_the_codes_of_countries_are_those_of_iso_3166() -> None:
    table = files("tzdata").joinpath("zoneinfo", "iso3166.tab").read_text(encoding="utf-8")
    assert {line[:2] for line in table.splitlines() if not line.startswith("#")} == ISO_3166


@pytest.fixture(scope="module")
def declared() -> dict[str, Source]:
    return load(SOURCES, environment={})


def test_live_sources_are_declared_and_off(declared: dict[str, Source]) -> None:
    live = {key: source for key, source in declared.items() if source.disabled_reason is None}
    assert not any(source.enabled for source in live.values())
    assert len(live) >= 30
    assert {"kazinform_en", "kazinform_ru", "kazinform_kk", "astana_times", "tass_en", "kremlin_en"} <= live.keys()
    addresses = [feed.url for source in live.values() for feed in source.feeds]
    assert len(set(addresses)) == len(addresses)
    assert not any(source.allow_private for source in live.values())
    assert all(source.politeness.robots for source in live.values())


def test_the_guide_is_right_word_for_word(tmp_path: Path) -> None:
    """The guide's example, saved under the name that the guide gives it, is a source that can be enabled."""
    text = GUIDE.read_text(encoding="utf-8")
    match = re.search(r"Save this as `sources/(\w+)\.yml`.*?```yaml\n(.*?)```", text, re.DOTALL)
    assert match is not None
    (tmp_path / f"{match[1]}.yml").write_text(match[2], encoding="utf-8")
    source = load(tmp_path, match[1])[match[1]]
    assert source.enabled
    for name in set(Source.model_fields) - {"disabled_reason"}:
        assert f"`{name}`" in text, f"the guide doesn't explain {name}"
