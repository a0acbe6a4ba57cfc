"""The embedded servers: started by whoever joins first, stopped by whoever leaves last."""

import os
from pathlib import Path
from types import TracebackType
from typing import Self

from backend.servers import facts, interrupts, leases, postgres
from backend.servers.facts import Facts
from graph import embedded as graph_engine


class EmbeddedServers:
    """A share in the servers of a data folder, as a context. One not asked for is left alone."""

    def __init__(self, data: Path, *, with_postgres: bool, with_graph: bool) -> None:
        """Name the data folder and which of its servers this process needs."""
        self.data = data
        self.with_postgres = with_postgres
        self.with_graph = with_graph
        self._lease: leases.Lease | None = None
        self._joined_by = os.getpid()

    def __enter__(self) -> Self:
        """Take a lease and see that the servers run. Raises PostgresError, EngineError."""
        self._make_folder()
        try:
            with interrupts.held(), leases.lock(self.data):
                self._lease = leases.Lease(self.data)
                self.facts = self._see_that_they_run()
        except BaseException:  # also a Ctrl-C that waited for the servers to have started
            self._leave()
            raise
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Give the lease up, and stop the servers if nobody else holds one."""
        self._leave()

    def revive(self) -> Facts:
        """Start whichever server has died since; for the supervisor."""
        with interrupts.held(), leases.lock(self.data):
            self.facts = self._see_that_they_run()
        return self.facts

    def are_running(self) -> bool:
        """Tell whether every wanted server has a live process."""
        return (not self.with_postgres or postgres.is_running(self.data)) and (
            not self.with_graph or graph_engine.find(self._graph_folder) is not None
        )

    @property
    def _graph_folder(self) -> Path:
        return self.data / "graph"

    def _make_folder(self) -> None:
        try:
            # Root's PostgreSQL runs as another user, who must be able to pass through.
            self.data.mkdir(mode=0o711 if os.geteuid() == 0 else 0o700, parents=True, exist_ok=True)
        except OSError as problem:
            raise postgres.PostgresError(
                f"The folder {self.data} can't be made ({problem.strerror}): "
                "set COUNTERPART_DATA to one that can."
            ) from None
        if not os.access(self.data, os.R_OK | os.W_OK | os.X_OK):
            raise postgres.PostgresError(
                f"The folder {self.data} belongs to another user: set COUNTERPART_DATA to your own."
            )

    def _see_that_they_run(self) -> Facts:
        known = facts.read(self.data) or facts.write(self.data, None)
        if self.with_postgres:
            postgres.start(self.data)
        if not self.with_graph:
            return known
        engine = graph_engine.find(self._graph_folder) or graph_engine.start(
            self._graph_folder, known.graph_password
        )
        return facts.write(self.data, engine.bolt_port)

    def _leave(self) -> None:
        # A forked child shares the lease but not the right to give it up.
        if self._lease is None or self._joined_by != os.getpid():
            return
        with interrupts.held(), leases.lock(self.data):
            last = self._lease.give_up()
            self._lease = None
            if last:
                postgres.stop(self.data)
                if engine := graph_engine.find(self._graph_folder):
                    graph_engine.stop(engine)
