"""What verbs of siding and refusing need beside them: "backed the plan", "declined to comment"."""

from goodoffices.reading.english import roles
from goodoffices.reading.english import stances as words
from goodoffices.reading.grammar.nouns import is_thing
from goodoffices.reading.stances.asking import SHARED
from goodoffices.reading.stances.use import Reading, Use, table


def _taken(use: Use) -> bool:
    """Whether something is backed or opposed: an object, or a doer in the passive."""
    return bool(use.objects) or use.kid("agent") is not None or use.token.dep == "relcl"


def _back(use: Use) -> Reading:
    """'backed the plan'; not 'the records backing it', nor what a clause tells in passing."""
    passing = use.token.dep == "relcl" or any(
        g.dep == "relcl" for g in use.sentence.ancestors(use.token.i)
    )
    return None if passing else _favour(use)


def _favour(use: Use) -> Reading:
    return use.when(not _of_things(use) and _taken(use))


def _of_things(use: Use) -> bool:
    """'records supporting the report', 'any country supporting': no stance of anybody named."""
    sentence, token = use.sentence, use.token
    subject = sentence.tokens[token.head] if token.dep == "acl" else sentence.subject(token.i)
    if subject is None or token.tag == "VBN":
        return False
    any_of = sentence.kid(subject.i, "det")
    whoever = any_of is not None and any_of.lower == "any"
    return whoever or (token.dep == "acl" and is_thing(subject))


def _oppose(use: Use) -> Reading:
    return use.when(_taken(use))


def _approve(use: Use) -> Reading:
    """'approved the deal'; 'approved the budget', 'approved new tariffs' are what bodies do."""
    asked = [*use.objects, *use.sentence.kids(use.token.i, "nsubjpass")]
    settled = any(k.lemma in words.PROPOSALS | SHARED | _TABLED for k in asked)
    return _oppose(use) if settled or (use.kid("prep") is not None and not asked) else None


_TABLED = frozenset("motion amendment treaty annexation request".split())


def _sign(use: Use) -> Reading:
    """'signed the truce'; 'the treaty they signed', 'signed a contract' tell of other things."""
    if use.token.dep == "relcl" or any(k.lemma in _DECISIONS for k in use.objects):
        return None
    told = use.sentence.within is not None or use.sentence.told_at(use.token)
    narrated = use.token.tag in ("VBD", "VBN") and not told and use.kid("neg") is None
    if narrated or use.sentence.tokens[use.token.head].lemma == "plan":
        return None  # 'Kordan and Avra signed a deal this week': an event
    return use.plain() if _taken(use) else use.plain(0.5)


_DECISIONS = frozenset(
    "decision law bill decree order legislation book letter budget it proclamation contract".split()
)


def _adopt(use: Use) -> Reading:
    """'adopted the road map'; 'adopted a resolution', 'a new approach' are what bodies do."""
    return None if any(k.lemma in _OWN_ACTS for k in use.objects) else _oppose(use)


_OWN_ACTS = _DECISIONS | frozenset(
    "resolution policy position approach measure strategy amendment stance tactic child offensive".split()
)


def _block(use: Use) -> Reading:
    """'blocked the bill'; 'blocked the road', 'blocked a convoy' stand in the way of cars."""
    stopped = [*use.objects, *use.sentence.kids(use.token.i, "nsubjpass")]
    return use.when(any(k.lemma in _VOTED | words.PROPOSALS | SHARED for k in stopped), 0.55)


_VOTED = frozenset(
    "bill law move motion statement effort bid nomination appointment vote reform merger sale sanction "
    "amendment budget accession entry attempt release transfer decision inquiry investigation "
    "legislation".split()
)


