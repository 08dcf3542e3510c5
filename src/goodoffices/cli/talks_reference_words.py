"""The words of the reference page of the files of the talks."""

from __future__ import annotations

__all__ = ["HEAD", "WORDS"]

HEAD = """\
# The files of the talks

The talks of a case stand in its folder `talks/`, in plain TOML: what is negotiated about how, by
whom, with which words, and what became of it. `goodoffices talks check CASE` tells everything wrong
with them, by file and line; `goodoffices talks --help` lists what shows them. What it means is told
in [the talks](../explanation/the-talks.md).

| file | holds |
| --- | --- |
| `process.toml` | who takes part, mandates, rounds, meetings, agenda, questions and answers, events |
| `texts/ID.toml` | one text: versions with clauses, readings, stances, criticisms, who agreed |
| `bodies.toml` | bodies with voting rules, votes predicted and taken, decisions in the models |
| `triggers.toml` | conditions, clocks and consequences, and what each side says they are |
| `commitments.toml` | who owes what by when, what was observed, rival counts |
| `evidence.toml` | where things are written, for all files; each may have an `[evidence.ID]` too |

- **Ids** are small letters, digits, `-` and `_`, a letter or digit first; clauses are used in
  statements and so have no `-` and begin with a letter. Actors are the participants of
  `process.toml`, and bodies and their members.
- **Dates** are days, or in quotes a month (`"2014-02"`), a year, a week (`"2014-W07"`), a part of a
  day (`"2014-02-11TMO"`) or a stretch (`"2014-01-22/2014-01-31"`); they are as precise as they are
  given.
- **Facts** can all have `because`, the ids of evidence or items of the record (`SOURCE_ID/ITEM_ID`)
  that they rest on; `known`, the day they became known where that is not when their evidence did;
  and `note`. `--as-of DATE` leaves out what became known later; a month or year counts as known
  once it is over.
- **Models** are named as in the case's folder: `NAME/OPTION` is an option of the conflict `NAME`.

In the tables below a dot marks a key that must be given. The Geneva case has an example of every
part (`goodoffices talks page geneva-2014 -o talks.html`).

This page is made of the records that read the files (`python -m goodoffices.cli.talks_reference`).
"""

WORDS = {
    "format": "the format of the file: 1",
    "title": "what it is called",
    "name": "what people call it",
    "text": "in words",
    "when": "when it was so",
    "by": "who did or said it",
    "to": "to whom",
    "place": "where",
    "participants": "who takes part, by id",
    "mandates": "what somebody may do, and from whom they have it",
    "reporting": "who reports to whom",
    "rounds": "the rounds of the talks",
    "meetings": "the meetings, planned, moved, held or cancelled",
    "agenda": "what there is to talk about",
    "orders": "in which order",
    "questions": "what was asked and answered",
    "events": "what happened beside the talks",
    "holder": "who has it",
    "given_by": "from whom",
    "announced": "on which day it was announced",
    "form": "how the items follow one another",
    "items": "agenda items, by id",
    "asked_by": "who asks, as the source names them",
    "citation": "who published it, what, when",
    "said": "when it was said",
    "known": "when it became known",
    "url": "where it can be read",
    "quote": "short words of the source itself",
    "copy_of": "the entry whose text this one repeats: a copy confirms nothing",
    "record": "the items of the record that it stands for: SOURCE_ID/ITEM_ID",
    "note": "a remark for readers",
    "stance": "where they stand on it",
    "stances": "where each side stands on a clause, from a day on",
    "agreed": "who agreed, and on whose behalf",
    "criticisms": "what others object to in a clause",
    "procedure": "who may edit",
    "clause": "the clause it is about",
    "clauses": "the clauses",
    "version": "the version it is about",
    "versions": "the versions, oldest first",
    "proposed_by": "who proposed it",
    "consents": "where each side stands on it, from a day on",
    "conflict": "the conflict model, by name",
    "reading": "a rival reading of the model",
    "never": "statements that never hold under it",
    "always": "statements that always hold under it",
    "on_behalf_of": "for whom, where not for themselves",
    "answered_in": "the version that answers it",
    "outcome": "what came of it",
    "bodies": "who decides by voting",
    "votes": "votes predicted, set for a day, taken",
    "models": "decisions as propositions of conflict models",
    "body": "the body that decides",
    "rule": "the rule of the body by which it decides",
    "at_least": "so many affirmative votes",
    "share": 'a share of the votes, such as "2/3"',
    "more_than": "whether the share has to be exceeded",
    "of": "of whom the share is taken",
    "consensus": "whether anybody can stop it",
    "veto": "members whose negative vote defeats it",
    "result": "how it went",
    "predictions": "how members are expected to vote, by member",
    "counts": "how many voted yes, no, and abstained",
    "cases": "votes with their conditions; the first that holds counts",
    "vote": "the vote",
    "proposition": "the derived proposition of the model",
    "put": "the statement under which there is a vote",
    "assumed_yes": "members who vote for whatever is put",
    "yes": "who votes for it",
    "no": "who votes against it",
    "BodyModel.yes": "member = the statement under which it votes for it",
    "BodyModel.no": "member = the statement under which it votes against it",
    "abstain": "who abstains",
    "absent": "who was not there",
    "triggers": "conditions with a clock and a consequence",
    "Trigger.text": "the text it stands in, by id",
    "Vote.text": "the text that is voted on, by id",
    "condition": "when it comes into play",
    "clock": "from what event it runs, and how long",
    "consequence": "what follows",
    "TriggerModel.consequence": "the id of the derived proposition that is made",
    "event": "the event it runs from",
    "days": "how long",
    "Clock.when": "the day of the event, once it is known",
    "armed": "the statement under which the clock runs",
    "met": "the statement under which the condition is met",
    "decision": "the further decision, where it is not automatic",
    "preferences": "decision maker = preference statements in place of the model's",
    "wants_decision": "the same, put after them where there is a further decision",
    "wants": "a preference statement",
    "option": "the option to take it",
    "blocked_by": "who can block it",
    "block": "the option to block it",
    "block_text": "blocking it, in words",
    "readings": "what each side says that it means",
    "model": "the same in a conflict model",
    "evidence": "where things are written",
    "commitments": "who owes what to whom by when",
    "series": "counts of one thing, one series a source",
    "points": "the counts",
    "due": "when it is due",
    "disputed": "what of its terms is disputed",
    "observations": "what was observed",
    "finder": "who found it",
    "status": "0 to 3 on the Peace Accords Matrix scale, or",
    "names_side": "whether the finder says who did it",
    "move": "the move of a conflict model that it is",
    "taken": "whether the option was taken",
    "breach": "whether it breaks the commitment",
    "Move.by": "whose option it is",
    "unit": "what is counted",
    "commitment": "the commitment it belongs to",
    "source": "whose count it is",
    "value": "the count, or instead low and high",
    "low": "the least it may be",
    "high": "the most it may be",
    "members": "who votes, by id",
    "rules": "by which rules it decides",
    "symbol": "the number of the document",
    "stage": "how far it had come",
    "kind": "what sort of text it is",
    "words": "what the words of the clauses are",
    "answers": "what was answered",
    "claims": "what speakers said of it, each with the speaker",
    "held": "when it took place",
    "cancelled": "when it was called off",
    "round": "the round it belongs to",
    "part": "the part played",
    "Meeting.format": "how those who meet talk",
}
"""What keys mean; RECORD.key where one means something else."""
