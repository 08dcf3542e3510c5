"""Each layer by itself: marks, sentences, body, times, figures."""

import datetime

import pytest

from goodoffices.reading import read_text
from goodoffices.reading.facts.figures import find_figures
from goodoffices.reading.grammar.truecase import lower_capitals
from goodoffices.reading.grammar.units import Unit
from goodoffices.reading.text.body import find_body
from goodoffices.reading.text.marks import find_quotes
from goodoffices.reading.text.paragraphs import find_paragraphs, split_sentences


def quoted(text: str) -> list[str]:
    return [q.inner(text) for q in find_quotes(text, find_paragraphs(text, [(0, len(text))]))]


def test_a_curly_mark_may_close_a_straight_one() -> None:
    assert quoted('"No,” he said. “Yes," she said.') == ["No,", "Yes,"]


def test_a_lost_closing_mark_loses_no_more_than_its_paragraph() -> None:
    assert quoted("“We wait.\nThe talks ended. “No,” he said.") == ["We wait.", "No,"]


def test_inches_and_years_are_no_quotations() -> None:
    assert quoted("A 6\" pipe and the '90s were the growers' problem.") == []


def test_abbreviations_do_not_end_sentences() -> None:
    text = "Mr. Kerr met Gen. Obi of the U.N. mission. He left. The U.S. The rest stayed."
    found = [text[s:e] for s, e in split_sentences(text, 0, len(text), [])]
    assert found[0] == "Mr. Kerr met Gen. Obi of the U.N. mission."
    assert found[1] == "He left."


def test_a_quotation_is_never_cut_into_sentences() -> None:
    text = "“We came. We saw. We left,” he said. It rained."
    found = [
        text[s:e]
        for s, e in split_sentences(text, 0, len(text), find_quotes(text, [(0, len(text))]))
    ]
    assert found == ["“We came. We saw. We left,” he said.", "It rained."]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Sign up for our newsletter and get it daily", "page_debris"),
        ("(Reporting by Ann Lee; Editing by Bo Karr)", "credit_line"),
        ("By Ann Lee, Staff Writer", "byline"),
        ("11 Feb 2014 18:20 GMT", "date_line"),
        ("Copyright 2014 The Daily Ferry. All rights reserved.", "page_debris"),
        ("Please try again later.", "page_debris"),
    ],
)
def test_lines_around_a_report_are_told_from_it(text: str, kind: str) -> None:
    page = f"The ferry left on Monday with forty people on board.\nIt came back empty.\n{text}"
    assert [(page[s:e], k) for s, e, k in find_body(page).drop] == [(text, kind)]


def test_debris_words_in_a_sentence_of_the_report_stay() -> None:
    page = "The ministry said its website was down after an error.\nIt asked people to try the telephone."
    assert not find_body(page).drop


@pytest.mark.parametrize(
    ("start", "published"),
    [
        ("GENEVA (AP) — ", None),
        ("ATHENS, Oct 6 (Reuters) - ", None),
        ("17 May 2016 – ", "2016-05-17"),
        ("GENEVA (8 September 2018) – ", "2018-09-08"),
        ("Algiers (AFP) - ", None),
        ("GENEVA ", None),
        ("NEW YORK ", None),
        ("FORT WORTH, Texas ", None),
        ("ROCKY MOUNT, N.C. ", None),
        ("BANJA LUKA, Bosnia ", None),
    ],
)
def test_datelines_are_cut_off_and_dates_taken(start: str, published: str | None) -> None:
    text = start + "The two sides met on Monday for an hour."
    body = find_body(text)
    assert text[body.keep[0][0] :].startswith("The two sides")
    assert body.published == published


def test_words_in_capitals_at_the_start_are_no_dateline() -> None:
    for start in ("UNHCR The", "BREAKING A", "NATO Countries"):
        text = f"{start} agency met on Monday for an hour."
        assert text[find_body(text).keep[0][0] :].startswith(start)


PUBLISHED = datetime.date(2014, 2, 11)  # a Tuesday


