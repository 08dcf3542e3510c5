"""The proposed models of a case: proposing, adding what came later, building a model of what was accepted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from goodoffices.case.dump import block, day, value
from goodoffices.case.edit import appended, with_values
from goodoffices.case.faults import piece_faults
from goodoffices.case.links import Remark, link_faults
from goodoffices.case.pieces import PIECES, Piece, ProposalFile
from goodoffices.case.propose import propose
from goodoffices.case.stands import confirmed_positions
from goodoffices.case.write import writing
from goodoffices.conflict.model import Conflict
from goodoffices.conflict.parts import (
    Constraint,
    DecisionMaker,
    Evidence,
    Option,
    PreferenceStatement,
    Prioritisation,
    Reading,
)
from goodoffices.errors import Fault, InputError, StatementError, UsageError, did_you_mean
from goodoffices.statements import And, Name, Not, names, parse

if TYPE_CHECKING:
    from goodoffices.case.case import Case

__all__ = [
    "build",
    "proposal",
    "proposal_faults",
    "proposal_names",
    "write_model",
    "write_proposal",
]

_HEAD = """\
# A model proposed from confirmed positions. Only what somebody accepts or edits enters a model:
#   goodoffices case review CASE 'proposals/{name}/w1' --accept --by YOU    (or --drop, or --set wants="…")
# or write status = "confirmed", "edited" or "rejected" and by = "you" here. Statements of a decision maker
# stand most important first; move them as you see it.
"""


def proposal_names(case: Case) -> tuple[str, ...]:
    """Return the names of the proposals that are there."""
    names_ = case.folder.ids("proposals")
    return tuple(it for it in names_ if case.scope.sees(case.label_at(f"proposals/{it}")))


def proposal(case: Case, name: str) -> ProposalFile:
    """Return a proposed model, without pieces that rest on what is not there.

    Raises
    ------
    UsageError
        where there is none of that name.
    InputError
        where its file is damaged.
    """
    known = proposal_names(case)
    if name not in known:
        raise UsageError(f"no proposal '{name}'; {did_you_mean(name, known)}")
    path = f"proposals/{name}.toml"
    file = case.files.record(path, ProposalFile)
    if file is None:
        raise case.files.damage.get(path) or InputError(f"{case.folder.name(path)}: no such file")
    if case.scope.whole:
        return file
    kept = {
        kind: tuple(it for it in getattr(file, kind) if _there(case, name, it)) for kind in PIECES
    }
    aside = tuple(ref for ref in file.aside if case.standing(ref) == "there")
    return file.model_copy(update={**kept, "aside": aside})


def _there(case: Case, name: str, piece: Piece) -> bool:
    labels = (piece.label, case.label_at(f"proposals/{name}/{piece.id}"))
    standings = {case.standing(ref) for ref in piece.because}
    gone = bool(standings) and "there" not in standings
    return case.scope.sees(*labels) and "hidden" not in standings and not gone


def proposal_faults(case: Case, name: str) -> Iterator[Fault]:
    """Yield what is wrong with a proposal: links to nothing, two pieces of one id, decisions of nobody."""
    file = case.files.record(f"proposals/{name}.toml", ProposalFile)
    seen: set[str] = set()
    for kind, k, piece in file.pieces() if file else ():
        if piece.id in seen:
            yield Fault(f"two pieces have the id '{piece.id}'", (kind, k, "id"))
        seen.add(piece.id)
        if piece.status != "proposed" and not piece.by:
            yield Fault("only a person can decide; say by = who did", (kind, k, "status"))
        if file is not None and piece.status != "rejected":
            yield from piece_faults(piece, (kind, k), file, case.every_actor)
        for fault in link_faults(case, piece.because, (kind, k, "because")):
            if not isinstance(fault, Remark) or piece.accepted:
                yield fault


def write_proposal(case: Case, name: str, *, title: str = "", made: str) -> list[Piece]:
    """Write a proposed model of the confirmed positions, or add what came later to one; return what is new.

    Pieces that are there stay as they are; a position that some piece rests on is not proposed again.

    Raises
    ------
    UsageError
        where the name is no id.
    InputError
        where the file is damaged or cannot be written.
    """
    from goodoffices.talks.parse import parse_file

    if not re.fullmatch(r"[a-z0-9][a-z0-9_-]*", name):
        raise UsageError(f"'{name}' is no id; use small letters, digits, - and _ only")
    path = f"proposals/{name}.toml"
    with writing(case.folder) as change:
        text = change.read(path)
        if text is None:
            known = ProposalFile(format=1, title=title or f"{case.title}: {name}", made=made)
            head = f"title = {value(known.title)}\nmade = {day(made)}\naside = []\n"
            text = f"{_HEAD.format(name=name)}format = 1\n{head}"
            found = propose(case, confirmed_positions(case))
        else:
            called = change.folder.name(path)
            known = parse_file(text.removeprefix("\ufeff"), called, ProposalFile)
            fresh = [it for it in confirmed_positions(case) if it.ref not in known.uses()]
            found = propose(case, fresh, known)
        new, blocks = _new(known, found)
        if new or found.aside:
            text = appended(text, blocks)
            aside = tuple(dict.fromkeys((*known.aside, *found.aside)))
            order = [key for key in ProposalFile.model_fields if key not in PIECES]
            text = with_values(text, (), {"aside": value(aside)}, order, change.folder.name(path))
            parse_file(text.removeprefix("\ufeff"), change.folder.name(path), ProposalFile)
            change.write(path, text)
    return new


def _new(known: ProposalFile, found: ProposalFile) -> tuple[list[Piece], str]:
    """Return the pieces of a proposal that another one has not, and their text."""
    there = {(kind, piece.id) for kind, _, piece in known.pieces()}
    new = [(kind, it) for kind, _, it in found.pieces() if (kind, it.id) not in there]
    return [it for _, it in new], "".join(block(f"[[{kind}]]", it) for kind, it in new)


def build(case: Case, name: str, *, by: str = "", written: str = "") -> Conflict:
    """Return the model of what people accepted of a proposal.

    Its evidence table links every piece to the record. Statements stand in the order of the file.

    Raises
    ------
    InputError
        where what was accepted does not fit together: told piece by piece.
    """
    file = proposal(case, name)
    accepted = {kind: [it for it in getattr(file, kind) if it.accepted] for kind in PIECES}
    where = case.folder.name(f"proposals/{name}.toml")
    faults = list(_misfits(case, file))
    if faults:
        raise InputError("\n".join(f"{where}: {fault}" for fault in faults))
    refs: dict[str, str] = {}
    dms = tuple(
        DecisionMaker(
            dm.id,
            dm.name,
            dm.role,
            tuple(
                Option(it.id, it.text, it.kind, because=_because(it, refs), note=it.note)
                for it in accepted["options"]
                if it.owner == dm.id
            ),
            Prioritisation(
                tuple(
                    PreferenceStatement(parse(it.wants), _because(it, refs), it.note)
                    for it in accepted["statements"]
                    if it.dm == dm.id
                )
            ),
            dm.note,
        )
        for dm in accepted["decision_makers"]
    )
    rules = tuple(_rule(it, refs) for it in accepted["constraints"])
    evidence = tuple(_evidence(case, ref, id_) for ref, id_ in refs.items())
    return Conflict(
        file.title, dms, rules, evidence=evidence, reading=Reading(by=by, written=written)
    )


def _because(piece: Piece, refs: dict[str, str]) -> tuple[str, ...]:
    return tuple(refs.setdefault(ref, ref.replace("/", "-")) for ref in piece.because)


def _rule(it: object, refs: dict[str, str]) -> Constraint:
    from goodoffices.case.pieces import ConstraintPiece

    assert isinstance(it, ConstraintPiece)
    ruled_out = And((Name(it.option), Not(parse(it.only_if))))
    given = (it.option, it.only_if)
    return Constraint("only_if", given, ruled_out, _because(it, refs), it.note)


def _evidence(case: Case, ref: str, id_: str) -> Evidence:
    from goodoffices.case.trace import item_words

    card = case.source(ref.partition("/")[0])
    item = case.item(ref)
    return Evidence(
        id_,
        card.called,
        known=_known(item.known or card.since),
        text=item_words(case, item),
        record=(ref,),
    )


def _known(when: str | None) -> str:
    """Return a day, month or year as the conflict file takes it."""
    from goodoffices.talks.when import last

    if not when:
        return ""
    return when if re.fullmatch(r"\d{4}(-\d{2}(-\d{2})?)?", when) else last(when).isoformat()


def _misfits(case: Case, file: ProposalFile) -> Iterator[str]:
    """Yield why what was accepted is no model yet."""
    dms = {it.id for it in file.decision_makers if it.accepted}
    options = {it.id for it in file.options if it.accepted}
    if not dms or not options:
        yield "nobody has accepted a decision maker and an option yet; see goodoffices case review"
        return
    for it in file.options:
        if it.accepted and it.owner not in dms:
            yield f"option '{it.id}' belongs to '{it.owner}', who is not accepted; {_mend('owner', dms)}"
    for want in file.statements:
        if want.accepted:
            if want.dm not in dms:
                yield f"'{want.id}' is wanted by '{want.dm}', who is not accepted; {_mend('dm', dms)}"
            yield from _unknown(want.id, want.wants, options)
    for rule in file.constraints:
        if rule.accepted:
            yield from _unknown(rule.id, f"{rule.option} and ({rule.only_if})", options)
    for _, _, piece in file.pieces():
        for fault in link_faults(case, piece.because, ()) if piece.accepted else ():
            yield f"'{piece.id}': {fault.message}"


def _mend(key: str, known: Iterable[str]) -> str:
    return f"accept that one too, or change {key} (accepted: {', '.join(sorted(known))})"


def _unknown(id_: str, text: str, options: set[str]) -> Iterator[str]:
    try:
        used = set(names(parse(text)))
    except StatementError as error:
        yield f"'{id_}': {error.reason}"
        return
    for name in sorted(used - options):
        yield f"'{id_}' speaks of '{name}', which is no accepted option; {did_you_mean(name, options)}"


def write_model(case: Case, name: str, model: str, *, by: str, written: str) -> Conflict:
    """Build a model of what was accepted and write it as ``conflicts/MODEL.toml``, which must not be there.

    Raises
    ------
    UsageError
        where a model of that name is there: it is somebody's work.
    InputError
        as `build` does.
    """
    from goodoffices.conflict.write import dump_conflict

    conflict = build(case, name, by=by, written=written)
    path = f"conflicts/{model}.toml"
    with writing(case.folder) as change:
        if change.read(path) is not None:
            raise UsageError(
                f"{case.folder.name(path)} is there already; give another name by --model"
            )
        change.write(path, dump_conflict(conflict))
    return conflict
