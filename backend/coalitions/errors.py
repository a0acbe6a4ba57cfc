"""What a person is told when the graph can't be asked."""


class CoalitionsUnavailable(Exception):  # noqa: N818 - reads as what is the matter
    """The graph is down, frozen or too slow. The message is a sentence for people."""