@pytest.mark.parametrize(
    ("sentence", "words", "value"),
    [
        ("The envoy left on Tuesday.", "Tuesday", "2014-02-11"),
        ("The envoy left on Monday.", "Monday", "2014-02-10"),
        ("The envoy said he would leave on Friday.", "Friday", "2014-02-14"),
        ("The envoy said Friday he would leave.", "Friday", "2014-02-07"),
        ("He has given them until Monday.", "Monday", "2014-02-17"),
        ("The round ended late last month.", "late last month", "2014-01"),
        ("It starts early next year.", "early next year", "2015"),
        ("They met this week.", "this week", "2014-W07"),
        ("They met two weeks ago.", "two weeks ago", "2014-W05"),
        ("They came within 48 hours.", "48 hours", "PT48H"),
        ("The nearly three-year war goes on.", "nearly three-year", "P3Y"),
        ("They met in November.", "November", "2013-11"),
        ("They met last March.", "last March", "2013-03"),
        ("The coup was on June 28.", "June 28", "2013-06-28"),
        ("It was signed on 30 June 2012.", "30 June 2012", "2012-06-30"),
        ("It was signed in 2012.", "2012", "2012"),
        ("It began in the 1970s.", "the 1970s", "197"),
        ("They met yesterday.", "yesterday", "2014-02-10"),
        (
            "The deal was signed on 3 March 2013. Fighting resumed 10 days later.",
            "10 days later",
            "2013-03-13",
        ),
        ("They will meet in the coming weeks.", "the coming weeks", "FUTURE_REF"),
    ],
)
def test_times_are_resolved_against_the_day_of_publication(
    sentence: str, words: str, value: str
) -> None:
    record = read_text(sentence, published=PUBLISHED)
    assert (words, value) in [(t.span.exact, t.value) for t in record.times]


def test_may_and_march_are_verbs_too() -> None:
    record = read_text(
        "The two sides may meet and thousands march on the palace.", published=PUBLISHED
    )
    assert not record.times


def test_without_a_date_of_publication_a_weekday_has_no_date_and_the_record_says_so() -> None:
    record = read_text("The envoy left on Tuesday, officials said.")
    assert [t.value for t in record.times] == ["XXXX-WXX-2"]
    assert any("--published" in note for note in record.notes)


@pytest.mark.parametrize(
    ("words", "quantity", "comparator"),
    [
        ("over 130,000 people", 130000, ">"),
        ("at least 38 people", 38, ">="),
        ("as many as 85,000 infants", 85000, "<="),
        ("about 9,00,000 voters", 900000, "~"),
        ("nearly 3 million refugees", 3_000_000, "<"),
        ("no more than 20 people", 20, "<="),
        ("not less than 45 families", 45, ">="),
        ("well over 2,000 people", 2000, ">"),
        ("just under 300 people", 300, "<"),
        ("in excess of 40 families", 40, ">"),
        ("a maximum of 150 police officers", 150, "<="),
        ("as few as 60 people", 60, ">="),
        ("30-odd families", 30, "~"),
        ("60-plus families", 60, ">="),
        ("a hundred or so families", 100, "~"),
        ("5,000 or more families", 5000, ">="),
    ],
)
def test_figures_keep_their_bounds(words: str, quantity: float, comparator: str) -> None:
    text = f"It displaced {words}."
    figure = find_figures(text, [(0, len(text))], [])[0]
    assert (figure.quantity, figure.comparator) == (quantity, comparator)


@pytest.mark.parametrize(
    ("text", "words", "low", "high"),
    [
        ("The raid left between 40 and 60 dead.", "between 40 and 60", 40, 60),
        ("Shells killed 40 and 60 were wounded.", "40", 40, None),
        ("It cost between $2 and $3 million.", "between $2 and $3 million", 2e6, 3e6),
        ("They spoke of talks between two states.", "two states", 2, None),
    ],
)
def test_and_makes_a_range_only_behind_between(
    text: str, words: str, low: float, high: float | None
) -> None:
    figure = find_figures(text, [(0, len(text))], [])[0]
    assert text[figure.start : figure.end] == words
    assert (figure.quantity, figure.upper) == (low, high)


def test_prices_are_no_years() -> None:
    assert not read_text("Prices rose from 1600 to 1800 dollars.", published="2020-03-03").times


