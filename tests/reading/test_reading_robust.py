"""No document raises: whatever comes in, the answer is a record true to its text, or a clear error."""

import hashlib
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from goodoffices.errors import InputError, LimitError
from goodoffices.reading import load_bytes, read_loaded, read_text
from goodoffices.reading.text.layout import Line, paragraphs
from goodoffices.reading.text.load import MAX_CHARACTERS
from goodoffices.reading.text.load import load_report as load_file
from goodoffices.record.check import check_record
from goodoffices.record.jsonform import from_json, to_json
from goodoffices.record.model import Record
from tests.reading.labelled import (
    HARD_CASES,
    HELD_OUT,
    REPORTS,
    STANCE_CASES,
    load_report,
    parse_labelled,
)

REAL = [load_report(p).text for folder in (REPORTS, HELD_OUT) for p in sorted(folder.glob("*.txt"))]
CASES = [parse_labelled(markup).text for _, markup in (*HARD_CASES, *STANCE_CASES)]
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


@settings(max_examples=80, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(CASES), st.sampled_from(CASES), st.sampled_from(PIECES), st.data())
def test_two_damaged_hard_cases_give_passages_that_are_in_the_text(
    one: str, other: str, piece: str, data: st.DataObject
) -> None:
    text = one + " " + other
    low = data.draw(st.integers(0, len(one)))
    at = data.draw(st.integers(low, len(text)))
    check(text[low:at] + piece + text[at:])


@pytest.mark.parametrize(
    "text",
    [
        'Two dead, according to police, "',
        "It  according to is wrong to ,say w:e reject the plan, Mila Re—nko said.",
        "eporters.  according to Still, offi)cers at airports “attempted in good faith,” she said.",
    ],
)
def test_an_attribution_in_a_garbled_sentence_is_read_or_left(text: str) -> None:
    """Each of these once stopped the reader with an IndexError."""
    check(text)


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


REPORT_ON_A_PAGE = (
    "<p>Envoy Ana Petrova said on Monday that the talks on the strait had gone well, and that the two "
    "delegations would meet again in the town hall of Selm before the end of the week.</p>"
    "<p>“We will not accept this map,” Petrova said. “It was drawn by one side.”</p>"
)


def _page(head: str = "", before: str = "", after: str = "") -> bytes:
    return (
        f"<!doctype html><html><head><title>Talks go on</title>{head}</head><body><article>"
        f"<h1>Talks go on</h1>{before}{REPORT_ON_A_PAGE}</article>{after}</body></html>"
    ).encode()


@pytest.mark.parametrize(
    "page",
    [
        _page(after="<footer>Last updated: 12 June 2023</footer>"),
        _page(after="<footer>© 2024 The Selm Herald</footer>"),
        _page(after="<p>Last updated: 12 June 2023</p>").replace(b"</article><p>", b"<p>"),
        _page(after="<p>The parties first met on 5 May 2012.</p>"),
        _page(
            after="<aside><a href='/2019/07/04/dam'>Dam</a><time datetime='2019-07-04'/></aside>"
        ),
        _page("<meta property='article:modified_time' content='2023-06-12'>"),
        _page(before="<p>Updated <time datetime='2023-06-12'>12 June</time></p>"),
        _page(
            "<script type='application/ld+json'>{'@type': 'ItemList', 'itemListElement': "
            "[{'@type': 'NewsArticle', 'datePublished': '2019-07-04'}]}</script>".replace("'", '"')
        ),
    ],
)
def test_a_page_that_states_no_day_of_publication_is_given_none(page: bytes) -> None:
    loaded = load_bytes(page)
    assert loaded.published is None
    assert any("No publication date" in note for note in read_loaded(loaded).notes)


@pytest.mark.parametrize(
    "page",
    [
        _page("<meta name='DC.date.issued' content='4 March 2020'>"),
        _page("<meta itemprop='datePublished' content='20200304'>"),
        _page(
            '<script type="application/ld+json">{"@graph": [{"@type": "Organization"}, {"@type": '
            '["NewsArticle"], "datePublished": "2020-03-04T23:30:00-05:00"}]}</script>'
        ),
        _page(before="<p>By Ian Roe <time datetime='2020-03-04T08:00Z'>today</time></p>"),
        _page(before="<span itemprop='datePublished'>March 4, 2020</span>"),
    ],
)
def test_the_day_that_a_page_states_of_itself_is_taken(page: bytes) -> None:
    record = read_loaded(load_bytes(page))
    assert (record.source.published, record.source.published_basis) == ("2020-03-04", "page")


def test_the_dateline_of_a_report_stands_against_whatever_a_page_has_in_its_foot() -> None:
    page = _page(after="<footer>Last updated: 12 June 2023</footer>").decode()
    dated = page.replace("<p>Envoy", "<p>SELM, March 3, 2021 (AP) – Envoy").encode()
    source = read_loaded(load_bytes(dated)).source
    assert (source.published, source.published_basis) == ("2021-03-03", "dateline")


