"""Whose stance it is: the subject, the speaker of the words it stands in, or an unnamed third party."""

import bisect
import re
from collections.abc import Sequence
from dataclasses import dataclass

from goodoffices.reading.actors.bodies_later import body_later
from goodoffices.reading.actors.cast import Cast
from goodoffices.reading.actors.named_later import lead_named, named_later
from goodoffices.reading.actors.phrases import clean
from goodoffices.reading.actors.pronouns import HE, IT, SHE, THEY
from goodoffices.reading.actors.roster import Draft, fold
from goodoffices.reading.attributions.attribution import Attribution
from goodoffices.reading.attributions.noun_phrases import SourceRange, noun_phrase
from goodoffices.reading.english import roles
from goodoffices.reading.grammar.syntax import Sentence, Token
from goodoffices.reading.stances.find import Trigger
from goodoffices.reading.stances.senders import commits, sender_of

_FIRST = frozenset({"i", "we", "our", "us", "my", "me", "ours"})


@dataclass
class Held:
    """A stance with its holder, and the number of the attribution in whose words it stands."""

    trigger: Trigger
    holder: Draft | None
    target: Draft | None
    statement: int | None
    on_behalf_of: Draft | None = None


def hold(
    triggers: Sequence[Trigger], attributions: Sequence[Attribution], cast: Cast
) -> list[Held]:
    """Give every trigger its holder; triggers nobody holds are left out."""
    result = []
    for trigger in triggers:
        inside = _statement_around(trigger, attributions)
        speaker = (
            cast.speakers[inside].actor if inside is not None and inside in cast.speakers else None
        )
        indirect = inside is None or attributions[inside].rule != "turn"
        holder = _holder(trigger, speaker, cast, inside is not None, indirect)
        if holder is None and trigger.rule != "noun-ultimatum":
            continue
        if holder is not None:
            named = (
                named_later(cast.resolver, holder, trigger.start)
                or body_later(cast, holder, trigger.start)
                or lead_named(cast, holder, trigger.start)
            )
            if named is not None:
                named.country = named.country or holder.country
            holder = named or holder
        holder = _whole_body(holder, cast) if holder is not None else None
        if inside is not None:
            _keep_within(trigger, attributions[inside])
        target = _target(trigger, cast)
        target = target if target is not holder else None
        if holder is not None and speaker is not None and commits(trigger, holder, speaker, cast):
            holder = speaker
        sender = sender_of(holder, cast.resolver) if holder is not None else None
        result.append(Held(trigger, holder, target, inside, sender))
    return _without_repeated_headlines(result)


_ALIKE = (
    {"reject", "disapprove"},
    {"demand", "propose"},
    {"accept", "provisionally_accept", "support", "concede"},
    {"threaten", "ultimatum"},
    {"accuse", "disapprove"},
)
"""Stances that one may stand for another in a headline: 'slams plan' over 'rejected the plan'."""


def _without_repeated_headlines(held: list[Held]) -> list[Held]:
    """What a headline says and the body says again of the same matter is one position, the body's."""
    told = [h for h in held if not h.trigger.sentence.headline]

    def again(headline: Held) -> bool:
        return any(
            h.holder is headline.holder
            and bool(_matter(h.trigger) & _matter(headline.trigger))
            and (
                h.trigger.stance == headline.trigger.stance
                or any({h.trigger.stance, headline.trigger.stance} <= group for group in _ALIKE)
            )
            for h in told
        )

    return [h for h in held if not h.trigger.sentence.headline or not again(h)]


def _matter(trigger: Trigger) -> set[str]:
    """The nouns, verbs and adjectives of a stance's sentence, by how they begin, without its own words."""
    return {
        token.lemma.lower()[:5]
        for token in trigger.sentence.tokens
        if token.tag.startswith(("NN", "VB", "JJ"))
        and len(token.lemma) > 3
        and not trigger.start <= token.start < trigger.end
        and token.i != trigger.holder
    }


def _whole_body(holder: Draft, cast: Cast) -> Draft:
    """'Members of the Dock Workers' Union voted against': the union's stance."""
    if holder.rule != "nominal" or not holder.name.lower().startswith("members of "):
        return holder
    words = clean(holder.name[len("members of ") :])
    return cast.resolver.roster.filed(f"org:{fold(words)}") or holder


def _statement_around(trigger: Trigger, attributions: Sequence[Attribution]) -> int | None:
    best: tuple[int, int] | None = None
    for number, attribution in enumerate(attributions):
        for start, end in attribution.fragments:
            if start <= trigger.start < end and (best is None or end - start < best[0]):
                best = (end - start, number)
    return best[1] if best else None


