"""The web process: gunicorn on a socket that the supervisor opened."""

import sys
from typing import Any

from django.conf import settings
from django.core.servers.basehttp import get_internal_wsgi_application
from gunicorn.app.base import BaseApplication

from backend.servers import child

PROCESSES = 2
THREADS = 8


class Web(BaseApplication):  # type: ignore[misc]
    """Gunicorn, configured here instead of by a file or a command line."""

    def __init__(self, handle: int) -> None:
        """Take the number of the open listening socket."""
        self._handle = handle
        super().__init__()

    def load_config(self) -> None:
        """Say how many processes and threads answer."""
        options: dict[str, Any] = {
            "bind": [f"fd://{self._handle}"],
            "worker_class": "gthread",
            "workers": PROCESSES,
            "threads": THREADS,
            "timeout": 60,
            "graceful_timeout": 5,
            "logconfig_dict": settings.LOGGING,
            "control_socket_disable": True,
        }
        for name, value in options.items():
            self.cfg.set(name, value)

    def load(self) -> Any:
        """Load the application, after the fork."""
        return get_internal_wsgi_application()


def main() -> None:
    """Serve until told to stop, or until the supervisor is gone."""
    with child.process():
        Web(int(sys.argv[1])).run()


if __name__ == "__main__":
    main()
