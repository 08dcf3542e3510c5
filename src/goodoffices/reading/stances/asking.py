"""What verbs of asking and threatening need beside them: "asked them to leave", "warned of reprisals"."""

from itertools import pairwise

from goodoffices.reading.english import stances as words
from goodoffices.reading.grammar.nouns import is_thing
from goodoffices.reading.grammar.syntax import Token
from goodoffices.reading.stances.triggers import condition_of, negated
from goodoffices.reading.stances.use import Reading, Use, table

_EVIL = frozenset(
    "war conflict chaos bloodshed confrontation destruction violence escalation".split()
)
SHARED = frozenset(
    "talk truce ceasefire cease-fire deal agreement accord treaty pact meeting summit negotiation "
    "dialogue visit cooperation contract participation membership "
    "aid tie relation export work enrichment inspection".split()
)
"""What sides have with one another."""


def _want(use: Use) -> Reading:
    """'wants them to leave' demands, 'wants to renew talks' proposes, 'did not want to meet' refuses."""
    sentence, token = use.sentence, use.token
    if token.dep == "relcl" and not use.objects:
        return None  # 'the reforms that they want'
    wanted, clause = use.kid("dobj"), use.act
    denied = negated(sentence, token)
    if wanted is not None and wanted.lemma in _EVIL and not denied:
        return None  # 'They want a war' is what others say of them
    subject = sentence.subject(token.i)
    if denied or any(k.lower == "longer" for k in sentence.kids(token.i, "advmod")):
        if clause is not None and clause.lemma not in words.REFUSABLE | {"see"}:
            return None
        if subject is not None and subject.lower in ("i", "we", "you", "who"):
            return None
        return "reject", use.upto(clause, 3), 0.7
    if _wants_other(use):
        return use.plain(0.7)
    if clause is None:
        return None
    if clause.lemma in _OBTAINING | _CHANGING:
        return use.stance, use.upto(clause, 3), 0.6
    shared = _shares(use, clause)
    if clause.lemma in _KEEPING and shared:
        return "support", clause.i, 0.55
    if clause.lemma in _ACTING and shared and not (subject is None or is_thing(subject)):
        return use.stance, clause.i, 0.5
    if clause.lemma not in words.OBLIGING | {"renew", "work", "cooperate"}:
        return None
    if subject is None or subject.lower in ("i", "you"):
        return None
    return ("concede" if clause.lemma == "withdraw" else "propose"), clause.i, 0.6


_OBTAINING = frozenset("have get receive obtain".split())
_CHANGING = frozenset(
    "slow delay halt stop block prevent scrap abolish limit curb cut ban lower raise add expand "
    "include exclude change reduce increase remove replace".split()
)
"""'wants to slow down the bill': what one wants done asks something of others."""


def _shares(use: Use, clause: Token) -> bool:
    """'to share power', 'to put the truce to paper'; not 'to build a factory'."""
    taken = use.sentence.tokens[clause.i + 1 : use.sentence.edges[clause.i][1] + 1]
    return clause.lemma == "let" or any(
        t.lemma in SHARED | words.PROPOSALS | _PUBLIC for t in taken[:8] if t.is_noun
    )


_PUBLIC = frozenset(
    "power troop control sanction border pressure rule status quo force monarchy".split()
)
_KEEPING = frozenset("maintain preserve keep retain".split())
_ACTING = frozenset(
    "let share put control build turn create expand join hold open close reopen move send use introduce "
    "impose apply establish set bring secure".split()
)
"""'wants to share power', 'wants to put the truce to paper': what one would do where others must let one."""


def _wants_other(use: Use) -> bool:
    clause, wanted = use.kid("ccomp", "xcomp"), use.kid("dobj")
    if clause is not None:
        own = use.sentence.kid(clause.i, "nsubj", "nsubjpass") is not None
        return clause.lemma == "see" or own or wanted is not None
    if wanted is None:
        return False
    return wanted.tag != "PRP" or use.sentence.next_word(wanted.i) == "back"


def _ask(use: Use) -> Reading:
    """'asked that it be read', 'asked all of them to submit their lists': no question."""
    sentence = use.sentence
    asked = next((k for k in use.objects if k.dep == "dobj"), None)
    if asked is not None and asked.lower not in ("question", "questions"):
        stretch = sentence.tokens[asked.i + 1 : asked.i + 12]
        if any(opener.tag == "TO" and act.tag == "VB" for opener, act in pairwise(stretch)):
            return use.plain(0.6)
    for clause in use.objects:
        first = sentence.tokens[sentence.edges[clause.i][0]].lower
        to = any(k.tag == "TO" for k in sentence.kids(clause.i, "aux"))
        asks = clause.dep in ("ccomp", "xcomp") and clause.tag == "VB" and to
        if asks or (clause.dep == "ccomp" and first == "that"):
            return use.plain(0.6)
    return None


def _seek(use: Use) -> Reading:
    """'seeks a truce'; 'sought to calm', 'can seek', 'fees sought' ask for nothing."""
    able = any(k.tag == "MD" for k in use.sentence.kids(use.token.i, "aux"))
    for_oneself = any(k.lemma in _SOUGHT_ALONE for k in use.objects)
    return None if use.act is not None or able or for_oneself else _request(use)


_SOUGHT_ALONE = frozenset(
    "refuge asylum shelter office election re-election reelection term power revenge advice treatment".split()
)


def _request(use: Use) -> Reading:
    bare = use.token.tag in ("VBG", "VBN") and use.kid("aux", "auxpass") is None
    return use.when(not bare)


