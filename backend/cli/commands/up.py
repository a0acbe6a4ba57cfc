"""`counterpart up`: everything that Counterpart consists of, until Ctrl-C."""

import argparse
import http.client
import socket
from pathlib import Path

from django.conf import settings

from backend.cli import ready
from backend.cli.errors import NotReadyError
from backend.cli.output import Commands, Output
from backend.cli.servers.embedded import EmbeddedServers
from backend.cli.supervisor import Supervisor

HOST = "127.0.0.1"
PORTS_TRIED = 100
BACKLOG = 128


def add(commands: Commands, common: argparse.ArgumentParser) -> None:
    """Add the command."""
    text = "Start the servers, the web process and the worker; stop them all with Ctrl-C."
    parser = commands.add_parser("up", parents=[common], help=text, description=text)
    parser.set_defaults(run=run)


def run(_arguments: argparse.Namespace, output: Output) -> int:
    """Run until a signal ends it."""
    with ready.servers(with_graph=True) as servers:
        set_up(output)
        return serve(servers, output, greeting="Stop it with Ctrl-C.", logs=None)


def set_up(output: Output) -> None:
    """Bring the tables up to date."""
    output.say("Setting up the tables.")
    ready.migrate()
    ready.refuse_invented_people()


def serve(servers: EmbeddedServers, output: Output, *, greeting: str, logs: Path | None) -> int:
    """Serve the web app and look after the processes; return once a signal has ended them."""
    with listen(settings.ENVIRONMENT.port) as listener:
        port = listener.getsockname()[1]
        url = f"http://{HOST}:{port}"
        supervisor = Supervisor(servers, listener, output.say, logs)
        arrival = _Arrival(port)

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
    """Tells once when the web process answers for the first time."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._came = False

    def has_come(self) -> bool:
        """Ask for an answer unless one came before; the question is bounded in time."""
        if self._came:
            return False
        connection = http.client.HTTPConnection(HOST, self._port, timeout=2)
        try:
            connection.request("GET", "/healthz")
            self._came = connection.getresponse().status == http.client.OK
        except OSError:
            return False
        finally:
            connection.close()
        return self._came


def log_folder() -> Path:
    """Make the folder for the logs of the processes, which only this user may read."""
    folder: Path = settings.DATA / "logs"
    folder.mkdir(mode=0o700, exist_ok=True)
    return folder