def test_a_few_bad_bytes_in_a_text_of_utf8_cost_those_places_only_and_are_told() -> None:
    data = "“We wait,” Émile Bézu said.\n“Not for lo".encode() + b"\xff" + "ng,” he said.”".encode()
    loaded = load_bytes(data[:-1])
    assert loaded.text == "“We wait,” Émile Bézu said.\n“Not for lo\ufffdng,” he said.\ufffd"
    assert loaded.notes[0].startswith("2 places could not be read as UTF-8")
    assert "line 2 character 12" in loaded.notes[0]
    assert loaded.notes[0] in read_loaded(loaded).notes
    assert "read as Windows-1252" in load_bytes("“No,” he said.".encode("cp1252")).notes[0]
    assert load_bytes("“No,” he said.".encode()).notes == ()


@pytest.mark.parametrize(
    ("label", "codec"),
    [("iso-8859-1", "cp1252"), ("us-ascii", "cp1252"), ("ISO-8859-9", "cp1254"), ("gb2312", "gbk")],
)
def test_a_label_means_what_it_means_to_browsers(label: str, codec: str) -> None:
    page = (
        f"<html><head><meta charset={label}></head><body><p>“Never,” – Ana said.</p></body></html>"
    )
    loaded = load_bytes(page.encode(codec))
    assert loaded.text == "“Never,” – Ana said."
    assert loaded.notes == ()


@pytest.mark.parametrize("label", ["idna", "undefined", "rot13", "no-such"])
def test_a_label_that_is_no_encoding_of_a_page_is_passed_over(label: str) -> None:
    page = f"<html><head><meta charset={label}></head><body><p>“Never,” Ana said.</p></body></html>"
    assert load_bytes(page.encode("cp1252")).text == "“Never,” Ana said."


@pytest.mark.parametrize(
    "page",
    [
        REPORT_ON_A_PAGE,
        f"<div class=story>{REPORT_ON_A_PAGE}</div>",
        f"<!-- {'x' * 5000} -->\n<html><body>{REPORT_ON_A_PAGE}</body></html>",
        "MIME-Version: 1.0\nFrom: <Saved by Blink>\nDate: Thu, 5 Mar 2020 10:00:00 -0000\n"
        'Content-Type: multipart/related; boundary="b"\n\n--b\nContent-Type: text/html\n'
        f"Content-Transfer-Encoding: 8bit\n\n<html><body>{REPORT_ON_A_PAGE}</body></html>\n--b--\n",
    ],
)
def test_a_piece_of_a_page_a_late_page_and_a_saved_page_are_pages(page: str) -> None:
    loaded = load_bytes(page.encode())
    assert loaded.format == "html"
    assert loaded.captured == ("2020-03-05" if "Blink" in page else None)
    assert {s.speaker_name for s in read_loaded(loaded).statements} == {"Ana Petrova"}


def test_an_angle_bracket_makes_no_page() -> None:
    for text in ("<Seal> The envoy said no.", "The map <not shown> is </p> lost, he said."):
        assert load_bytes(text.encode()).text == text


def test_what_a_browser_shows_of_a_page_is_its_text() -> None:
    hidden = "".join(
        f"<p {how}>“Never,” Ian Roe said.</p>"
        for how in ("hidden", "style='display: none'", "aria-hidden=true")
    )
    page = _page(before=hidden).decode()
    for marks in ("“It was drawn by one side.”", "“We will not accept this map,”"):
        page = page.replace(marks, f"<q>{marks[1:-1]}</q>")
    text = load_bytes(page.encode()).text
    assert "“We will not accept this map,” Petrova said. “It was drawn by one side.”" in text
    assert "Ian Roe" not in text
    nested = "<p><q>He <i>said</i> <q>no</q> <b>twice</b></q>, Ana Petrova said.</p>"
    assert load_bytes(nested.encode()).text == "“He said ‘no’ twice”, Ana Petrova said."
    behind = page.replace("<article", "<div aria-hidden=true><article").replace(
        "</article", "</div></article"
    )
    assert "Petrova" in load_bytes(behind.encode()).text


def test_the_text_of_a_pdf_is_read(tmp_path: Path) -> None:
    loaded = load_bytes(_pdf("Envoy Ana Petrova said the talks had gone well."), "report.pdf")
    assert loaded.format == "pdf"
    assert read_loaded(loaded).statements[0].speaker_name == "Ana Petrova"


def test_the_record_of_a_page_says_what_its_offsets_count_in() -> None:
    plain = "Envoy Ana Petrova said: “We wait.”\n".encode()
    for data, same in ((plain, True), (plain.replace(b"\n", b"\r\n"), False), (_page(), False)):
        record = read_loaded(load_bytes(data))
        document = to_json(record)["document"]
        assert document["file_sha256"] == hashlib.sha256(data).hexdigest()
        assert document["format"] == ("html" if data == _page() else "text")
        assert document.get("text") == (None if same else record.text)
        if not same:
            assert from_json(to_json(record)) == record


