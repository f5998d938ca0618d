"""The one exception of the local stack: something that the person at the keyboard must know or do."""


class LocalError(RuntimeError):
    """The stack cannot start or go on; the message says what is wrong and what to do about it."""