def test_a_rise_from_one_number_to_another_is_no_range() -> None:
    text = "The number of displaced families rose from 200 to 250."
    text += " They sent from 20 to 30 trucks."
    found = find_figures(text, [(0, len(text))], [])
    assert [(text[f.start : f.end], f.quantity, f.upper) for f in found] == [
        ("20 to 30 trucks", 20, 30)
    ]
    text = "The force grew from 200 to 250 soldiers."
    found = find_figures(text, [(0, len(text))], [])
    assert [(text[f.start : f.end], f.quantity, f.upper) for f in found] == [
        ("200", 200, None),
        ("250 soldiers", 250, None),
    ]


@pytest.mark.parametrize("text", ["The 5-plus-one talks failed.", "The P5+1 group met."])
def test_a_name_with_a_plus_is_no_figure(text: str) -> None:
    assert not find_figures(text, [(0, len(text))], [])


@pytest.mark.parametrize(
    "body", ["Hamas", "Hezbollah", "the Taliban", "Greenpeace", "Renamo", "Likud"]
)
def test_a_known_body_stays_one_where_its_claims_are_doubted(body: str) -> None:
    text = f"Police could not confirm {body}'s claims. On Monday {body} said it would reply."
    record = read_text(text)
    (said,) = record.statements
    speaker = next(a for a in record.actors if a.id == said.speaker)
    assert speaker.name == body.removeprefix("the ")
    assert speaker.type in ("group", "armed group")


def test_a_magnitude_is_not_made_a_number() -> None:
    text = "The war displaced millions more."
    figure = find_figures(text, [(0, len(text))], [])[0]
    assert figure.quantity is None
    assert figure.magnitude == "millions"


def test_a_reported_condition_is_one() -> None:
    record = read_text(
        "Envoy Ana Petrova said her side would return to the table only if the shelling stopped."
    )
    assert [(p.stance, p.holder_name) for p in record.positions] == [("condition", "Ana Petrova")]


def test_refusal_in_speech_belongs_to_the_speaker() -> None:
    record = read_text("“We will not accept this map,” Ana Petrova said.")
    position = record.positions[0]
    assert (position.stance, position.holder_name, position.trigger.exact) == (
        "reject",
        "Ana Petrova",
        "will not accept",
    )
    assert position.statement == record.statements[0].id


def test_every_item_names_its_rule_and_waits_for_a_person() -> None:
    record = read_text(
        "Moscow rejected the plan on Monday. “It is thin,” Ana Petrova said of the 12 pages.",
        published=PUBLISHED,
    )
    items = [
        *record.actors,
        *record.statements,
        *record.positions,
        *record.times,
        *record.figures,
        *record.events,
    ]
    assert items
    assert all(i.rule and 0 < i.score <= 1 and i.status == "proposed" for i in items)


TRANSCRIPT = (
    "MS. HARPER: Good afternoon. The envoy said the talks would resume on Monday.\n"
    "We will not set a deadline.\n"
    "QUESTION: Who pays?\n"
    "MS. HARPER: The guarantors pay."
)


def test_a_transcript_is_read_by_turns() -> None:
    record = read_text(TRANSCRIPT)
    counted = [s for s in record.statements if s.category == "reported_speech"]
    assert [s.speaker_name for s in counted] == ["Harper", "questioner", "Harper"]
    assert len(counted[0].fragments) == 2
    nested = next(s for s in record.statements if s.category == "nested")
    assert (nested.speaker_name, nested.inside) == ("envoy", counted[0].id)


def test_a_report_with_a_colon_is_no_transcript() -> None:
    record = read_text(
        "Geneva: a city of talks.\nAna Petrova said no text was ready.\nOslo: another.\nShe left."
    )
    assert [s.speaker_name for s in record.statements] == ["Ana Petrova"]