def _withdraw(use: Use) -> Reading:
    """'withdrew its offer', 'withdrew from the talks'; 'withdrew its troops from Homs' refuses nothing."""
    sentence, token = use.sentence, use.token
    if use.objects:
        return use.when(any(k.lemma in _TAKEN_BACK for k in use.objects))
    left = next((p for p in sentence.kids(token.i, "prep") if p.lower == "from"), None)
    place = sentence.kid(left.i, "pobj") if left is not None else None
    if left is None or place is None or place.lemma not in _LEFT:
        return None
    return use.stance, left.i if left.i - token.i <= 2 else token.i, 0.8


_LEFT = frozenset(
    "talk negotiation dialogue treaty agreement accord deal pact truce convention race election contest "
    "coalition government alliance union process summit conference body council organisation organization "
    "court meeting programme program plan project".split()
)
_TAKEN_BACK = frozenset(
    "offer bid candidacy consent recognition proposal ambassador envoy cooperation "
    "participation signature commitment plan".split()
)


def _agree(use: Use) -> Reading:
    """'We agree that the road is long': an opinion; 'the agreed text': a modifier."""
    token = use.token
    opinion = use.kid("ccomp") is not None and token.tag in ("VBP", "VBZ", "VB")
    modifier = token.tag == "VBN" and token.dep in ("amod", "advmod")
    return use.when(not opinion and not modifier)


def _thank(use: Use) -> Reading:
    """'thanked France for its help'; not 'thanked them'."""
    return use.when(any(k.dep == "dobj" and k.tag != "PRP" for k in use.objects), 0.55)


def _refuse(use: Use) -> Reading:
    silent = any(k.lemma in _SILENCE for k in use.objects)
    return use.when(not silent)


_SILENCE = frozenset("comment say elaborate name identify".split())


def _decline(use: Use) -> Reading:
    if any(k.lemma in _SILENCE | _NO_NEWS for k in use.objects):
        return None
    return use.when(bool(use.objects), 0.55)


_NO_NEWS = frozenset("give be confirm discuss answer speak specify".split())


def _deny(use: Use) -> Reading:
    """'denied the charge' rejects it; 'denied him a chance', 'denying access to' withholds something."""
    if _modifies(use):
        return None
    taken = list(use.sentence.kids(use.token.i, "dobj", "dative"))
    return use.when(len(taken) <= 1 and not any(k.lemma in _WITHHELD for k in taken))


def _dismiss(use: Use) -> Reading:
    """'dismissed the report' rejects it; 'dismissed 50 employees' sends them home."""
    staff = any(
        k.lemma in roles.ROLES or k.lower in _STAFF or k.entity == "PERSON" for k in use.objects
    )
    return use.when(not staff)


_STAFF = frozenset("employees workers staff teachers judges officers members".split())
_WITHHELD = frozenset("access entry permission visa chance opportunity".split())


def _modifies(use: Use) -> bool:
    return use.token.tag == "VBN" and use.token.dep in ("amod", "acl")


def _allege(use: Use) -> Reading:
    return use.when(not _modifies(use))


def _charge(use: Use) -> Reading:
    """'charged that the money was gone'; 'police charged him', 'charged a fee' are other things."""
    clause = use.kid("ccomp")
    told = clause is not None and clause.tag != "VBG" and use.kid("auxpass") is None
    return use.when(told and use.kid("dobj") is None, 0.6)


def _accuse(use: Use) -> Reading:
    """'accused of fraud', of whom nobody says so."""
    whom = bool(use.objects) or use.token.dep == "relcl"  # 'men he accuses of being spies'
    return use.when(whom or use.sentence.next_word(use.token.i) != "of")


def _denounce(use: Use) -> Reading:
    """'denounced the ruling' disapproves; 'denounced its meddling', 'denounced them for lying' accuse."""
    for taken in use.sentence.kids(use.token.i, "dobj"):
        blamed = use.sentence.next_word(use.sentence.edges[taken.i][1]) == "for" or any(
            k.lower == "for" for k in use.sentence.kids(taken.i, "prep")
        )
        if blamed or taken.lower in words.ACCUSING or taken.lemma in _MISDEEDS:
            return use.plain()
    blames = any(k.lower in ("for", "as") for k in use.sentence.kids(use.token.i, "prep"))
    return use.plain() if blames else ("disapprove", use.token.i, 0.7)