def _holder(
    trigger: Trigger, speaker: Draft | None, cast: Cast, inside: bool, indirect: bool
) -> Draft | None:
    if trigger.holder is None:
        if not trigger.speaker_holds:
            return None
        return speaker or _issuer(trigger, cast) or _cue_subject(trigger, cast)
    sentence = trigger.sentence
    token = sentence.tokens[trigger.holder]
    if trigger.rule == "noun-compound" and token.tag == "JJ":
        return _nation(sentence, token, cast)
    if token.lower in _FIRST and not token.is_name:  # 'US' is no 'us'
        return speaker or _issuer(trigger, cast)
    if any(k.lower in ("i", "we") for k in sentence.kids(token.i, "conj")):
        return speaker or _issuer(trigger, cast)  # 'my team and I'
    own = sentence.kid(token.i, "poss")
    if own is not None and own.lower in _FIRST and token.lower in _OWN and speaker is not None:
        country = cast.resolver._country_of(speaker) if speaker.is_person else None
        known = country is not None and country in _known_states(cast)
        return cast.resolver.roster.state(str(country)) if known else speaker
    if own is not None and own.lower == "our" and token.tag == "NNS" and speaker is not None:
        return speaker  # 'our sailors will not take part'
    if sentence.within is not None and speaker is not None and token.lower in HE | SHE:
        return _somebody_else(sentence, token.lower, speaker, cast)
    doer = _own_doer(sentence, token) if token.tag == "PRP$" and indirect else None
    if doer is not None:
        return _resolve_at(sentence, doer.i, cast)
    if inside and speaker is not None and _agrees(token.lower, speaker):
        return speaker if indirect else _resolve_at(sentence, token.i, cast)
    if token.tag == "PRP" and token.lower not in HE | SHE | IT | THEY:
        return None
    if not inside and speaker is None and not _can_hold(token):
        return _speaker_before(sentence, token.i, cast) or _resolve_at(sentence, token.i, cast)
    return _resolve_at(sentence, token.i, cast)


def _nation(sentence: Sentence, adjective: Token, cast: Cast) -> Draft | None:
    """'a North Korean demand': the state; 'Sunni Arab demands': the people."""
    low = sentence.tokens[sentence.edges[adjective.i][0]]
    for name in cast.resolver.names_between(low.start, adjective.end):
        if name.kind == "adjective" and name.end >= adjective.end:
            return cast.resolver.roster.state(name.key)
    found = _resolve_at(sentence, adjective.i, cast)
    if found is not None and found.type == "group" and found.name.endswith("Arab"):
        found.name += "s"
    return found if found is not None and found.name.endswith("Arabs") else None


def _own_doer(sentence: Sentence, own: Token) -> Token | None:
    """'Antunes renewed his appeal, his spokeswoman said': of a name before the verb it is the name's."""
    noun = sentence.tokens[own.head]
    verb = sentence.tokens[noun.head]
    doer = sentence.kid(verb.i, "nsubj") if verb.is_verb and noun.dep == "dobj" else None
    return doer if doer is not None and doer.is_name and doer.i < verb.i else None


_OWN = frozenset("country nation government people side delegation party movement".split())


def _known_states(cast: Cast) -> set[str]:
    return {d.name for d in cast.resolver.roster.drafts if d.type == "state" and d.mentions}


def _keep_within(trigger: Trigger, attribution: Attribution) -> None:
    """What a stance is about ends where the words end in which it stands."""
    if trigger.object is None:
        return
    start, end = trigger.object
    limit = next((e for s, e in attribution.fragments if s <= trigger.start < e), end)
    trigger.object = (start, min(end, limit)) if start < limit else None


def _issuer(trigger: Trigger, cast: Cast) -> Draft | None:
    """'We call on all armed groups', in a statement: the body it spoke of last."""
    if not trigger.issued or trigger.sentence.within is not None:
        return None
    signed = _signatory(cast) or _joint(cast)
    if signed is not None:
        return signed
    for focus in reversed(cast.resolver.history):
        if focus.number >= trigger.sentence.number:
            continue
        body = next((d for d in focus.subjects if not d.is_person and not d.plural), None)
        if body is not None:
            return body
    return None


def _signatory(cast: Cast) -> Draft | None:
    """'Ana Petrova, Secretary of State' on a line of its own at the head: whose statement it is."""
    text = cast.resolver.text
    for name in cast.resolver.names:
        if name.start > _HEAD:
            return None
        draft = cast.resolver.owner.get(name.start)
        low = text.rfind("\n", 0, name.start) + 1
        high = text.find("\n", name.end)
        line = text[low : high if high >= 0 else len(text)]
        before = text[low : name.start].strip().lower()
        if (
            draft is not None
            and draft.is_person
            and " " in draft.name
            and len(line) <= _LINE
            and not line.rstrip().endswith((".", ":"))
            and set(re.findall(r"[a-z]+", before)) <= _BYLINE
            and set(re.findall(r"[a-z]+", line[name.end - low :].lower())) & roles.ROLES
        ):
            return draft
    return None


