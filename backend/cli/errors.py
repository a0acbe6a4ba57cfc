"""What stops a command; the message says what happened and what to do."""


class WrongUseError(Exception):
    """The command was given something it can't work with: exit code 2."""
