"""The conclusions with their trace: from what would hold down to the characters of a source.

For each outcome that matters, for each decision maker: which moves it could make, which preference
statement speaks against each, and on which passages that statement rests.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from goodoffices.conflict.parts import is_inference
from goodoffices.readout import sections
from goodoffices.readout.brief.deciding import Decides, Deciding
from goodoffices.readout.brief.material import Model
from goodoffices.readout.brief.notes import Notes
from goodoffices.readout.brief.options import Worked
from goodoffices.readout.brief.positions import ASSUMED
from goodoffices.readout.document import (
    Block,
    Item,
    Listing,
    Note,
    Paragraph,
    Run,
    Section,
    Words,
    words,
)
from goodoffices.readout.words import STRONGEST_FIRST, equilibrium_words, joint_words
from goodoffices.stability import Analysis
from goodoffices.stability.explain import Answer, Step
from goodoffices.stability.joint import JointImprovement
from goodoffices.stability.sentences import joined, move_words, path_words, state_words

__all__ = ["conclusions"]

_TRACED = 4  # outcomes traced in each model: where matters stand, and the most stable others
_JOINT = 3
_MOVES = 6  # moves of one decision maker told one by one


def conclusions(worked: list[Worked], notes: Notes) -> Section | None:
    """Return what is concluded and what it rests on, model by model; None where nothing is concluded."""
    parts = [
        Section(work.model.conflict.title, tuple(_Trace(work.model, work.analysis, notes).blocks()))
        for work in worked
        if work.analysis is not None
    ]
    if not parts:
        return None
    intro = Paragraph(
        words(
            "Each conclusion is followed by what it rests on: the preference statement that decides, "
            "and the passages that the statement rests on. Strike a passage out, and what rests on it "
            "alone falls."
        )
    )
    return Section(
        "Conclusions and what they rest on", (intro,), tuple(parts), anchor="conclusions"
    )


class _Trace:
    def __init__(self, model: Model, analysis: Analysis, notes: Notes) -> None:
        self.model = model
        self.analysis = analysis
        self.notes = notes
        self.deciding = Deciding(analysis)

    def blocks(self) -> Iterator[Block]:
        states = self._states()
        if not states:
            yield Paragraph(
                words("No outcome is stable for everybody, and no status quo is named.")
            )
        yield Listing(tuple(self._outcome(state) for state in states))
        joint = () if self._here is None else self.analysis.joint_improvements(most=_JOINT)
        if joint:
            yield Listing(tuple(self._joint(it) for it in joint))
        total = len(self.analysis.any_equilibria())
        if total > len(states):
            yield Note(words(f"Traced here are the {len(states)} outcomes that matter most."))

    @property
    def _here(self) -> int | None:
        return sections.status_quo(self.analysis)

    def _states(self) -> list[int]:
        here = self._here
        ranked = [s for s in sections.ranked_equilibria(self.analysis) if s != here]
        return ([] if here is None else [here]) + ranked[: _TRACED - 1]

    def _outcome(self, state: int) -> Item:
        dms = self.analysis.conflict.decision_makers
        said = equilibrium_words(self.analysis, state)
        if state == self._here:
            said = f"Where matters stand: {said}"
        below = (self._for(dm.id, state) for dm in dms if dm.options or dm.moves)
        return Item(words(Run(said, "strong")), tuple(below))

    def _for(self, dm_id: str, state: int) -> Item:
        """Tell why a decision maker would stay, or what it would gain."""
        analysis = self.analysis
        who = analysis.conflict.decision_maker(dm_id).label
        gains = set(analysis.improvements(dm_id, state))
        moves = analysis.moves(dm_id, state)
        if not moves:
            return Item(words(f"{who} cannot move from it."))
        grouped: dict[Decides | None, list[int]] = {}
        for target in moves:
            if target not in gains:
                grouped.setdefault(self.deciding.between(dm_id, state, target), []).append(target)
        inner = [self._loss(who, dm_id, state, found, to) for found, to in grouped.items()]
        inner += self._gains(who, dm_id, state)
        return Item(words(f"{who}:"), tuple(inner))

    def _loss(
        self, who: str, dm_id: str, state: int, found: Decides | None, targets: list[int]
    ) -> Item:
        ways = [self._manner(dm_id, state, target) for target in targets[:_MOVES]]
        more = f" and in {len(targets) - _MOVES:,} more ways" if len(targets) > _MOVES else ""
        said = f"{joined(ways, 'or')}{more}"
        if found is None:
            return Item(words(f"{who} is indifferent between this and moving {said}"))
        return Item(words(f"{who} would lose {said}: {found.words}, decides"), self._rests(found))

    def _manner(self, dm_id: str, state: int, target: int) -> str:
        step = Step(dm_id, state, target, 0)
        return move_words(self.analysis.conflict, step, "by")

    def _gains(self, who: str, dm_id: str, state: int) -> Iterator[Item]:
        """Tell the improvements, with what answers them under the most demanding concept that holds."""
        if not self.analysis.improvements(dm_id, state):
            return
        held = [c for c in STRONGEST_FIRST if self.analysis.is_stable(c, dm_id, state)]
        concept = held[0] if held else "GMR"
        for answer in self.analysis.explain(concept, dm_id, state).answers[:_MOVES]:
            yield self._answer(who, dm_id, state, answer, concept)

    def _answer(self, who: str, dm_id: str, state: int, answer: Answer, concept: str) -> Item:
        target = answer.improvement.target
        gain = self.deciding.between(dm_id, target, state)
        ways = self._manner(dm_id, state, target)
        why = f"; {gain.words}, decides" if gain else ""
        rests = self._rests(gain) if gain else ()
        if answer.sanction is None:
            return Item(words(f"{who} could gain {ways}, and nothing answers it{why}"), rests)
        path = path_words(self.analysis.conflict, answer.sanction.path)
        end = self.deciding.between(dm_id, state, answer.sanction.state)
        then = f"; there {end.words}, decides" if end else ""
        said = f"{who} could gain {ways}{why}; but then {path}, which deters it ({concept}){then}"
        return Item(words(said), (*rests, *(self._rests(end) if end and end != gain else ())))

    def _joint(self, joint: JointImprovement) -> Item:
        inner = []
        for member in joint.members:
            found = self.deciding.between(member, joint.target, joint.source)
            who = self.analysis.conflict.decision_maker(member).label
            if found is not None:
                here = state_words(self.analysis.conflict, joint.target)
                said = words(f"{who} prefers {here}: {found.words}, decides")
                inner.append(Item(said, self._rests(found)))
        return Item(words(Run(joint_words(self.analysis, joint), "strong")), tuple(inner))

    def _rests(self, found: Decides) -> tuple[Item, ...]:
        """Return the evidence of what decides, a quotation each, or that there is none."""
        if not found.because:
            said: Words = words("the analyst's assumption ", ASSUMED)
            return (Item(words(said, f" {found.note}" if found.note else "")),)
        told = [Item(self.notes.told(ref)) for ref in self._refs(found.because)]
        if is_inference(found.note):
            told.append(Item(words(Run(found.note, "quiet"))))
        return tuple(told)

    def _refs(self, because: Iterable[str]) -> tuple[str, ...]:
        return self.notes.refs(self.model, because)
