"""The worker process: brings what was committed to the graph until told to stop."""

import os
import threading

import django

from backend.cli import interrupts, ready, supervised

WARM_EVERY_S = 15.0


def run() -> None:
    """Run the relay; the first signal lets it finish its batch, the second cuts it short."""
    from backend.cli import due  # noqa: PLC0415  (its models need Django set up)
    from backend.projection import relay  # noqa: PLC0415

    stop = threading.Event()
    with ready.servers(with_graph=True), interrupts.instead(stop.set):
        threading.Thread(target=_warm, args=(stop,), name="warming", daemon=True).start()
        threading.Thread(target=due.run, args=(stop,), name="due", daemon=True).start()
        relay.run(stop=stop)


def _warm(stop: threading.Event) -> None:
    """Have the graph plan what members and staff ask of it, again and again: it may be a new one.

    A graph that has planned them before answers at once, since nobody asks.
    """
    from backend.core import graph_client  # noqa: PLC0415  (as above)

    while True:
        graph_client.warm()
        if stop.wait(WARM_EVERY_S):
            return


def main() -> None:
    """Work until told to stop, or until the supervisor is gone."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "backend.config.settings")
    interrupts.listen()
    django.setup()
    supervised.end_with_supervisor()
    run()


if __name__ == "__main__":
    main()