def _require(use: Use) -> Reading:
    """'the rules require 60 votes': what things require nobody demands."""
    subject = use.sentence.subject(use.token.i)
    if subject is not None and (
        is_thing(subject) or subject.tag == "VBG" or subject.lower in ("that", "which")
    ):
        return None
    return _press(use) if _request(use) is not None else None


def _press(use: Use) -> Reading:
    return use.when(bool(use.objects), 0.55)


def _expect(use: Use) -> Reading:
    """'he expects them to leave': something others should do; what one expected may be a forecast."""
    clause = use.kid("ccomp", "xcomp")
    if clause is None or use.token.tag not in ("VBP", "VBZ"):
        return None
    to = any(k.tag == "TO" for k in use.sentence.kids(clause.i, "aux"))
    own = use.sentence.kid(clause.i, "nsubj", "nsubjpass") is not None
    who = use.kid("nsubj")
    forecasts = who is not None and who.lower in _FORECASTERS
    return use.when(to and own and not forecasts, 0.5)


_FORECASTERS = frozenset(
    "analysts observers economists experts investors markets traders pollsters forecasters".split()
)
"""Who expects something asks for nothing."""


def _order(use: Use) -> Reading:
    """'told him not to leave'; what one orders one's own troops to do is asked of nobody else."""
    own = use.kid("dobj")
    if use.token.lemma == "order" and own is not None and own.lemma in _SUBORDINATE:
        words_before = list(use.sentence.kids(own.i, "det", "amod", "compound", "poss"))
        if all(k.tag == "PRP$" for k in words_before):
            return None
    for clause in use.sentence.kids(use.token.i, "xcomp", "ccomp"):
        to = any(k.tag == "TO" for k in use.sentence.kids(clause.i, "aux"))
        if to and clause.tag == "VB" and clause.i - use.token.i <= 12:
            by_whom = use.kid("auxpass") is None or use.kid("agent") is not None
            return use.when(by_whom, 0.6)  # 'were told by the Union to leave'
    return None


_SUBORDINATE = frozenset(
    "troop army force soldier police government ministry navy military unit guard official minister".split()
)


def _push(use: Use) -> Reading:
    """'pushed them to yield', 'pushes a diplomatic solution'; 'pushed the rebels back' asks for nothing."""
    taken = use.kid("dobj")
    sought = taken is not None and taken.lemma in words.PROPOSALS | {"reform", "talk"}
    if sought and use.kid("prt", "advmod") is None:
        return use.plain(0.6)
    told = taken is not None and use.sentence.next_word(use.sentence.edges[taken.i][1]) == "to"
    return use.when(told and taken is not None and not is_thing(taken), 0.6)


def _echo(use: Use) -> Reading:
    """'echoed the call'."""
    call = next((k for k in use.objects if k.lemma in ("call", "demand", "appeal")), None)
    return (use.stance, call.i, 0.8) if call is not None else None


def _appeal(use: Use) -> Reading:
    """'appealed for calm' asks; 'would appeal', 'is appealing the ruling' does not accept it."""
    ruled = use.kid("dobj")
    judged = ruled is None or ruled.lemma in _RULED
    return ("reject", use.token.i, 0.6) if judged and use.act is None else use.plain(0.55)


_RULED = frozenset(
    "ruling decision verdict sentence conviction judgment judgement order case fine ban result".split()
)


def _plead(use: Use) -> Reading:
    """'pleaded innocent' rejects a charge; 'pleaded guilty' takes no stance."""
    at = use.token.i
    after = [t.lower for t in use.sentence.tokens[at + 1 : at + 3]]
    if after[:1] == ["innocent"]:
        return "reject", at + 1, 0.75
    if after == ["not", "guilty"]:
        return "reject", at + 2, 0.75
    return use.when(after[:1] != ["guilty"])


def _warn(use: Use) -> Reading:
    """'warned against', 'warned Israel of consequences', 'warned that it will' threaten."""
    sentence, token = use.sentence, use.token
    warned = use.kid("dobj")
    if warned is not None and warned.lemma in words.PUBLIC:
        return None
    for prep in sentence.kids(token.i, "prep"):
        low, high = sentence.edges[prep.i]
        heavy = any(t.lemma in _HEAVY for t in sentence.tokens[low : high + 1])
        if prep.lower == "against" or (prep.lower == "of" and heavy):
            return use.stance, use.upto(prep, 3), 0.6
    clause = use.kid("ccomp")
    subject = sentence.subject(clause.i) if clause is not None else None
    if clause is None or subject is None or subject.lower not in ("it", "they", "he", "she"):
        return None
    if condition_of(sentence, clause) is not None:
        return None  # 'warned it would close the border if': the threat is told by its own verb
    acts = clause.lemma in words.ACTS | {"consider", "take", "regard"}
    modal = any(k.lower in ("will", "would") for k in sentence.kids(clause.i, "aux"))
    return (use.stance, use.upto(clause, 9), 0.6) if acts and modal else None


_HEAVY = frozenset("consequence retaliation response action sanction reprisal".split())


def _threaten(use: Use) -> Reading:
    """'threatens regional security', 'threatens us': what is in danger, or who."""
    at_risk = any(
        k.dep == "dobj" and (k.lemma in words.AT_RISK or k.tag == "PRP") for k in use.objects
    )
    return use.when(not at_risk)


RULES = table(
    ("want", _want),
    ("ask", _ask),
    ("seek", _seek),
    ("request", _request),
    ("require", _require),
    ("press", _press),
    ("expect", _expect),
    ("tell order instruct encourage challenge", _order),
    ("push", _push),
    ("echo", _echo),
    ("plead", _plead),
    ("appeal", _appeal),
    ("warn", _warn),
    ("threaten", _threaten),
)
