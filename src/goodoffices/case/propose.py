"""From confirmed positions to a proposed model: decision makers, options, ordered preference statements.

Each position has its form. A demand is an option of whom it is made to, wanted by who makes it. A rejection
of something is the wish that it be not; a rejection in strong words is a red line and stands first. A
qualified acceptance is no agreement: it becomes an option of its own, without which what was demanded cannot
be. A condition ties two options. An ultimatum ties a consequence to what it asks for; who tells of it need
not have made it. Accusations, disapproval and what a mediator can not do say nothing of what is wanted; they
are left aside by name. Everything is a proposal with its passages.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from goodoffices.case.issues import identifier, opposed, same_issue, turned, unwrapped
from goodoffices.case.pieces import (
    FORMS,
    ConstraintPiece,
    DecisionMakerPiece,
    Form,
    OptionPiece,
    ProposalFile,
    StatementPiece,
)
from goodoffices.case.shapes import ActorCard
from goodoffices.case.stands import Stand
from goodoffices.conflict.parts import Role
from goodoffices.statements import RESERVED

if TYPE_CHECKING:
    from goodoffices.case.case import Case

__all__ = ["propose"]

_STRONG = re.compile(
    r"\b(?:any|never|vehemently|categorically|absolutely|under no|red line|flatly|firmly)\b", re.I
)
_ASIDE = ("accuse", "disapprove", "constraint")
_MEDIATES = ("mediator", "envoy", "facilitator")
_BODIES = ("government", "state", "opposition", "organisation", "town", "company", "group")
_WE = re.compile(r"^(?:we|they|it) (?:will |would )?", re.IGNORECASE)
_IF = re.compile(
    r"\bif (?P<condition>[^;.]+?),? (?:then |else )(?P<consequence>[^;.”\"]+)", re.IGNORECASE
)
_NOT = re.compile(
    r"^(?:they|he|she|it|we|you|\w+) (?:do(?:es)? not|don['’]t|doesn['’]t) ", re.IGNORECASE
)
_OFFERED: dict[str, Form] = {"support": "support", "propose": "offer", "concede": "offer"}
_UNNAMED = "unnamed"
_UNLESS = "A threat: on what condition, the source does not say."
_NOBODY = "Whose option this is, the source does not say; give it to whoever can do it."


@dataclass
class _Work:
    """A proposal in the making."""

    actors: dict[str, ActorCard]
    dms: dict[str, DecisionMakerPiece] = field(default_factory=dict)
    options: list[OptionPiece] = field(default_factory=list)
    wants: list[StatementPiece] = field(default_factory=list)
    constraints: list[ConstraintPiece] = field(default_factory=list)
    aside: list[str] = field(default_factory=list)
    alone: set[str] = field(default_factory=set)
    """Options that no other position is about."""

    # -- who decides ---------------------------------------------------------------------------------

    def speaks_for(self, actor: str | None) -> str | None:
        """Return for whom an actor decides: a person for what he or she belongs to, if that is one body."""
        card = self.actors.get(actor or "")
        if card is None:
            return actor
        if card.type == "person" and not self.mediates(card):
            bodies = [id_ for id_ in card.affiliation if id_ in self.actors]
            if len(bodies) == 1:
                return bodies[0]
        return actor

    @staticmethod
    def mediates(card: ActorCard | None) -> bool:
        """Tell whether an actor is a mediator, by the offices the record knows of."""
        titles = [office.title.lower() for office in card.offices] if card else []
        return any(word in title for title in titles for word in _MEDIATES)

    def dm(self, actor: str | None, ref: str) -> str:
        """Return the id of the decision maker for an actor, proposing one where there is none."""
        body = self.speaks_for(actor)
        card = self.actors.get(body or "")
        name = card.called if card else "not named in the source"
        id_ = (body or _UNNAMED).replace("-", "_")
        taken = any(option.id == id_ for option in self.options)
        id_ = f"dm_{id_}" if taken or not id_[0].isalpha() or id_ in RESERVED else id_
        known = self.dms.get(id_)
        if known is None:
            role: Role = "mediator" if self.mediates(card) else "party"
            self.dms[id_] = DecisionMakerPiece(
                id=id_, name=name, actor=body if card else None, role=role, because=(ref,)
            )
        elif ref not in known.because:
            self.dms[id_] = known.model_copy(update={"because": (*known.because, ref)})
        return id_

    # -- who can do what -----------------------------------------------------------------------------

    def option(
        self, text: str, owner: str | None, ref: str, *, alone: bool = False
    ) -> tuple[str, bool]:
        """Return the option a phrase is about, and whether the phrase says the opposite of it.

        ``owner`` None: the source does not say whose it is.
        """
        for k, known in enumerate(self.options):
            if not alone and known.id not in self.alone and same_issue(known.text, text):
                because = tuple(dict.fromkeys((*known.because, ref)))
                self.options[k] = known.model_copy(update={"because": because})
                return known.id, opposed(known.text, text)
        plain = unwrapped(text).strip(" ,.;:“”\"'")
        holder = self.dm(None, ref) if owner is None else owner
        id_ = identifier(plain, [*(it.id for it in self.options), *self.dms])
        note = _NOBODY if owner is None else ""
        self.options.append(
            OptionPiece(id=id_, owner=holder, text=plain, because=(ref,), note=note)
        )
        self.alone |= {id_} if alone else set()
        return id_, False

    def owner(self, option: str) -> str:
        """Return whose an option is."""
        return next(it.owner for it in self.options if it.id == option)

    def addressee(self, stand: Stand) -> tuple[str | None, str]:
        """Return to whom a demand is made, by its target or the words that begin it, and the rest of it."""
        for id_, card in self.actors.items():
            for name in filter(None, (card.name, card.neutral, *card.aliases)):
                begins = rf"(?:on |for )?(?:the )?{re.escape(name)} to "
                found = re.match(begins, stand.object, re.IGNORECASE)
                if found:
                    return id_, stand.object[found.end() :]
        return stand.item.target, re.sub(r"^(?:for|on) ", "", stand.object)

    def want(self, dm: str, wants: str, form: Form, ref: str, note: str = "") -> None:
        for k, known in enumerate(self.wants):
            if (known.dm, known.wants) == (dm, wants):
                because = tuple(dict.fromkeys((*known.because, ref)))
                first = min(known.form, form, key=FORMS.index)
                self.wants[k] = known.model_copy(update={"because": because, "form": first})
                return
        number = len(self.wants) + 1
        self.wants.append(
            StatementPiece(
                id=f"w{number}", dm=dm, wants=wants, form=form, because=(ref,), note=note
            )
        )


def propose(case: Case, stands: list[Stand], known: ProposalFile | None = None) -> ProposalFile:
    """Return a proposed model of positions, each of its pieces with the positions it rests on.

    Parameters
    ----------
    stands : the positions to be used, see `confirmed_positions`.
    known : pieces that are there already, for positions that came later to fit in with.
    """
    work = _Work(dict(case.actors))
    if known is not None:
        work.dms = {it.id: it for it in known.decision_makers}
        work.options = list(known.options)
        work.wants = list(known.statements)
        work.constraints = list(known.constraints)
    early = ("reject", "concede", "accept", "support")
    # what is done goes before what is kept, and what is demanded before what is half accepted
    for stand in sorted(stands, key=lambda it: _turn(it, early)):
        _piece(work, stand, [it for it in stands if _together(it, stand)])
    return ProposalFile(
        format=1,
        title=known.title if known else case.title,
        aside=tuple(work.aside),
        decision_makers=tuple(work.dms.values()),
        options=tuple(work.options),
        statements=tuple(work.wants) if known else _in_order(work.wants),
        constraints=tuple(work.constraints),
    )


def _turn(stand: Stand, early: tuple[str, ...]) -> tuple[bool, bool]:
    if stand.item.stance in early:
        return False, turned(stand.object) == 0
    return True, stand.item.stance == "provisionally_accept"


def _together(one: Stand, other: Stand) -> bool:
    """Tell whether two positions were read from one statement."""
    here = one.ref.partition("/")[0] == other.ref.partition("/")[0]
    return here and bool(one.statement) and one.statement == other.statement


def _in_order(wants: list[StatementPiece]) -> tuple[StatementPiece, ...]:
    order = sorted(wants, key=lambda it: FORMS.index(it.form))
    return tuple(it.model_copy(update={"id": f"w{k}"}) for k, it in enumerate(order, 1))


def _piece(work: _Work, stand: Stand, together: list[Stand]) -> None:
    item = stand.item
    holder = item.on_behalf_of or item.holder
    if holder and work.mediates(work.actors.get(holder)):
        work.dm(holder, stand.ref)  # with procedural options only, which a person has to name
        work.aside.append(stand.ref)
    elif item.stance in ("ultimatum", "threaten"):
        _ultimatum(work, stand, together)
    elif item.stance in _ASIDE or not stand.object:
        work.aside.append(stand.ref)
    elif item.stance == "condition" and item.condition is not None:
        _condition(work, stand)
    elif item.stance == "provisionally_accept":
        _qualified(work, stand)
    elif item.stance == "demand":
        _demand(work, stand)
    else:
        _plain(work, stand)


def _holder(work: _Work, stand: Stand) -> str:
    return work.dm(stand.item.on_behalf_of or stand.item.holder, stand.ref)


def _demand(work: _Work, stand: Stand) -> None:
    """What is demanded is an option of whom it is demanded from, and wanted by who demands it."""
    dm = _holder(work, stand)
    to, text = work.addressee(stand)
    option, against = work.option(text, work.dm(to, stand.ref) if to else None, stand.ref)
    work.want(dm, f"not {option}" if against else option, "demand", stand.ref)


def _plain(work: _Work, stand: Stand) -> None:
    """Rejections, offers, acceptances and support: the wish that something be, or be not."""
    stance = stand.item.stance
    dm = _holder(work, stand)
    act = turned(stand.object) is not None or stance in ("accept", "concede", "propose")
    option, against = work.option(stand.object, dm if act else None, stand.ref)
    wants = f"not {option}" if (stance == "reject") != against else option
    form: Form = _OFFERED.get(stance, "acceptance")
    if stance == "reject":
        words = f"{_before(stand)} {stand.item.trigger.exact} {stand.object}"
        own = work.owner(option) == dm
        form = "red line" if _STRONG.search(words) else "rejected demand" if own else "rejection"
    work.want(dm, wants, form, stand.ref)


def _before(stand: Stand) -> str:
    """Return the end of what stands before the words of a position."""
    return " ".join(stand.item.trigger.prefix.split()[-2:])


def _qualified(work: _Work, stand: Stand) -> None:
    """A qualified acceptance: an option of its own, without which what was demanded cannot be."""
    dm = _holder(work, stand)
    demanded = [it for it in work.options if it.owner == dm and same_issue(it.text, stand.object)]
    option, _ = work.option(f"accept in principle: {stand.object}", dm, stand.ref, alone=True)
    note = "Provisional: no agreement to what is demanded."
    work.want(dm, option, "qualified acceptance", stand.ref, note)
    for it in demanded:
        because = tuple(dict.fromkeys((*it.because, stand.ref)))
        id_ = f"c{len(work.constraints) + 1}"
        piece = ConstraintPiece(id=id_, option=it.id, only_if=option, because=because)
        work.constraints.append(piece)


def _condition(work: _Work, stand: Stand) -> None:
    """Something only if something else."""
    assert stand.item.condition is not None
    dm = _holder(work, stand)
    option, against = work.option(stand.object, dm, stand.ref)
    other = work.dm(stand.item.target, stand.ref) if stand.item.target else None
    condition, contrary = work.option(_bare(stand.item.condition.exact), other, stand.ref)
    left = f"not {option}" if against else option
    right = f"not {condition}" if contrary else condition
    work.want(dm, f"{left} only if {right}", "condition", stand.ref)


def _bare(text: str) -> str:
    """Return a condition without the word that makes it one."""
    plain = " ".join(text.split())
    return re.sub(
        r"^(?:only )?(?:if|unless|until|once|when|provided(?: that)?) ", "", plain, flags=re.I
    )


def _ultimatum(work: _Work, stand: Stand, together: list[Stand]) -> None:
    """A consequence tied to what is asked for; who tells of it and rejects it wants it not to follow."""
    item = stand.item
    asked, then = _asked_and_then(stand)
    dm = _holder(work, stand)
    if item.stance == "threaten" and not then:
        act, against = work.option(stand.object or item.trigger.exact, dm, stand.ref)
        work.want(dm, f"not {act}" if against else act, "threat", stand.ref, _UNLESS)
        return
    form: Form = "ultimatum" if item.stance == "ultimatum" else "threat"
    to = item.target or _named(work, stand.object)
    owner = work.dm(to, stand.ref) if to else None
    comply, _ = work.option(_NOT.sub("", _bare(asked)), owner, stand.ref, alone=True)
    note = _terms(stand, then, work)
    if not then:
        work.want(dm, comply, form, stand.ref, note)
        return
    follows, _ = work.option(_WE.sub("", then), dm, stand.ref, alone=True)
    work.want(dm, f"{follows} iff not {comply}", form, stand.ref, note)
    for other in together:
        rejecting = _holder(work, other) if other.item.stance == "reject" else dm
        if rejecting != dm:
            work.want(rejecting, f"not {follows}", "red line", stand.ref)
            work.want(rejecting, f"not {follows}", "red line", other.ref)


def _asked_and_then(stand: Stand) -> tuple[str, str]:
    """Return what an ultimatum asks for and what follows otherwise, as the position or its words say."""
    item = stand.item
    found = _IF.search(stand.said)
    asked = (
        item.condition.exact if item.condition else found["condition"] if found else stand.object
    )
    then = item.consequence.exact if item.consequence else found["consequence"] if found else ""
    return asked or item.trigger.exact, then


def _terms(stand: Stand, then: str, work: _Work) -> str:
    """Say the deadline, whether it follows automatically, and whose account this is."""
    item = stand.item
    parts = [f"Deadline: {item.deadline}."] if item.deadline else []
    parts += ["Said to follow automatically."] if "automatic" in then.lower() else []
    teller = work.actors.get(stand.speaker or "")
    if teller is not None and stand.speaker != item.holder:
        parts.append(f"By the account of {teller.called}.")
    return " ".join(parts)


def _named(work: _Work, text: str) -> str | None:
    """Return the actor that a phrase such as "for the government" names, where it is only one."""
    words = re.sub(r"^(?:for|to|on|against) (?:the )?", "", text, flags=re.IGNORECASE).lower()
    found = [
        id_
        for id_, card in work.actors.items()
        if words and card.type in _BODIES and any(_ends_in(name, words) for name in _names(card))
    ]
    return found[0] if len(found) == 1 else None


def _names(card: ActorCard) -> tuple[str, ...]:
    return (card.name, *card.aliases)


def _ends_in(name: str, words: str) -> bool:
    return name.lower() == words or name.lower().endswith(f" {words}")
