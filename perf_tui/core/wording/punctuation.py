"""The marks at the end of a sentence."""

STOPS = "。！？；，：、…．.!?;,:"
CLOSING = "”’）)"


def stopped(text: str) -> str:
    """Return the text with a full stop, unless it ends with a mark of its own."""
    return text if text.rstrip(CLOSING).endswith(tuple(STOPS)) else f"{text}。"


def unstopped(text: str) -> str:
    """Return the text without the marks at its end, to be used within a sentence."""
    return text.rstrip(STOPS)
