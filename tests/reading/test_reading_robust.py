"""No document raises: whatever comes in, the answer is a record true to its text, or a clear error."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from goodoffices.errors import InputError, LimitError
from goodoffices.reading import load_bytes, read_loaded, read_text
from goodoffices.reading.load import MAX_CHARACTERS
from goodoffices.reading.load import load_report as load_file
from goodoffices.record.check import check_record
from goodoffices.record.jsonform import from_json, to_json
from goodoffices.record.model import Record
from tests.reading.labelled import HELD_OUT, REPORTS, load_report

REAL = [load_report(p).text for folder in (REPORTS, HELD_OUT) for p in sorted(folder.glob("*.txt"))]
PIECES = [
    "“",
    "”",
    '"',
    "'",
    "‘",
    "’",
    "''",
    "«",
    "»",
    "(",
    ")",
    "[",
    "]",
    "…",
    "...",
    ".",
    ",",
    ":",
    ";",
    "?",
    "!",
    "\n",
    "\n\n",
    " ",
    "\t",
    "\x00",
    "\x0b",
    "\u2028",
    "\u200b",
    "\ufeff",
    "é",
    "😀",
    "e\u0301",
    "ع",
    "—",
    "-",
    "said",
    "he",
    "She",
    "it",
    "they",
    "according to",
    "that",
    "told",
    "Moscow",
    "Mr.",
    "the envoy",
    "Ana Petrova",
    "on Friday",
    "will not accept",
    "unless",
    "late last month",
    "10 days later",
    "over 1,000 people",
    "9,00,000",
    "May",
    "99/99/9999",
    "was quoted as saying",
    "adding",
    "who",
    "whose",
    "and",
    "but",
    "U.S.",
    "Error",
    "Reuters",
    "GENEVA (AP) —",
]


def answer(text: str) -> Record | None:
    """Read a text; an error of the package is an answer, anything else is not."""
    try:
        return read_text(text, published="2014-02-11")
    except (InputError, LimitError):
        return None


def check(text: str) -> None:
    record = answer(text)
    if record is not None:
        check_record(record)
        assert from_json(to_json(record), text) == record


@settings(max_examples=120, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(PIECES), max_size=40), st.sampled_from(["", " "]))
def test_any_mixture_of_marks_and_cues_gives_passages_that_are_in_the_text(
    pieces: list[str], glue: str
) -> None:
    check(glue.join(pieces))


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=200))
def test_any_text_at_all_gives_passages_that_are_in_the_text(text: str) -> None:
    check(text)


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(REAL), st.data())
def test_a_damaged_report_gives_passages_that_are_in_the_text(
    text: str, data: st.DataObject
) -> None:
    low = data.draw(st.integers(0, len(text)))
    high = data.draw(st.integers(low, min(len(text), low + 700)))
    piece = data.draw(st.sampled_from(PIECES))
    at = data.draw(st.integers(low, high))
    check(text[low:at] + piece + text[at:high])


@pytest.mark.parametrize(
    "text",
    [
        "“  “  .",
        "“\u3000“\u200b,\t.\x1c",
        ",“\u200b.\x1fHe\t\t\xa0“.",
        "1said,\x85““\u3000.\x1c\x1c““He",
    ],
)
def test_white_space_that_the_parser_takes_for_a_root_is_left_again(text: str) -> None:
    """Each of these once kept the reader in a loop for ever."""
    check(text)


def test_a_name_that_no_file_can_have_is_refused_in_words() -> None:
    with pytest.raises(InputError, match="cannot be read"):
        load_file(Path("a\x00b"))


def test_an_empty_text_is_refused_in_words() -> None:
    with pytest.raises(InputError, match="empty"):
        read_text(" \n ")
    with pytest.raises(InputError, match="empty"):
        load_bytes(b"", "void.txt")


def test_a_report_in_another_language_is_named() -> None:
    with pytest.raises(InputError, match="French"):
        read_text(
            "Le ministre a déclaré que les négociations de paix sont dans une impasse "
            "et que le gouvernement ne cédera pas."
        )
    with pytest.raises(InputError, match="Cyrillic"):
        read_text("Министр заявил, что переговоры продолжатся в понедельник.")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("Polish", "Minister powiedział, że rozmowy nie są łatwe i że rząd nie ustąpi, ale jest gotów."),
        ("Swedish", "Ministern sade att samtalen inte är lätta och att de har en plan för det."),
        ("Romanian", "Ministrul a declarat că discuțiile nu sunt ușoare și că guvernul este pentru acord."),
        ("commonest words", "Zyrn vokt plarm dresk alka bemo ciru dofa erga fulo gami hoke irta juno kelm "
         "lopa mirk nave orlu pegh quan rost sivu telk urba vexo wilm"),
    ],
)  # fmt: skip
def test_a_text_without_the_words_of_english_is_refused(language: str, text: str) -> None:
    with pytest.raises(InputError, match=language):
        read_text(text)


@pytest.mark.parametrize(
    "text",
    [
        "Last week, Kordan ordered U.S. forces to leave the base within six months.",
        "Petrova: U.S. envoy, U.N. chief meet Friday in Oslo, Kordan agency reports.",
        "No deal, no truce, no aid: Mila Renko, Kordan, Friday, Oslo.",
    ],
)
def test_a_few_words_of_english_are_not_taken_for_another_language(text: str) -> None:
    assert read_text(text).text == text


def test_a_page_is_decoded_as_it_says_and_a_garbled_text_refused() -> None:
    body = "<p>Le Président Émile Bézu a dit.</p><p>" + "The envoy said it was late. " * 9 + "</p>"
    page = f'<html><head><meta charset="cp437"></head><body>{body}</body></html>'
    assert "Émile Bézu" in load_bytes(page.encode("cp437")).text
    russian = "Министр заявил, что переговоры продолжатся в понедельник, если стороны согласятся. "
    with pytest.raises(InputError, match="save it as UTF-8"):
        load_bytes(russian.encode("koi8-r"), "note.txt")


@pytest.mark.parametrize("algorithm", ["RC4-128", "AES-256"])
def test_a_pdf_that_only_its_owner_locked_is_read_and_one_with_a_password_named(
    tmp_path: Path, algorithm: str
) -> None:
    import io

    from pypdf import PdfReader, PdfWriter

    for password, words in (("", "holds no text"), ("secret", "protected by a password")):
        writer = PdfWriter()
        writer.add_blank_page(200, 200)
        writer.encrypt(password, "owner", algorithm=algorithm)
        stream = io.BytesIO()
        writer.write(stream)
        assert PdfReader(io.BytesIO(stream.getvalue())).is_encrypted
        with pytest.raises(InputError, match=words):
            load_bytes(stream.getvalue(), "locked.pdf")


def test_a_binary_file_is_refused_in_words() -> None:
    with pytest.raises(InputError, match="binary"):
        load_bytes(bytes(range(256)) * 40, "picture.png")


def test_a_text_beyond_the_limit_is_refused_with_the_limit() -> None:
    with pytest.raises(LimitError, match=f"{MAX_CHARACTERS:,}"):
        read_text("The envoy said it was late. " * (MAX_CHARACTERS // 28 + 1))


def test_a_damaged_pdf_is_refused_in_words() -> None:
    with pytest.raises(InputError, match="PDF"):
        load_bytes(b"%PDF-1.7\nnothing here", "scan.pdf")


def test_control_characters_do_not_move_passages() -> None:
    text = "Envoy Ana Petrova\x0b said\x07 the talks\x1f were stalled.\u2028“We wait,” she said."
    record = answer(text)
    assert record is not None
    check_record(record)


def test_windows_text_and_line_ends_are_read() -> None:
    loaded = load_bytes("“We wait,” Ana Petrova said.\r\nThen she left.".encode("cp1252"), "w.txt")
    record = read_loaded(loaded)
    assert record.statements[0].speaker_name == "Ana Petrova"


def test_an_html_page_gives_its_main_text_title_and_date() -> None:
    paragraphs = "".join(
        f"<p>Envoy Ana Petrova said on Monday that round {n} of the talks had gone well.</p>"
        for n in range(6)
    )
    page = (
        "<!doctype html><html><head><title>Talks go on</title>"
        "<meta property='article:published_time' content='2020-03-04'>"
        f"</head><body><nav>Home News</nav><article><h1>Talks go on</h1>{paragraphs}</article></body></html>"
    )
    loaded = load_bytes(page.encode(), "page.html")
    record = read_loaded(loaded)
    assert loaded.format == "html"
    assert record.source.published == "2020-03-04"
    assert {s.speaker_name for s in record.statements} == {"Ana Petrova"}


def test_the_text_of_a_pdf_is_read(tmp_path: Path) -> None:
    loaded = load_bytes(_pdf("Envoy Ana Petrova said the talks had gone well."), "report.pdf")
    assert loaded.format == "pdf"
    assert read_loaded(loaded).statements[0].speaker_name == "Ana Petrova"


def _pdf(line: str) -> bytes:
    """Write a one-page PDF by hand."""
    stream = f"BT /F1 12 Tf 72 720 Td ({line}) Tj ET".encode()
    parts = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    out, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, start=1):
        places.append(len(out))
        out += b"%d 0 obj%sendobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % p for p in places)
    return (
        out
        + b"xref\n0 6\n0000000000 65535 f \n"
        + table
        + b"trailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % len(out)
    )


def test_a_byte_order_mark_is_counted_and_not_read(tmp_path: Path) -> None:
    path = tmp_path / "bom.txt"
    path.write_bytes("\ufeffGENEVA (AP) — Ana Petrova said the talks were stalled.".encode())
    text = path.read_text(encoding="utf-8")
    record = read_loaded(load_bytes(path.read_bytes()))
    fragment = record.statements[0].fragments[0]
    assert text[fragment.start : fragment.end] == "the talks were stalled"
    assert record.dropped[0].kind == "dateline"
