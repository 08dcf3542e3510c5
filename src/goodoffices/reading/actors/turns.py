"""Transcripts: paragraphs that open with the speaker's label ("MS. HARPER: …", "Question: …").

A text is a transcript where at least three paragraphs open so, with at least two labels between
them, and they are a third of all. Each turn is one direct statement; a paragraph without a label
goes on with the turn before.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from goodoffices.reading.actors.bearers import Resolved
from goodoffices.reading.actors.cast import Cast
from goodoffices.reading.attributions.attribution import Attribution
from goodoffices.reading.grammar.syntax import Sentence
from goodoffices.reading.names.gazetteer import Name

_LABEL = re.compile(
    r"(?P<label>[A-Z](?:[A-Z.'’-]*)(?:\s+[A-Z][A-Z.'’-]*){0,4}|(?:[A-Z][\w.’'-]*)(?:\s+[A-Z][\w.’'-]*){0,3})"
    r"(?:\s*\([^)\n]{1,60}\)){0,3}\s*:\s+(?=\S)"
)
_NO_LABELS = frozenset(
    "transcript statement remarks update background note editor source photo readout contact".split()
)
_ASKS = frozenset("q question reporter journalist correspondent moderator audience".split())
_ROLE = frozenset(
    "a answer spokesman spokesperson spokeswoman chair chairman president host".split()
)
_TITLES = re.compile(
    r"^(?:Mr|Mrs|Ms|Dr|Amb|Gen|Sen|Ambassador|Secretary|Minister)\.?\s+", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Turn:
    """One label and the paragraphs spoken under it, in code points."""

    label: str
    label_at: tuple[int, int]
    paragraphs: tuple[tuple[int, int], ...]


def find_turns(text: str, paragraphs: Sequence[tuple[int, int]]) -> list[Turn]:
    r"""Return the turns of a transcript; none where the text is no transcript.

    >>> text = "Q: Why?\nMS. HARPER: Because.\nQ: And then?"
    >>> [t.label for t in find_turns(text, [(0, 7), (8, 28), (29, 41)])]
    ['Q', 'MS. HARPER', 'Q']

    A label may bring a country and a language with it.

    >>> text = "Ms. A (France) (spoke in French): Yes.\nMr. B (Peru): No.\nMs. A (France): Oh."
    >>> [t.label for t in find_turns(text, [(0, 38), (39, 56), (57, 76)])]
    ['Ms. A', 'Mr. B', 'Ms. A']
    """
    turns: list[Turn] = []
    for start, end in paragraphs:
        match = _LABEL.match(text, start, end)
        if match is not None and match.group("label").lower() in _NO_LABELS:
            continue
        if match is not None and not re.search(r"[^\W\d]", text[match.end() : end]):
            continue  # 'Clinton: 2,316.' in a table
        if match is not None:
            turns.append(
                Turn(match.group("label"), (start, match.end("label")), ((match.end(), end),))
            )
        elif turns and not (text[start] in "([" and text[end - 1] in ")]"):
            last = turns[-1]
            turns[-1] = Turn(last.label, last.label_at, (*last.paragraphs, (start, end)))
    enough = (
        len(turns) >= 3 and len({t.label for t in turns}) >= 2 and len(turns) * 3 >= len(paragraphs)
    )
    return turns if enough else []


def add_turns(
    turns: Sequence[Turn],
    sentences: Sequence[Sentence],
    attributions: list[Attribution],
    people: Cast,
) -> None:
    """Add a statement for every turn; what is reported inside it becomes nested."""
    for turn in turns:
        start, end = turn.paragraphs[0][0], turn.paragraphs[-1][1]
        first = next((s for s in sentences if s.start >= turn.label_at[0] and s.start < end), None)
        if first is None:
            continue
        whole = Attribution(
            first, None, None, list(turn.paragraphs), kind="direct", rule="turn", score=0.9
        )
        for other in attributions:
            if other.category == "reported_speech" and start <= other.fragments[0][0] < end:
                other.category, other.inside = "nested", whole
        people.speakers[len(attributions)] = _speaker(turn, people)
        attributions.append(whole)


def _speaker(turn: Turn, people: Cast) -> Resolved:
    roster, (start, end) = people.roster, turn.label_at
    low = turn.label.lower().strip(".")
    if low in _ASKS or low in _ROLE:
        name = "questioner" if low in _ASKS else "answerer" if low in ("a", "answer") else low
        draft = roster.by_key(f"turn:{name}", name, "person", "turn-label")
        draft.resolved = False
    else:
        title = _TITLES.match(turn.label)
        words = turn.label[title.end() :] if title else turn.label
        words = words.title() if words.isupper() and len(words) > 4 else words
        draft = roster.person(
            Name(start, end, "person", words, title.group().strip() if title else "")
        )
    draft.mention(start, end, "name")
    return Resolved(draft, "turn-label", 0.9)
