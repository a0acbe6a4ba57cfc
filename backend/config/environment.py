"""The environment, read once and validated: a wrong value is named before anything starts."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
from django.core.exceptions import ImproperlyConfigured
from psycopg.conninfo import conninfo_to_dict

PROJECT = Path(__file__).resolve().parents[2]
LOCAL_HOSTS = ("localhost", "127.0.0.1", "[::1]")
POSTGRES_SCHEMES = ("postgresql", "postgres")
BOLT_SCHEMES = ("bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc")
SECRET_KEY_LENGTH = 50
DEFAULT_PORT = 8000


class EnvironmentProblem(ImproperlyConfigured):
    """A variable that is wrong or missing; the message names it and says what to do."""


class Mode(StrEnum):
    """What the process runs for."""

    DEVELOPMENT = "development"
    DEMO = "demo"
    PRODUCTION = "production"


@dataclass(frozen=True)
class GraphAddress:
    """Where Neo4j answers over Bolt."""

    uri: str
    user: str
    password: str


@dataclass(frozen=True)
class Environment:
    """Everything that may be set from outside. No database or graph: the embedded one."""

    mode: Mode
    data: Path
    port: int
    hosts: tuple[str, ...]
    secret_key: str | None
    database: Mapping[str, str | int | None] | None
    graph: GraphAddress | None


def read(variables: Mapping[str, str] = os.environ) -> Environment:
    """Read and check every variable; an empty one counts as not set.

    Raises EnvironmentProblem for the first one that is wrong.
    """
    given = {name: value.strip() for name, value in variables.items() if value.strip()}
    mode = _mode(given)
    return Environment(
        mode=mode,
        data=_data(given),
        port=_port(given),
        hosts=_hosts(given, mode),
        secret_key=_secret_key(given, mode),
        database=_database(given),
        graph=_graph(given),
    )


def _mode(given: Mapping[str, str]) -> Mode:
    value = given.get("COUNTERPART_MODE", Mode.DEVELOPMENT)
    try:
        return Mode(value)
    except ValueError:
        raise EnvironmentProblem(
            f"COUNTERPART_MODE is “{value}”: it must be development, demo or production."
        ) from None


def _data(given: Mapping[str, str]) -> Path:
    data = Path(given.get("COUNTERPART_DATA", PROJECT / ".data")).expanduser().absolute()
    if data.exists() and not data.is_dir():
        raise EnvironmentProblem(f"COUNTERPART_DATA names {data}, which is not a folder.")
    return data


def _port(given: Mapping[str, str]) -> int:
    value = given.get("COUNTERPART_PORT", str(DEFAULT_PORT))
    if not (value.isascii() and value.isdigit() and int(value) <= 65535):
        raise EnvironmentProblem(
            f"COUNTERPART_PORT is “{value}”: it must be a number from 1 to 65535, "
            "or 0 for any free port."
        )
    return int(value)


def _hosts(given: Mapping[str, str], mode: Mode) -> tuple[str, ...]:
    if "COUNTERPART_HOSTS" not in given:
        if mode is Mode.PRODUCTION:
            raise EnvironmentProblem(
                "COUNTERPART_HOSTS is not set: production needs the host names it answers to, "
                "separated by commas."
            )
        return LOCAL_HOSTS
    hosts = tuple(host.strip() for host in given["COUNTERPART_HOSTS"].split(",") if host.strip())
    for host in hosts:
        if "/" in host or "*" in host or " " in host:
            raise EnvironmentProblem(
                f"COUNTERPART_HOSTS has “{host}”: give plain host names, such as example.org."
            )
    return hosts


def _secret_key(given: Mapping[str, str], mode: Mode) -> str | None:
    key = given.get("COUNTERPART_SECRET_KEY")
    if mode is Mode.PRODUCTION and key is None:
        raise EnvironmentProblem(
            "COUNTERPART_SECRET_KEY is not set: production needs a random key "
            f"of at least {SECRET_KEY_LENGTH} characters."
        )
    if key is not None and len(key) < SECRET_KEY_LENGTH:
        raise EnvironmentProblem(
            f"COUNTERPART_SECRET_KEY is too short: it needs {SECRET_KEY_LENGTH} characters or more."
        )
    return key


def _database(given: Mapping[str, str]) -> Mapping[str, str | int | None] | None:
    """Take DATABASE_URL apart; its value is never repeated, since it may hold a password."""
    if "DATABASE_URL" not in given:
        return None
    url = given["DATABASE_URL"]
    try:
        parts = conninfo_to_dict(url) if url.startswith(tuple(_schemes())) else {}
    except psycopg.ProgrammingError:
        parts = {}
    if not parts.get("dbname"):
        raise EnvironmentProblem(
            "DATABASE_URL can't be read: it must look like postgresql://user:password@host/name."
        )
    return parts


def _schemes() -> tuple[str, ...]:
    return tuple(f"{scheme}://" for scheme in POSTGRES_SCHEMES)


def _graph(given: Mapping[str, str]) -> GraphAddress | None:
    if "NEO4J_URI" not in given:
        for name in ("NEO4J_USER", "NEO4J_PASSWORD"):
            if name in given:
                raise EnvironmentProblem(
                    f"{name} is set but NEO4J_URI is not: set both, or neither for the "
                    "bundled graph engine."
                )
        return None
    uri = given["NEO4J_URI"]
    if not _is_bolt(uri):
        raise EnvironmentProblem(
            "NEO4J_URI can't be read: it must look like bolt://host:7687 or neo4j+s://host, "
            "with the user and password in NEO4J_USER and NEO4J_PASSWORD."
        )
    return GraphAddress(uri, given.get("NEO4J_USER", "neo4j"), given.get("NEO4J_PASSWORD", ""))


def _is_bolt(uri: str) -> bool:
    try:
        parts = urlsplit(uri)
        _ = parts.port
    except ValueError:
        return False
    return parts.scheme in BOLT_SCHEMES and bool(parts.hostname) and parts.username is None
