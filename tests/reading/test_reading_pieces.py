"""Long texts, read piece by piece: nothing lost, nothing moved, one actor for one name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodoffices.reading import read_text, reader
from goodoffices.reading.pieces import cut
from goodoffices.record.check import check_record
from tests.reading.labelled import REPORTS, load_report

REPORT = load_report(REPORTS / "afp_mali.txt")


@given(
    st.text(alphabet="ab .\n", max_size=120),
    st.integers(min_value=1, max_value=40),
    st.integers(min_value=0, max_value=60),
)
def test_cutting_loses_and_moves_nothing(text: str, most: int, middle: int) -> None:
    middle = min(middle, len(text))
    spans = [span for span in ((0, middle), (middle, len(text))) if span[0] < span[1]]
    pieces = cut(text, spans, most)
    assert "".join(text[s:e] for piece in pieces for s, e in piece) == text
    assert all(sum(e - s for s, e in piece) <= most for piece in pieces)
    assert all(s < e for piece in pieces for s, e in piece)


def test_a_text_in_pieces_says_what_its_reports_say(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same report three times over, a piece for each: three times the statements, the same actors."""
    once = read_text(REPORT.text, published=REPORT.published)
    text = "\n".join([REPORT.text] * 3)
    monkeypatch.setattr(reader, "WHOLE", 100)
    monkeypatch.setattr(reader, "cut", lambda text, spans: cut(text, spans, len(REPORT.text) + 1))
    told: list[float] = []
    record = read_text(text, published="2020-01-01", progress=lambda _, share: told.append(share))
    check_record(record)
    assert len(told) == 3
    assert len(record.statements) == 3 * len(once.statements)
    named = {a.name for a in once.actors if a.type == "person" and a.resolved}
    assert [sum(a.name == name for a in record.actors) for name in named] == [1] * len(named)
    assert len({s.id for s in record.statements}) == len(record.statements)
    assert len({a.id for a in record.actors}) == len(record.actors)
    assert {a.name for a in record.actors if a.affiliation} == {
        a.name for a in once.actors if a.affiliation
    }


def test_a_surname_finds_its_bearer_in_an_earlier_piece(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "WHOLE", 10)
    monkeypatch.setattr(reader, "cut", lambda text, spans: cut(text, spans, 60))
    text = "Envoy Ana Petrova said the text was thin.\nPetrova said it would grow soon enough.\n"
    record = read_text(text)
    check_record(record)
    assert [s.speaker_name for s in record.statements] == ["Ana Petrova"] * 2
    assert len({s.speaker for s in record.statements}) == 1