@pytest.mark.parametrize(
    ("text", "words", "factuality"),
    [
        ("The ministry denied that Kordan had bombed the town.", "bombed", "denied"),
        ("Reports that Kordan had attacked the base were false.", "attacked", "possible"),
        ("The attack planned for Sunday was called off.", "attack", "denied"),
        ("The talks, due to start on June 10, were postponed.", "talks", "planned"),
        ("He did not rule out talks.", "talks", "possible"),
        ("The meeting ended without agreement.", "agreement", "denied"),
        ("There is no room for talks.", "talks", "denied"),
        ("Nobody in the town has agreed to it.", "agreed", "denied"),
        ("The rebels threatened to attack the town.", "attack", "possible"),
        ("Police said the army had killed two men.", "killed", "happened"),
        ("They met in Oslo on Friday.", "met", "happened"),
        ("It will attack the town.", "attack", "planned"),
        ("Talks are going on in Oslo.", "Talks", "ongoing"),
    ],
)
def test_what_is_denied_or_put_off_has_not_happened(text: str, words: str, factuality: str) -> None:
    events = read_text(text, published="2022-06-01").events
    assert [e.factuality for e in events if e.trigger.exact.endswith(words)] == [factuality]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("The envoy said on Friday the talks would resume.", "2022-05-27"),
        ("Ana Petrova told reporters on Saturday that the road was closed.", "2022-05-28"),
        ("Speaking on Wednesday, Ana Petrova said it was late.", "2022-06-01"),
        ("Ana Petrova said the talks on Friday had failed.", None),
        ("Ana Petrova said it was late.", None),
    ],
)
def test_a_statement_has_the_day_beside_its_cue(text: str, date: str | None) -> None:
    record = read_text(text, published="2022-06-01")
    assert [s.date for s in record.statements] == [date]
    assert all(e.date is None or date is None for e in record.events)


def test_postponing_by_a_span_of_time_sets_no_deadline() -> None:
    record = read_text("Kordan has asked the board to postpone the fines by 48 hours.")
    assert [(p.stance, p.deadline) for p in record.positions] == [("demand", None)]


def test_regions_name_states_the_gazetteer_knows() -> None:
    from goodoffices.reading.english import places
    from goodoffices.reading.english.regions import REGIONS

    known = set(places.COUNTRIES.values())
    assert {state for states in REGIONS.values() for state in states} <= known


def test_a_press_statement_belongs_to_who_signs_it() -> None:
    record = read_text(
        "First Ship Leaves the Port\n\nAna Petrova, Secretary of State\n\n"
        "Today the first ship left. We again commend the mediators for their work.\n\n"
        "Kordan must meet its promises.\n",
        published="2022-08-03",
    )
    held = {(p.holder_name, p.stance) for p in record.positions}
    assert held == {("Ana Petrova", "support"), ("Ana Petrova", "demand")}


@pytest.mark.parametrize(
    ("words", "quantity", "comparator", "unit"),
    [
        ("Half a million people fled.", 500_000, "=", "people"),
        ("Two dozen villages were burnt.", 24, "=", "villages"),
        ("More than a dozen soldiers died.", 12, ">", "soldiers"),
        ("Twenty-one miners died.", 21, "=", "miners"),
        ("About a third of the houses burnt down.", 0.3333, "~", "share"),
        ("Three in four voters want it.", 0.75, "=", "share"),
        ("A quarter of a million fled.", 250_000, "=", None),
        ("It holds 74 billion cubic metres of water.", 74e9, "=", "cubic metres"),
        ("Roughly 13,000 US troops remain.", 13_000, "~", "troops"),
        ("It exports goods worth 40 billion US dollars.", 40e9, "=", "USD"),
        ("$1.2 billion was promised.", 1.2e9, "=", "USD"),
        ("The fleet of more than 20-thousand men sailed.", 20_000, ">", "men"),
        ("Two Million Refugees Flee", 2_000_000, "=", "Refugees"),
        ("Half of the members left.", 0.5, "=", "share"),
    ],
)
def test_figures_in_words_and_their_units(
    words: str, quantity: float, comparator: str, unit: str | None
) -> None:
    found = find_figures(words, [(0, len(words))], [])
    assert (found[0].quantity, found[0].comparator, found[0].unit) == (quantity, comparator, unit)


def test_a_small_number_is_not_joined_to_a_thing_behind_a_preposition() -> None:
    words = "Shells killed 40 in clashes."
    (found,) = find_figures(words, [(0, len(words))], [])
    assert (words[found.start : found.end], found.unit) == ("40", None)


