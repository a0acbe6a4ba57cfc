"""The relay process: brings what was committed to the graph until told to stop."""

import threading

from backend.servers import child, interrupts


def main() -> None:
    """Run the relay; the first signal lets it finish its batch, the second cuts it short."""
    stop = threading.Event()
    with child.process(), interrupts.instead(stop.set):
        from backend.projection import relay  # noqa: PLC0415  (needs Django set up)

        relay.run(stop)


if __name__ == "__main__":
    main()
