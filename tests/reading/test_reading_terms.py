"""What positions are bound to: condition, deadline, consequence, and on whose behalf they are held."""

from goodoffices.reading import read_text
from goodoffices.record.model import Position, Span


def position(text: str) -> Position:
    """Return the only position of a text of 11 February 2014, a Tuesday."""
    positions = read_text(text, published="2014-02-11").positions
    assert len(positions) == 1, positions
    return positions[0]


def words(span: Span | None) -> str | None:
    return span.exact if span else None


def test_a_threat_has_its_condition_its_deadline_and_what_would_follow() -> None:
    found = position(
        "The general warned that his troops would attack the port if the ships did not leave by "
        "noon on Sunday."
    )
    assert (found.stance, found.holder_name) == ("ultimatum", "general")
    assert words(found.condition) == "if the ships did not leave by noon on Sunday"
    assert words(found.consequence) == "would attack the port"
    assert found.deadline == "2014-02-16T12:00"


def test_a_demand_with_or_else_is_an_ultimatum() -> None:
    found = position(
        "“The rebels must leave the town within 48 hours or face sanctions,” Ana Petrova said."
    )
    assert (found.stance, found.deadline) == ("ultimatum", "PT48H")
    assert words(found.consequence) == "face sanctions"


def test_an_ultimatum_that_is_told_of_is_not_the_teller_s() -> None:
    found = position(
        "“It contains an ultimatum for the government, that if they do not solve all this in two weeks "
        "then we introduce sanctions,” Ivan Sokol said."
    )
    assert (found.stance, found.holder, found.deadline) == ("ultimatum", None, "P2W")
    assert words(found.condition) == "if they do not solve all this in two weeks"
    assert words(found.consequence) == "we introduce sanctions"


def test_who_is_given_until_when_to_do_what() -> None:
    found = position(
        "The envoy said the sponsors had given Damascus until Saturday to open the roads."
    )
    assert (found.stance, found.holder_name, found.deadline) == (
        "ultimatum",
        "sponsors",
        "2014-02-15",
    )
    assert words(found.condition) == "until Saturday"
    assert words(found.object) == "to open the roads"


def test_a_minister_speaks_on_behalf_of_his_state() -> None:
    record = read_text(
        "Moscow was cool. “We reject this text,” Russian Foreign Minister Ivan Sokol said."
    )
    found = record.positions[0]
    patron = record.actor(found.on_behalf_of)
    assert (found.holder_name, patron.name if patron else None) == ("Ivan Sokol", "Russia")


def test_a_spokesman_speaks_on_behalf_of_his_group_and_a_mediator_of_nobody() -> None:
    record = read_text(
        "Hamas spokesman Sami Zuhri rejected the text. Envoy Ana Petrova welcomed it."
    )
    patrons = [record.actor(p.on_behalf_of) for p in record.positions]
    assert [patron.name if patron else None for patron in patrons] == ["Hamas", None]


def test_refusing_until_is_setting_a_condition() -> None:
    found = position(
        "Hamas spokesman Sami Zuhri said the group would not free the soldier until the blockade was lifted."
    )
    assert (found.stance, found.holder_name) == ("condition", "Hamas")
    assert words(found.condition) == "until the blockade was lifted"
    assert words(found.object) == "the soldier"


def test_what_is_agreed_on_condition_is_a_condition() -> None:
    found = position("Iran agreed to halt the work on condition that the embargo was lifted.")
    assert found.stance == "condition"
    assert words(found.object) == "to halt the work"
    assert words(found.condition) == "on condition that the embargo was lifted"


def test_a_deadline_of_a_demand_is_the_day_by_which_not_the_day_it_was_made() -> None:
    found = position("The union demanded on Monday that the company restore the pay by March 1.")
    assert found.deadline == "2014-03-01"
    assert words(found.object) == "the company restore the pay by March 1"


def test_a_question_takes_no_stance() -> None:
    assert read_text("Will the rebels reject the text? Does Norway support it?").positions == ()


def test_a_second_verb_that_looks_like_a_plural_takes_its_stance() -> None:
    found = read_text("The government accepts a commission but rejects that it should set quotas.")
    assert [(it.stance, it.object and it.object.exact) for it in found.positions] == [
        ("accept", "a commission"),
        ("reject", "that it should set quotas"),
    ]


def test_who_said_it_is_no_part_of_what_is_threatened() -> None:
    found = read_text(
        "If the arrears are not paid by 1 May, the upper town will close the sluice, Kowal warned.",
        published="2025-03-03",
    )
    (threat,) = found.positions
    assert threat.consequence is not None
    assert threat.consequence.exact == "will close the sluice"
