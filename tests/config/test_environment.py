"""What may be set from outside: defaults that work, and a sentence for each wrong value."""

from pathlib import Path

import pytest

from backend.config.environment import EnvironmentProblem, GraphAddress, Mode, read

KEY = "k" * 50
PRODUCTION = {
    "COUNTERPART_MODE": "production",
    "COUNTERPART_HOSTS": "counterpart.example.org, www.example.org",
    "COUNTERPART_SECRET_KEY": KEY,
}


def test_nothing_set_means_embedded_servers_on_this_machine():
    environment = read({})
    assert environment.mode is Mode.DEVELOPMENT
    assert environment.port == 8000
    assert environment.data.name == ".data"
    assert environment.database is None
    assert environment.graph is None
    assert environment.hosts == ("localhost", "127.0.0.1", "[::1]")


def test_an_empty_value_counts_as_not_set():
    assert read(dict.fromkeys(["DATABASE_URL", "NEO4J_URI", "COUNTERPART_PORT"], " ")) == read({})


def test_named_servers_are_taken_apart():
    environment = read(
        {
            "DATABASE_URL": "postgresql://ada:p%40ss@db.example.org:6432/directory?sslmode=require",
            "NEO4J_URI": "neo4j+s://graph.example.org",
            "NEO4J_PASSWORD": "secret",
        }
    )
    assert environment.database == {
        "user": "ada",
        "password": "p@ss",
        "host": "db.example.org",
        "port": "6432",
        "dbname": "directory",
        "sslmode": "require",
    }
    assert environment.graph == GraphAddress("neo4j+s://graph.example.org", "neo4j", "secret")


def test_production_with_hosts_and_key():
    assert read(PRODUCTION).hosts == ("counterpart.example.org", "www.example.org")


@pytest.mark.parametrize(
    ("variables", "named"),
    [
        ({"COUNTERPART_MODE": "prod"}, "COUNTERPART_MODE"),
        ({"COUNTERPART_PORT": "eighty"}, "COUNTERPART_PORT"),
        ({"COUNTERPART_PORT": "-1"}, "COUNTERPART_PORT"),
        ({"COUNTERPART_PORT": "65536"}, "COUNTERPART_PORT"),
        ({"COUNTERPART_PORT": "٨٠"}, "COUNTERPART_PORT"),
        ({"COUNTERPART_DATA": __file__}, "COUNTERPART_DATA"),
        ({"COUNTERPART_SECRET_KEY": "short"}, "COUNTERPART_SECRET_KEY"),
        ({"COUNTERPART_HOSTS": "https://example.org"}, "COUNTERPART_HOSTS"),
        ({"COUNTERPART_HOSTS": "*"}, "COUNTERPART_HOSTS"),
        ({"DATABASE_URL": "mysql://host/name"}, "DATABASE_URL"),
        ({"DATABASE_URL": "postgresql://host"}, "DATABASE_URL"),
        ({"DATABASE_URL": "postgresql://host/name?nonsense=1"}, "DATABASE_URL"),
        ({"NEO4J_URI": "http://host:7474"}, "NEO4J_URI"),
        ({"NEO4J_URI": "bolt://"}, "NEO4J_URI"),
        ({"NEO4J_URI": "bolt://host:seven"}, "NEO4J_URI"),
        ({"NEO4J_PASSWORD": "secret"}, "NEO4J_PASSWORD"),
        ({"NEO4J_USER": "neo4j"}, "NEO4J_USER"),
        ({**PRODUCTION, "COUNTERPART_SECRET_KEY": ""}, "COUNTERPART_SECRET_KEY"),
        ({**PRODUCTION, "COUNTERPART_HOSTS": ""}, "COUNTERPART_HOSTS"),
    ],
)
def test_a_wrong_value_is_named(variables: dict[str, str], named: str):
    with pytest.raises(EnvironmentProblem, match=f"^{named} ") as problem:
        read(variables)
    assert "\n" not in str(problem.value)


@pytest.mark.parametrize("name", ["DATABASE_URL", "NEO4J_URI", "COUNTERPART_SECRET_KEY"])
def test_a_value_that_may_hold_a_secret_is_not_repeated(name: str):
    with pytest.raises(EnvironmentProblem) as problem:
        read({name: "hunter2"})
    assert "hunter2" not in str(problem.value)


def test_the_data_folder_may_be_in_ones_home():
    assert read({"COUNTERPART_DATA": "~/counterpart"}).data == Path.home() / "counterpart"
