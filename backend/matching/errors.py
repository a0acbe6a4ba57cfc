"""What a person is told when suggestions can't be had."""


class MatchingUnavailable(Exception):  # noqa: N818 - reads as what is the matter
    """The graph is down, frozen or too slow. The message is a sentence for people."""
