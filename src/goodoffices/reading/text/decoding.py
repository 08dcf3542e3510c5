"""From bytes to text: UTF-8 first, then what a page states, then Windows-1252; and what was lost."""

import codecs
import re

from goodoffices.errors import InputError

_NOT_A_REPORT = "this is a binary file, not the text of a report; give text, HTML or PDF"
_DECLARED = re.compile(
    rb"""(?i)<(?:meta|\?xml)\b[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?([\w-]+)"""
)
_SEVERAL_BYTES = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
)
# Labels that browsers read otherwise than Python: the WHATWG Encoding Standard, section 4.2.
_AS_BROWSERS_DO = {
    label: codec
    for codec, labels in {
        "cp1252": "ansi_x3.4-1968 ascii cp819 ibm819 iso-8859-1 iso-ir-100 iso8859-1 iso88591 "
        "iso_8859-1 iso_8859-1:1987 l1 latin1 latin-1 us-ascii x-cp1252 x-user-defined",
        "cp1254": "iso-8859-9 iso-ir-148 iso8859-9 iso88599 iso_8859-9 l5 latin5 x-cp1254",
        "cp874": "dos-874 iso-8859-11 iso8859-11 iso885911 tis-620 windows-874",
        "gb18030": "chinese csgb2312 gb2312 gb_2312 gb_2312-80 gbk iso-ir-58 x-gbk",
        "cp932": "csshiftjis ms932 ms_kanji shift-jis shift_jis sjis windows-31j x-sjis",
        "cp949": "cseuckr euc-kr iso-ir-149 korean ks_c_5601-1987 ks_c_5601-1989 ksc5601 "
        "ksc_5601 windows-949",
        "big5hkscs": "big5 big5-hkscs cn-big5 csbig5 x-x-big5",
        "mac_roman": "csmacintosh mac macintosh x-mac-roman",
        "mac_cyrillic": "x-mac-cyrillic x-mac-ukrainian",
        "iso8859_8": "iso-8859-8-e iso-8859-8-i logical visual",
        # A page that can be searched for its label as plain bytes is in no UTF-16.
        "utf-8": "unicode-1-1-utf-8 utf-16 utf-16be utf-16le x-unicode20utf8",
    }.items()
    for label in labels.split()
}  # fmt: skip


def decode(data: bytes, name: str, label: str | None = None) -> tuple[str, tuple[str, ...]]:
    r"""Return the text of a file, its line ends as line feeds, and notes on what could not be read.

    ``label`` is the encoding stated outside of the text, as in the header of a message. A byte order mark of
    UTF-8 stays: offsets count it.

    Raises InputError for a binary file and for a text in an encoding that cannot be told.

    >>> decode("“No,” he sa".encode() + b"\xff" + "id – twice.".encode(), "a.txt")[0]
    '“No,” he sa�id – twice.'
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        text, how = data.decode("utf-16", "replace"), "UTF-16"
    else:
        text, how = _decode_bytes(data, name, label)
    if _binary(data) and text.count("\0") > len(text) // 100:
        raise InputError(f"{name}: {_NOT_A_REPORT}")
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text, _notes(text, data, how)


def _decode_bytes(data: bytes, name: str, label: str | None) -> tuple[str, str]:
    try:
        return data.decode("utf-8"), "UTF-8"
    except UnicodeDecodeError:
        pass
    if _binary(data):
        raise InputError(f"{name}: {_NOT_A_REPORT}")
    if _nearly_utf8(data):
        return data.decode("utf-8", "replace"), "UTF-8"
    stated = _DECLARED.search(data, 0, 4096)
    wanted = label or (stated.group(1).decode("ascii", "replace") if stated else None)
    text = _by_label(data, wanted) if wanted else None
    how = str(wanted)
    if text is None:
        text, how = data.decode("cp1252", "replace"), _GUESSED
    if _garbled(text):
        raise InputError(f"{name}: neither UTF-8 nor a Western encoding; save it as UTF-8")
    return text, how


_GUESSED = "Windows-1252"


def _nearly_utf8(data: bytes) -> bool:
    """Tell UTF-8 with a few bad bytes: in other encodings hardly two bytes in a row look like it."""
    whole = len(_SEVERAL_BYTES.findall(data))
    return whole > data.decode("utf-8", "replace").count("\ufffd") - data.count(b"\xef\xbf\xbd")


def _by_label(data: bytes, label: str) -> str | None:
    """Return the text in the encoding of that label, as browsers read it; None for an unknown label."""
    codec = _AS_BROWSERS_DO.get(label.lower(), label)
    try:
        codecs.lookup(codec)
        return data.decode(codec, "replace")
    except (LookupError, UnicodeError):  # the second from codecs that replace nothing, as "idna"
        return None


def _notes(text: str, data: bytes, how: str) -> tuple[str, ...]:
    notes = []
    if how == _GUESSED:
        notes.append(
            "The file is not UTF-8 and states no encoding: read as Windows-1252; "
            "save it as UTF-8 where marks or letters look wrong."
        )
    lost = text.count("\ufffd") - (data.count(b"\xef\xbf\xbd") if how == "UTF-8" else 0)
    if lost > 0:
        places = [m.start() for m in re.finditer("\ufffd", text)]
        shown = ", ".join(_place(text, at) for at in places[:3]) + (" …" if len(places) > 3 else "")
        notes.append(
            f"{lost} place{'s' if lost > 1 else ''} could not be read as {how} and "
            f"stand{'' if lost > 1 else 's'} as \ufffd: {shown}."
        )
    return tuple(notes)


def _place(text: str, at: int) -> str:
    line, before = text.count("\n", 0, at) + 1, text.rfind("\n", 0, at)
    return f"line {line} character {at - before}"


def _garbled(text: str) -> bool:
    """Letters of a Western text are mostly plain; of another alphabet read as Western, mostly not."""
    letters = [
        ch for ch in text[:20000] if ch.isalpha() or ch == "\ufffd" or "\x80" <= ch <= "\xbf"
    ]
    strange = sum("\x80" <= ch <= "\xff" or ch == "\ufffd" for ch in letters)
    return len(letters) >= 40 and strange > len(letters) * 0.4


def _binary(data: bytes) -> bool:
    sample = data[:65536]
    control = sum(b < 9 or 13 < b < 32 for b in sample)
    return control > len(sample) * 0.02
