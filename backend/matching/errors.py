"""That suggestions can't be had."""

from backend.core.messages import Message
from backend.matching.messages import MatchingMessage


class MatchingUnavailable(Exception):  # noqa: N818 - reads as what is the matter
    """The graph is down, frozen or too slow; `message` is for people."""

    def __init__(self, message: MatchingMessage) -> None:
        """Take what can't be had."""
        super().__init__(message.name)
        self.message = Message(message)