@pytest.mark.parametrize(
    ("words", "quantity", "comparator", "measure"),
    [
        ("The ministry put the death toll at 43.", 43, "=", "dead"),
        ("He said the dead numbered 120.", 120, "=", "dead"),
        ("The toll from the attack in Ravenia has risen to more than 200.", 200, ">", "dead"),
        ("The number of injured rose to two hundred.", 200, "=", "injured"),
        ("The death toll rose to 43 people.", 43, "=", "dead"),
        ("The blast left 43 dead.", 43, "=", "dead"),
        ("It was bad, with at least 12 missing.", 12, ">=", "missing"),
        ("Shells killed 40 in clashes.", 40, "=", "killed"),
        ("The raid was long, wounding another 15.", 15, "=", "wounded"),
        ("Troops kidnapped two near the border.", 2, "=", "kidnapped"),
    ],
)
def test_a_bare_number_of_people_is_known_by_what_is_counted(
    words: str, quantity: float, comparator: str, measure: str
) -> None:
    (found,) = find_figures(words, [(0, len(words))], [])
    assert (found.quantity, found.comparator, found.measure) == (quantity, comparator, measure)


@pytest.mark.parametrize(
    "words",
    [
        "Flight 17 killed all hope.",
        "The minister, 43, killed the plan.",
        "The toll is one more sign.",
        "The deaths came to light at 10:30.",
        "The toll from 1990 to 2014 was high.",
        "He was killed 2014 in exile.",
        "The bill was killed 3-2 by the house.",
        "They killed one of his hopes.",
    ],
)
def test_a_number_beside_the_dead_is_not_always_theirs(words: str) -> None:
    assert find_figures(words, [(0, len(words))], []) == []


def test_figures_with_two_ends_and_none() -> None:
    text = "It asked for $70 billion to $80 billion. The 2007-2013 budget ends. Only one came."
    found = find_figures(text, [(0, len(text))], [])
    assert [(f.quantity, f.upper) for f in found] == [(70e9, 80e9)]
    text = "It cost between $2 and $3 million."
    found = find_figures(text, [(0, len(text))], [])
    assert [(f.quantity, f.upper) for f in found] == [(2e6, 3e6)]
    text = "It cost between $500,000 and $3 million."
    found = find_figures(text, [(0, len(text))], [])
    assert [(f.quantity, f.upper) for f in found] == [(500_000, 3e6)]
    text = "The Fourth of July celebrations, the third of his visits and about a K-pop band."
    assert find_figures(text, [(0, len(text))], []) == []


@pytest.mark.parametrize(
    ("first", "published", "basis"),
    [
        ("Department Press Briefing – March 12, 2024", "2024-03-12", "headline"),
        ("12/03/2024 - 10:15", None, None),
        ("25/03/2024 - 10:15", "2024-03-25", "date line"),
        ("03/25/2024", "2024-03-25", "date line"),
        ("03.04.2024", "2024-04-03", "date line"),
        ("Kordan refuses to sign the deal, March 12", None, None),
    ],
)
def test_the_day_of_publication_is_stated_not_guessed(
    first: str, published: str | None, basis: str | None
) -> None:
    text = first + "\n\nMS PELL: Good morning to you all. We start with the talks in Karo today.\n"
    body = find_body(text)
    assert (body.published, body.published_basis) == (published, basis)


def test_a_headline_in_capitals_is_read_as_the_report_writes() -> None:
    record = read_text(
        "KORDAN REJECTS RAID CHARGES\n\nKARO, May 3 - Kordan heard of the charges on Monday. "
        "Nobody in the town of Karo knew of a raid.\n",
        published="1987-05-04",
    )
    assert [(p.holder_name, p.stance, p.trigger.exact) for p in record.positions] == [
        ("Kordan", "reject", "REJECTS")
    ]


def test_who_says_we_all_through_a_joint_statement() -> None:
    record = read_text(
        "Statement on the Strait\n\nWe, the G7 Foreign Ministers of Canada, France and Japan, reaffirm our "
        "shared commitment to peace. There is no justification for the raids. We call on Kordan to stop.\n",
        published="2022-08-03",
    )
    assert {(p.holder_name, p.stance) for p in record.positions} == {
        ("G7 Foreign Ministers", "support"),
        ("G7 Foreign Ministers", "disapprove"),
        ("G7 Foreign Ministers", "demand"),
    }


