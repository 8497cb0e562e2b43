"""Where a sentence ends."""

STOPS = "。！？；，：、…．.!?;,:"
CLOSING = "”’）)"


def stopped(text: str) -> str:
    """The text with a full stop, unless it brings a mark of its own."""
    return text if text.rstrip(CLOSING).endswith(tuple(STOPS)) else f"{text}。"


def unstopped(text: str) -> str:
    """The text without the marks at its end, for a sentence that goes on behind it."""
    return text.rstrip(STOPS)
