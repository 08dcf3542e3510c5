"""A page saved as a message (.mht, .mhtml) or a message itself (.eml): the part that holds the report."""

import re
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parsedate_to_datetime
from typing import NamedTuple

from goodoffices.errors import InputError

_HEADER = re.compile(rb"(?i)\A\s*(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)+\r?\n")
_NEEDED = (rb"(?im)^mime-version:", rb"(?im)^content-type:\s*(?:multipart/|text/)")


class Saved(NamedTuple):
    """The bytes of the report, the encoding that its header states, and the day on which it was saved."""

    data: bytes
    label: str | None
    captured: str | None


def is_saved_message(data: bytes) -> bool:
    """Tell a file that opens with the header of a MIME message."""
    head = _HEADER.match(data[:20_000])
    return head is not None and all(re.search(line, head.group()) for line in _NEEDED)


def saved_page(data: bytes, name: str) -> Saved:
    """Return the page that a saved message holds, or else its plain text.

    Raises InputError where it holds neither.
    """
    message = message_from_bytes(data, policy=policy.default)
    parts = [part for part in message.walk() if not part.is_multipart() and not _attached(part)]
    for kind in ("text/html", "application/xhtml+xml", "text/plain"):
        for part in parts:
            words = part.get_payload(decode=True) if part.get_content_type() == kind else None
            if isinstance(words, bytes) and words.strip():
                label = part.get_content_charset()
                return Saved(words, label, _day(message))
    raise InputError(f"{name}: this saved page holds no text; save the report as plain text")


def _attached(part: EmailMessage) -> bool:
    return part.get_content_disposition() == "attachment"


def _day(message: EmailMessage) -> str | None:
    """Return the day on which a browser saved the page; the date of a letter is no such day."""
    if (
        "Snapshot-Content-Location" not in message
        and "saved by" not in str(message["From"]).lower()
    ):
        return None
    try:
        return parsedate_to_datetime(str(message["Date"])).date().isoformat()
    except (TypeError, ValueError):
        return None  # none, or no date
