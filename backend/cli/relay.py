"""The worker process: brings what was committed to the graph until told to stop."""

import os
import threading

import django

from backend.cli import interrupts, ready, supervised


def run() -> None:
    """Run the relay; the first signal lets it finish its batch, the second cuts it short."""
    from backend.projection import relay  # noqa: PLC0415  (its models need Django set up)
    from backend.suggestions import selectors as suggestions  # noqa: PLC0415

    stop = threading.Event()
    with ready.servers(with_graph=True), interrupts.instead(stop.set):
        threading.Thread(target=suggestions.warm, name="warming", daemon=True).start()
        relay.run(stop=stop)


def main() -> None:
    """Work until told to stop, or until the supervisor is gone."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "backend.config.settings")
    interrupts.listen()
    django.setup()
    supervised.end_with_supervisor()
    run()


if __name__ == "__main__":
    main()