def _joint(cast: Cast) -> Draft | None:
    """'We, the G7 Foreign Ministers of …, reaffirm', as a statement opens: who says 'we' in it."""
    match = _WE_THE.search(cast.resolver.text, 0, _HEAD)
    if match is None or cast.resolver.text[match.start() - 1 : match.start()] in tuple("“\"‘'"):
        return None
    words = match.group(1)
    draft = cast.resolver.roster.by_key(f"nominal:{words.lower()}", words, "group", "nominal")
    draft.plural = True
    draft.mention(match.start(1), match.end(1), "nominal")
    return draft


_WE_THE = re.compile(
    r"\bWe, (?:the )?((?:[\w’'-]+ ){0,4}(?:[Mm]inisters|[Ll]eaders|[Mm]embers|[Gg]overnments|[Pp]arties|"
    r"[Ss]tates|[Uu]nions|[Oo]rgani[sz]ations|[Pp]residents))\b"
)
_HEAD, _LINE = 600, 110
_BYLINE = roles.TITLES | roles.ROLES | {"by", "from", "the", "statement"}


def _can_hold(token: Token) -> bool:
    """Options, plans and prices hold nothing."""
    return token.lemma not in _THINGS


_THINGS = frozenset("option plan price idea step measure thing".split())


def _speaker_before(sentence: Sentence, index: int, cast: Cast) -> Draft | None:
    """'A spokeswoman said all options remained but ruled out …': who reported before holds it."""
    for number, attribution in reversed(list(enumerate(cast.attributions))):
        cue = attribution.cue if attribution.sentence is sentence else None
        if cue is not None and cue.i < index and number in cast.speakers:
            return cast.speakers[number].actor
    return None


def _somebody_else(sentence: Sentence, pronoun: str, speaker: Draft, cast: Cast) -> Draft | None:
    """'“He is ready to share power,” Bol said': of whom the speaker speaks."""
    gender = "f" if pronoun in SHE else "m"
    for focus in reversed(cast.resolver.history):
        if focus.number >= sentence.number:
            continue
        for draft in (*focus.speakers, *focus.subjects, *focus.named):
            if draft.is_person and draft is not speaker and draft.gender in (None, gender):
                return draft
    return None


def _agrees(pronoun: str, speaker: Draft) -> bool:
    if pronoun in HE | SHE:
        return speaker.is_person and speaker.gender != ("f" if pronoun in HE else "m")
    if pronoun in IT:
        return not speaker.is_person and not speaker.plural
    if pronoun in THEY:
        return not speaker.is_person
    return False


def _cue_subject(trigger: Trigger, cast: Cast) -> Draft | None:
    """'called the proposal “absurd”' where no attribution was made of it."""
    sentence = trigger.sentence
    index = sentence.find(lambda t: t.start >= trigger.start)
    if index is None:
        return None
    for governor in sentence.ancestors(index):
        subject = sentence.subject(governor.i)
        if subject is not None and not subject.virtual and subject.tag != "EX":
            return _resolve_at(sentence, subject.i, cast)
    return None


def _resolve_at(sentence: Sentence, index: int, cast: Cast) -> Draft | None:
    """Resolve a subject as it stood when its sentence was read."""
    token = sentence.tokens[index]
    history = cast.resolver.history
    cast.resolver.history = history[
        : bisect.bisect_left(history, sentence.number, key=lambda f: f.number)
    ]
    try:
        resolved = cast.resolver.resolve(sentence, _phrase(sentence, index))
    finally:
        cast.resolver.history = history
    if resolved is None:
        return None
    cast.resolver.note(token, resolved.actor, "pronoun" if token.tag == "PRP" else "nominal")
    return resolved.actor


def _phrase(sentence: Sentence, index: int) -> SourceRange:
    phrase = noun_phrase(sentence, index)
    stop = next(
        (t.i for t in sentence.tokens[index + 1 : phrase.high] if t.is_verb and t.dep == "relcl"),
        phrase.high,
    )
    stop = max(index + 1, stop)
    if stop > index + 1 and sentence.tokens[stop - 1].tag == "POS":
        stop -= 1  # 'the union's demand'
    return SourceRange(phrase.low, stop, index)


def _target(trigger: Trigger, cast: Cast) -> Draft | None:
    if trigger.target is None:
        return None
    token = trigger.sentence.tokens[trigger.target]
    if token.tag == "PRP":
        return None
    if not (
        token.is_name or token.entity in ("ORG", "GPE", "PERSON", "NORP") or _is_group(token.lower)
    ):
        return None
    return _resolve_at(trigger.sentence, trigger.target, cast)


def _is_group(word: str) -> bool:
    return word in roles.GROUPS or word in roles.ROLES
