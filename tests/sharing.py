"""Who runs what when several processes share the tests (`-n 2`): each engine is in one of them.

A test's name says which engine it uses. All on one engine go to one process, so that each engine
is started once; a file of other tests stays together, and what takes long comes first.
"""

import re
from collections.abc import Iterator

import pytest
from xdist.remote import Producer
from xdist.scheduler import LoadScopeScheduling

# Neo4j also has what uses both: NEO4J_URI may name a server that two must not use at once.
ENGINES = ("neo4j", "bundled")
# Files that start servers and wait for them.
LONG = ("tests/servers/", "tests/jobs/", "tests/faults/", "tests/graph/")


class Scheduler(LoadScopeScheduling):
    """Hands out groups of tests in the order in which they were collected."""

    def _split_scope(self, nodeid: str) -> str:
        return group_of(nodeid)


def group_of(nodeid: str) -> str:
    """The engine that a test uses, or its file."""
    file, _, name = nodeid.partition("::")
    parameters = re.split(r"[\[\]-]", name)
    return next((engine for engine in ENGINES if engine in parameters), file)


def _turn(nodeid: str) -> int:
    group = group_of(nodeid)
    if group in ENGINES:
        return ENGINES.index(group)
    return len(ENGINES) + (not group.startswith(LONG))


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> Scheduler:
    """Use ours whichever way to share was named."""
    config.option.loadscopereorder = False
    return Scheduler(config, log)


@pytest.hookimpl(wrapper=True)
def pytest_collection_modifyitems(
    config: pytest.Config, items: list[pytest.Item]
) -> Iterator[None]:
    """Put what takes long first in a run that is shared, after others have put it in order."""
    yield
    if hasattr(config, "workerinput"):
        items.sort(key=lambda item: _turn(item.nodeid))