SET = """Talks on the strait go on
|
Envoy Ana Petrova said that the repre-
sentatives of both governments would
not accept the cease-fire, and nego-
tiators “wait for a long-
term answer.”
|
“We will not be bullied,” she said. “Our
men have waited.”"""


def test_the_lines_of_a_pdf_are_put_together_to_the_paragraphs_they_were_set_from() -> None:
    loaded = load_bytes(_pdf(*SET.split("\n")))
    assert loaded.text.split("\n\n") == [
        "Talks on the strait go on",
        "Envoy Ana Petrova said that the representatives of both governments would not accept the "
        "cease-fire, and negotiators “wait for a long-term answer.”",
        "“We will not be bullied,” she said. “Our men have waited.”",
    ]
    fragments = [s.fragments for s in read_loaded(loaded).statements]
    assert [f.exact for f in fragments[-1]] == [
        "“We will not be bullied,”",
        "“Our men have waited.”",
    ]


def test_what_a_pdf_repeats_on_its_pages_does_not_stand_in_its_sentences() -> None:
    words = (
        "The envoy said that the/talks on the strait will/go on until both of the/sides accept it."
    )
    set_ = [
        Line(text, 72, 700 - 40 * (text[0] == "T") - 14 * number, 12, page)
        for page in (1, 2)
        for number, text in enumerate(["Selm Herald", *words.split("/")[2 * page - 2 : 2 * page]])
    ]
    assert paragraphs(set_, lambda _: False) == [words.replace("/", " "), "Selm Herald"]


def test_paragraphs_set_with_an_indent_or_a_short_last_line_are_told_apart() -> None:
    indented = [
        "  The envoy went on to",
        "say no. The parties of",
        "  Toland will wait for it.",
        "She left.",
    ]
    short = ["The envoy of them all", "said no.", "Toland waits for a word", "of peace."]
    for lines in (indented, short):
        set_ = [
            Line(t, 90 if t[0] == " " else 72, 700 - 14 * n, 12, 1) for n, t in enumerate(lines)
        ]
        assert len(paragraphs(set_, lambda _: False)) == 2


def test_ligatures_and_soft_hyphens_of_a_pdf_are_letters_and_nothing() -> None:
    line = Line("dissatis\ufb01ed re\u00adport\u00aders ex\u00adenvoy", 72, 700, 12, 1)
    assert paragraphs([line], {"reporters"}.__contains__) == ["dissatisfied reporters ex-envoy"]
    drawn = "(Uni) Tj /Span << /ActualText <FEFF00AD> >> BDC ( ) Tj EMC 18.7 0 Td (ted) Tj"
    assert load_bytes(_pdf_of(f"BT /F1 12 Tf 72 720 Td {drawn} ET")).text == "United"


def test_a_pdf_whose_letters_cannot_be_told_is_refused_in_words() -> None:
    with pytest.raises(InputError, match="fonts do not say which letters"):
        load_bytes(_pdf_of("BT /F9 12 Tf 72 720 Td (The envoy said no.) Tj ET"))


def _pdf(*lines: str) -> bytes:
    """Write a one-page PDF by hand; a bar is a gap between paragraphs."""
    stream, gap = "BT /F1 12 Tf 72 720 Td", 0
    for line in lines:
        if line == "|":
            gap = 10
            continue
        stream += f" 0 {-14 - gap} Td ({line}) Tj"
        gap = 0
    return _pdf_of(stream + " ET")


def _pdf_of(content: str) -> bytes:
    stream = content.encode("cp1252")
    parts = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
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


def test_half_a_character_is_refused_in_words() -> None:
    with pytest.raises(InputError, match=r"half a character .* at 5"):
        read_text("Mila \ud800 said it was fine.")


@pytest.mark.parametrize(
    "text", ['"' * 3000, "“" * 3000, '{"id": "s1", "text": "The road is open"}, ' * 300]
)
def test_runs_of_marks_are_read_as_no_quotations(text: str) -> None:
    record = read_text(f"{text}\nThe envoy said the road was open.")
    check_record(record)
    assert record.statements[-1].fragments[-1].exact == "the road was open"


def test_a_time_at_the_end_of_a_line_ends_with_its_words() -> None:
    record = read_text(
        "The talks start at 8am.\n\n22:15 – The hall is empty.", published="2014-02-11"
    )
    assert [t.span.exact for t in record.times] == ["8am."]


def test_the_paragraphs_of_a_live_page_are_read_though_the_page_calls_them_comments() -> None:
    said = "".join(
        f'<div class="comment"><p>At {hour} Envoy Ana Petrova said the {what} was closed again.</p></div>'
        for hour, what in enumerate(("bridge", "harbour", "road", "school", "market", "airport"), 8)
    )
    page = f"<html><body><article><h1>Day two, live</h1>{said}</article></body></html>"
    record = read_loaded(load_bytes(page.encode(), "live.html"))
    assert len(record.statements) == 6