@pytest.mark.parametrize(
    ("shouted", "written"),
    [
        ("KARO'S MINISTER DOESN'T SIGN A DEAL: NATO", "Karo's minister doesn't sign a deal: NATO"),
        ("RENÉ MÜLLER REJECTS TALKS. HE LEAVES", "René Müller rejects talks. He leaves"),
    ],
)
def test_a_headline_in_capitals_is_written_as_the_report_writes(shouted: str, written: str) -> None:
    text = f"{shouted}\n\nRené Müller said Karo had left NATO.\n"
    unit = Unit(shouted, list(range(len(shouted))), 0, len(shouted), 0)
    lower_capitals([unit], text)
    assert unit.text == written
    alone = Unit(shouted, unit.origin, 0, len(shouted), 0)
    lower_capitals([alone], shouted)
    assert alone.text == shouted  # nothing in small letters to go by


@pytest.mark.parametrize("tail", ["-- .", "; ; ."])
def test_nothing_but_marks_after_a_relative_clause_leaves_the_words_before(tail: str) -> None:
    record = read_text(f"The minister took the stance which, according to Karo, {tail}")
    assert [f.exact for s in record.statements for f in s.fragments] == [
        "The minister took the stance which"
    ]


def test_we_inside_a_quotation_is_not_the_issuer_of_a_statement() -> None:
    text = (
        "The Foreign Ministry of Kordan said so.\n\nThe unions wrote: “We, the metal workers unions, "
        "reject the plan.”\n\nWe call on Iran to stop the shelling at once.\n"
    )
    assert "metal workers unions" not in {p.holder_name for p in read_text(text).positions}


@pytest.mark.parametrize(
    ("text", "backers"),
    [
        (
            "Norway, which backs the opposition, said the talks failed. The opposition said so.",
            "Norway",
        ),
        ("The Iran-backed Houthis said the port was closed.", "Iran"),
        ("The Front, backed by Ethiopia, said it would go.", "Ethiopia"),
        ("Hamdan Noor said no. Moscow, Noor's main backer, said it was late.", "Russia"),
        ("The Front supports peace, and Norway backs down.", ""),
    ],
)
def test_who_backs_whom_is_noted(text: str, backers: str) -> None:
    record = read_text(text, published="2014-02-11")
    names = {a.id: a.name for a in record.actors}
    assert [names[b] for a in record.actors for b in a.backers] == backers.split()


def test_two_names_of_one_person_leave_the_others_their_ids() -> None:
    record = read_text(
        "General Hamdan Noor, commonly known as Hemedi, said it would go on. "
        "Amnesty International urged the new authorities to ensure accountability."
    )
    ids = [a.id for a in record.actors]
    assert len(ids) == len(set(ids)) == 3


def test_organisations_of_states_and_armed_groups_are_told_from_other_bodies() -> None:
    record = read_text("The U.N. said Boko Haram had left. The Harbour Workers Union said so too.")
    assert [a.type for a in record.actors] == ["igo", "armed group", "group"]


def test_what_a_headline_says_and_the_body_says_again_is_one_position() -> None:
    text = (
        "Kordan rejects Velmoran offer\n\n"
        "Kordan has rejected an offer by Velmora to share the lake, its foreign ministry said on Monday.\n\n"
        "The offer was made last week."
    )
    positions = [
        p for p in read_text(text, published="2020-03-03").positions if p.stance == "reject"
    ]
    assert [p.trigger.exact for p in positions] == ["has rejected"]


def test_what_only_a_headline_says_is_kept() -> None:
    text = (
        "Norway rejects Swedish offer\n\n"
        "The lake lies between the two states, and its level has fallen by a metre since the spring.\n\n"
        "No talks are planned."
    )
    positions = read_text(text, published="2020-03-03").positions
    assert [p.trigger.exact for p in positions] == ["rejects"]


def test_a_headline_on_another_matter_of_the_same_holder_is_kept() -> None:
    text = (
        "Norway rejects Swedish offer on fishing\n\n"
        "Norway has rejected a new road to the old mine, its foreign ministry said on Monday.\n\n"
        "No talks are planned."
    )
    positions = read_text(text, published="2020-03-03").positions
    rejected = [p.trigger.exact for p in positions if p.stance == "reject"]
    assert rejected == ["rejects", "has rejected"]