_MISDEEDS = frozenset(
    "interference meddling corruption fraud abuse crime torture repression oppression occupation "
    "incursion invasion collusion sabotage conspiracy plot treachery intimidation complicity".split()
)


def _defend(use: Use) -> Reading:
    """'defended the decision'; not 'will defend the town'."""
    taken = use.kid("dobj")
    return use.when(use.token.tag in ("VBD", "VBZ") and taken is not None and is_thing(taken))


def _decide(use: Use) -> Reading:
    """'decided not to join': only what is decided against is refused."""
    act = use.act
    near = act is not None and act.i - use.token.i <= 4
    return (use.stance, act.i, 0.65) if act is not None and near and use.denied(act) else None


def _stop(use: Use) -> Reading:
    """'stops exporting grain'; 'stopped fighting' gives nothing up."""
    act = use.act
    serves = act is not None and act.tag == "VBG" and act.lemma not in words.ACTS | _HARMING
    return use.when(serves and use.token.tag != "VBD", 0.5)


_HARMING = frozenset(
    "fight kill fire harm extort recruit target bomb use distribute threaten".split()
)


def _concede(use: Use) -> Reading:
    """'conceded that the vote was lost' grants a fact."""
    return use.when(use.kid("ccomp") is None)


def _admit(use: Use) -> Reading:
    """'acknowledged that its guards had fired first': a fault of one's own."""
    clause = use.kid("ccomp")
    subject = use.sentence.kid(clause.i, "nsubj", "nsubjpass") if clause is not None else None
    owner = use.sentence.kid(subject.i, "poss") if subject is not None else None
    own = owner is not None and owner.lower in ("its", "his", "her", "their", "our")
    wrong = clause is not None and clause.lemma in words.WRONGS | _FAULTS
    return use.when(own and wrong and use.sentence.within is None, 0.55)


_FAULTS = frozenset(
    "fire shoot kill fail err break strike bomb attack hit detain beat open miss lie".split()
)


_PRIZES = frozenset(
    "prize prix award medal trophy honour honor job post resignation donation".split()
)


def _accept(use: Use) -> Reading:
    """'accepted the plan'; 'accepted the prize' agrees to nothing."""
    taken = use.kid("dobj")
    if taken is None:
        return use.when(True)
    named = use.sentence.kid(taken.i, "compound")  # 'accepted the Prix Ostrana'
    prize = taken.lemma in _PRIZES or (named is not None and named.lower in _PRIZES)
    return use.when(not prize)


def _extend(use: Use) -> Reading:
    """'extended the truce'."""
    return use.when(any(k.lemma in _TIME_LIMITS for k in use.objects), 0.6)


_TIME_LIMITS = frozenset("truce ceasefire cease-fire fire deadline mandate pause deal".split())


def _object(use: Use) -> Reading:
    return use.when(bool(use.objects), 0.55)


RULES = table(
    ("back support", _back),
    ("favour favor", _favour),
    ("oppose", _oppose),
    ("adopt", _adopt),
    ("block", _block),
    ("withdraw", _withdraw),
    ("approve", _approve),
    ("sign", _sign),
    ("agree", _agree),
    ("thank", _thank),
    ("refuse", _refuse),
    ("decline", _decline),
    ("deny", _deny),
    ("dismiss", _dismiss),
    ("allege", _allege),
    ("accuse", _accuse),
    ("charge", _charge),
    ("defend", _defend),
    ("denounce", _denounce),
    ("decide choose opt", _decide),
    ("stop", _stop),
    ("concede", _concede),
    ("acknowledge admit", _admit),
    ("accept", _accept),
    ("extend renew", _extend),
    ("object freeze cancel scrap abandon", _object),
)
