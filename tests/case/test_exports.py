"""What leaves the house is looked at once more, and written down."""

import json
from pathlib import Path

import pytest

import goodoffices as go
from goodoffices.case import Case, copy_case
from goodoffices.case.exports import exports, leaks, log_export
from goodoffices.errors import InputError, UsageError
from tests.case.test_labels import everything


def test_what_a_view_gives_away_holds_no_leak(case: Case) -> None:
    for audience in ("public", "team", "party:upper", "party:lower", "mediator"):
        seen = case.for_audience(audience)
        assert leaks(seen, everything(seen)) == []


@pytest.mark.parametrize(
    "text",
    [
        "<p>It is said that he <b>could pay half</b></p>",
        "In the end he\ncould   pay half.",
        "see Envoy's notes",
        "HE COULD PAY HALF",
    ],
)
def test_hidden_words_in_a_text_are_found(case: Case, text: str) -> None:
    plain = text.replace("<b>", "").replace("</b>", "")
    assert leaks(case.for_audience("public"), plain)
    assert leaks(case.for_audience("mediator"), plain) == []


def test_words_that_may_be_read_elsewhere_are_no_leak(root: Path) -> None:
    text = (root / "sources/wire.txt").read_text(encoding="utf-8")
    assert "will go to court" in text
    record = (root / "record/wire.toml").read_text(encoding="utf-8")
    record = record.replace('id = "p1"', 'id = "p1"\nlabel = "mediator"')
    (root / "record/wire.toml").write_text(record, encoding="utf-8")
    seen = go.load_case(root).for_audience("public")
    told = [str(it) for it in leaks(seen, "They will go to court.")]
    assert "'will go to court' belongs to wire/p1" in told
    (root / "case.toml").write_text(
        'format = 1\ntitle = "They will go to court"\n', encoding="utf-8"
    )
    seen = go.load_case(root).for_audience("public")
    assert leaks(seen, "They will go to court.") == []


def test_only_a_readout_for_somebody_can_be_looked_at(case: Case) -> None:
    with pytest.raises(UsageError, match="name the audience"):
        leaks(case, "anything")


def test_exports_are_written_down_one_a_line(root: Path) -> None:
    case = go.load_case(root)
    assert exports(case) == []
    for name, audience in (("a.html", "public"), ("b.html", "team")):
        log_export(case.for_audience(audience), name, b"x", by="anna", at="2025-03-12T10:00")
    found = exports(case)
    assert [(it["file"], it["audience"], it["by"]) for it in found] == [
        ("a.html", "public", "anna"),
        ("b.html", "team", "anna"),
    ]
    assert found[0]["withheld"] == ["dam/upper/2"]
    assert len(found[0]["sha256"]) == 64
    with (root / "audit.jsonl").open("a", encoding="utf-8") as file:
        file.write("{broken\n")
    with pytest.raises(InputError, match=r"audit\.jsonl:3"):
        exports(case)


def test_the_log_survives_a_lost_line_end(root: Path) -> None:
    (root / "audit.jsonl").write_text(json.dumps({"file": "old"}), encoding="utf-8")
    log_export(go.load_case(root), "new", b"x", by="anna", at="2025-03-12")
    assert [it["file"] for it in exports(go.load_case(root))] == ["old", "new"]


def test_hidden_facts_of_the_talks_are_looked_for_too(tmp_path: Path) -> None:
    copy_case(go.load_case("geneva-2014"), tmp_path / "geneva")
    with (tmp_path / "geneva/case.toml").open("a", encoding="utf-8") as file:
        file.write('[labels]\n"talks/commitments/pause" = "mediator"\n')
    seen = go.load_case(tmp_path / "geneva").for_audience("public")
    assert leaks(seen, str(seen.talks)) == []
    told = leaks(seen, "On the pause in the fighting in the Old City of Homs nothing is known.")
    assert [it.ref for it in told] == ["talks"]
