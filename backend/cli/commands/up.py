"""`counterpart up`: everything that Counterpart consists of, until Ctrl-C."""

import argparse
import http.client
import socket
import time
from collections.abc import Callable
from pathlib import Path

from django.conf import settings

from backend.cli.output import Commands, Output
from backend.servers import preflight
from backend.servers.embedded import EmbeddedServers
from backend.servers.preflight import NotReadyError
from backend.servers.supervisor import Supervisor

HOST = "127.0.0.1"
PORTS_TRIED = 100
BACKLOG = 128
SETTLING_SECONDS = 60.0


def add(commands: Commands, common: argparse.ArgumentParser) -> None:
    """Add the command."""
    text = "Start the servers, the web process and the workers; stop them all with Ctrl-C."
    parser = commands.add_parser("up", parents=[common], help=text, description=text)
    parser.set_defaults(run=run)


def run(_arguments: argparse.Namespace, output: Output) -> int:
    """Run until a signal ends it."""
    with preflight.servers(with_graph=True) as servers:
        set_up(output)
        return serve(servers, output, greeting="Stop it with Ctrl-C.", logs=None)


def set_up(output: Output) -> None:
    """Bring the tables up to date."""
    output.say("Setting up the tables.")
    preflight.migrate()
    preflight.refuse_invented_people()


def serve(
    servers: EmbeddedServers,
    output: Output,
    *,
    greeting: str,
    logs: Path | None,
    is_settled: Callable[[], bool] = lambda: True,
) -> int:
    """Serve the web app and look after the processes; return once a signal has ended them.

    Says where to go once the web process answers and, within a minute of that, all is settled.
    """
    with listen(settings.ENVIRONMENT.port) as listener:
        port = listener.getsockname()[1]
        url = f"http://{HOST}:{port}"
        supervisor = Supervisor(servers, output.say, listener=listener, logs=logs)
        arrival = _Arrival(port, is_settled)

        def on_look() -> None:
            if arrival.has_come():
                output.result({"ready": True, "url": url}, f"Counterpart is at {url}\n{greeting}")

        try:
            supervisor.run(on_look)
        except KeyboardInterrupt:
            output.say("\nStopping.")
    output.result({"stopped": True, "url": url}, "Stopped.")
    return 0


def listen(wanted: int) -> socket.socket:
    """Listen on the wanted port, or on the next free one. Raises NotReadyError when none is."""
    for port in range(wanted, min(wanted + PORTS_TRIED, 65536)):
        listener = socket.socket()
        # Connections that an earlier run has closed do not keep the port.
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((HOST, port))
            listener.listen(BACKLOG)
        except OSError:
            listener.close()
        else:
            return listener
    raise NotReadyError(
        f"No port from {wanted} on is free for this user: set COUNTERPART_PORT to another."
    )


class _Arrival:
    """Tells once when there is something to see."""

    def __init__(self, port: int, is_settled: Callable[[], bool]) -> None:
        self._port = port
        self._is_settled = is_settled
        self._latest: float | None = None
        self._told = False

    def has_come(self) -> bool:
        """Look, unless it came before; each look is bounded in time."""
        if self._told:
            return False
        if self._latest is None:
            if not self._answers():
                return False
            self._latest = time.monotonic() + SETTLING_SECONDS
        self._told = self._is_settled() or time.monotonic() > self._latest
        return self._told

    def _answers(self) -> bool:
        connection = http.client.HTTPConnection(HOST, self._port, timeout=2)
        try:
            connection.request("GET", "/healthz")
            return connection.getresponse().status == http.client.OK
        except (OSError, http.client.HTTPException):
            return False
        finally:
            connection.close()


def log_folder() -> Path:
    """Make the folder for the logs of the processes, which only this user may read."""
    folder: Path = settings.DATA / "logs"
    folder.mkdir(mode=0o700, exist_ok=True)
    return folder
