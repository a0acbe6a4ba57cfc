"""What stops a command; each message says what happened and what to do."""


class NotReadyError(Exception):
    """Something outside does not answer, is too old or is in use: exit code 1."""


class WrongUseError(Exception):
    """The command was given something it can't work with: exit code 2."""
