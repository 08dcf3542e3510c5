"""Words that take a stance, by stance; particles and prepositions after a blank."""

VERBS: dict[str, str] = {}
_TABLE = {
    "demand": "demand|call for|call on|call upon|urge|ask for|seek|press for|push for|appeal for|appeal to|appeal|"
    "insist on|request|implore|exhort|beseech|petition|plead for|plead with|press|lobby for|echo|insist upon|"
    "ask|want|require|need|expect|clamour for|clamor for|agitate for|campaign for|summon",
    "propose": "propose|offer|invite|put forward|table|volunteer|float",
    "accept": "accept|agree|approve|sign|consent|adopt|ratify|acquiesce|assent|extend|sign up|initial|embrace|"
    "undertake|comply|commit|live with|go along with|settle for|put up with|abide by|lay down|vote for|vote in favour|vote in favor|green-light",
    "concede": "concede|give way|back down|relent|yield|give ground|capitulate|climb down|compromise|bow to",
    "reject": "reject|refuse|rule out|oppose|boycott|veto|rebuff|spurn|turn down|decline|deny|deride|dismiss|"
    "withdraw from|pull out|walk out|suspend|resist|vote against|storm out|block|object to|object|"
    "disown|shun|renounce|quit|walk away|scrap|call off|cancel|scoff at|brush aside|brush off|break off|"
    "abandon|freeze|repudiate|disavow|balk|stop|disagree|stay away",
    "accuse": "accuse|blame|denounce|allege|fault",
    "disapprove": "condemn|criticize|criticise|deplore|lament|slam|blast|lambast|lambaste|decry|regret|"
    "castigate|rebuke|censure|chide|assail|bemoan|protest|disapprove",
    "support": "support|back|welcome|praise|hail|applaud|endorse|commend|defend|side with|stand by|stand behind|"
    "champion|salute|laud|favour|favor|throw weight behind",
    "threaten": "threaten|vow|swear",
}
for _stance, _words in _TABLE.items():
    for _word in _words.split("|"):
        VERBS.setdefault(_word, _stance)

PARTICLES = frozenset(
    "for on upon to forward up out down against way ground from with by aside off behind at over "
    "away in".split()
)

PHRASES: tuple[tuple[str, str], ...] = (
    (
        r"(?:express(?:es|ed)?|voice[sd]?|reiterate[sd]?|reaffirm(?:s|ed)?|pledge[sd]?|declare[sd]?)\s+(?:\w+\s+){0,2}support(?:\s+for)?",
        "support",
    ),
    (
        r"(?:express(?:es|ed)?|voice[sd]?|raise[sd]?)\s+(?:\w+\s+){0,2}(?:concern|concerns|regret|alarm|dismay|anger|outrage|disappointment|unease|misgivings|reservations)(?:\s+(?:over|about|at))?",
        "disapprove",
    ),
    (
        r"(?:emphasi[sz]ed|stressed|underlined|underscored|highlighted|reiterated)\s+the\s+(?:importance of|need for|need to)",
        "support",
    ),
    (r"(?:remain(?:s|ed)?|is|are|was|were|been|be)\s+(?:\w+\s+)?committed\s+to", "support"),
    (r"(?:stand|stands|stood)\s+ready\s+to", "support"),
    (r"(?:took|takes?|taken)\s+exception(?:\s+to)?", "reject"),
    (r"(?:do|does|did)(?:\s+not|n['’]t)\s+(?:share|see\s+the\s+need\s+for)", "reject"),
    (
        r"(?:will|would|shall)\s+(?:not|never)\s+be\s+(?:party|moved|drawn|part)(?:\s+(?:to|on|of))?",
        "reject",
    ),
    (
        r"(?:do|does|did)(?:\s+not|n['’]t)\s+have\s+the\s+(?:means|power|powers|authority|mandate|resources|right)",
        "constraint",
    ),
    (
        r"(?:am|is|are|was|were|['’]m|['’]re)\s+(?:not|n['’]t)\s+in\s+a\s+position\s+to",
        "constraint",
    ),
    (
        r"(?:remains?|remained|is|are|was|were)\s+(?:\w+\s+)?(?:ready|prepared|willing)\s+to\s+(?:resume|host|go|return)\s+(?:\w+\s+){0,2}(?:talks|dialogue|negotiations|discussions|work|table)",
        "propose",
    ),
    (r"(?:is|are|was|were|be|been)\s+(?:\w+ly\s+)?(?:opposed|hostile)\s+to", "reject"),
    (r"(?:is|are|was|were)\s+(?:in\s+favou?r\s+of)", "support"),
    (
        r"(?:is|are|was|were|be|remains?|remained)\s+(?:\w+ly\s+)?(?:willing|ready|prepared|open|inclined)\s+to\s+(?:accept|sign|agree|consider|discuss|compromise)",
        "provisionally_accept",
    ),
    (r"(?:is|are|was|were|be|remains?|remained)\s+open\s+to", "provisionally_accept"),
    (
        r"(?:is|are|was|were|be|remains?|remained)\s+(?:(?:\w+ly|even|also|now|still|always)\s+)?(?:willing|ready|prepared)\s+to\s+(?!go\b|fight|attack|strike|use|respond|retaliate|defend|die|resume)\w+",
        "propose",
    ),
    (
        r"(?:is|are|was|were)\s+(?:not|n['’]t)\s+(?:\w+\s+)?(?:willing|ready|prepared|open|going)\s+to\s+\w+",
        "reject",
    ),
    (
        r"(?:made|makes|put|submitted|presented|tabled|issued)\s+(?:an?\s+)?(?:\w+\s+)?(?:offer|proposal|counter-?proposal)",
        "propose",
    ),
    (r"(?:issued|delivered|set|gave|made)\s+(?:an?\s+)?(?:\w+\s+)?ultimatum", "ultimatum"),
    (r"(?:in principle)", "provisionally_accept"),
    (r"(?:threw|throws?|thrown)\s+(?:its|his|her|their)\s+weight\s+behind", "support"),
    (r"(?:seeks?|sought|wants?|wanted)\s+no\s+(?:role|part)\b", "reject"),
    (r"(?:made|makes|making|offered)\s+(?:\w+\s+)?concessions?", "concede"),
    (
        r"(?:ha[sd]|have|sees?|saw)\s+no\s+(?:\w+\s+)?(?:plans?|intention|desire|wish)\s+(?:to|of|for)\s+\w+",
        "reject",
    ),
    (
        r"(?:do|does|did)(?:\s+not|n['’]t)\s+need\s+(?:\w+['’]s\s+|any\s+)?(?:permission|approval|advice|lessons?|lectur\w+|mediators?|help)",
        "reject",
    ),
    (r"(?:(?:would|will|to)\s+)?put\s+(?:\S+\s+){1,5}on\s+the\s+table", "propose"),
    (r"(?:laid|placed|put)\s+the\s+blame(?:\s+on)?", "accuse"),
    (
        r"(?:was|were|is|are)(?:\s+not|n['’]t)\s+(?:his|her|my|our|their|its)\s+(?:role|job|place)",
        "reject",
    ),
    (
        r"(?:little|nothing)\s+(?:else|more)\s+(?:that\s+)?(?:he|she|we|I|they|it)\s+(?:could|can)\s+do",
        "constraint",
    ),
    (r"(?:time|moment)\s+(?:is|was)\s+not\s+(?:yet\s+)?(?:right|ripe)(?:\s+for)?", "reject"),
    (r"(?:there\s+(?:will|can|would|could)\s+be\s+no)", "reject"),
    (
        r"(?:out\s+of\s+the\s+question|not\s+up\s+for\s+(?:discussion|negotiation)|non-?negotiable|a\s+non-?starter|a\s+red\s+line)",
        "reject",
    ),
)

SPEAKER_PHRASES: tuple[tuple[str, str], ...] = (
    (
        r"(?:deeply|gravely|seriously|extremely)\s+(?:troubled|alarmed|disturbed)",
        "disapprove",
    ),
    (r"(?:has|have|had)\s+until\s+(?:\w+\s+){1,5}?to\b", "ultimatum"),
    (
        r"(?:will|would|shall)\s+be\s+(?:met|answered)\s+with\s+(?:\w+\s+)?(?:force|fire|violence|response|retaliation)",
        "threaten",
    ),
    (
        r"(?:will|would|shall)\s+be\s+(?:dealt\s+with|punished|crushed|destroyed|wiped\s+out|made\s+to\s+pay)",
        "threaten",
    ),
    (
        r"(?:will|would|shall)\s+(?:face|suffer|bear)\s+(?:the\s+|\w+\s+){0,2}(?:consequences|retaliation|response|punishment)",
        "threaten",
    ),
    (r"(?:will|would|shall)\s+not\s+hesitate\s+to", "threaten"),
    (r"(?:will|would|shall)\s+pay\s+(?:the|a)\s+(?:\w+\s+)?price", "threaten"),
    (
        r"(?:will|would|can|could|shall)\s+be\s+no\s+[^.;,“”\"]{1,80}?\s(?:until|unless|before|without)\b",
        "condition",
    ),
)
"""Phrases whose holder is whoever speaks, not their subject."""

PROPOSALS = frozenset(
    "idea proposal plan draft text demand resolution offer condition term deal solution ultimatum "
    "compromise formula initiative measure status precondition request".split()
)
"""What one rejects by calling it unacceptable; anything else one disapproves of."""

ACCUSING = frozenset(
    "denial aggression provocation violation violations crimes atrocities massacre obstruction betrayal "
    "blackmail terrorism provocations".split()
)
"""Nouns with which a speaker accuses."""

EVALUATIVE = {
    "unacceptable": "disapprove",
    "absurd": "reject",
    "outrageous": "disapprove",
    "illegal": "accuse",
    "shameful": "disapprove",
    "irresponsible": "disapprove",
    "disgraceful": "disapprove",
    "intolerable": "disapprove",
    "regrettable": "disapprove",
    "deplorable": "disapprove",
    "baseless": "reject",
    "groundless": "reject",
    "one-sided": "reject",
    "ridiculous": "reject",
    "nonsense": "reject",
    "inadmissible": "reject",
    "illegitimate": "reject",
    "unfounded": "reject",
}
ACTS = frozenset(
    "attack strike retaliate respond bomb invade destroy sanction punish withdraw send shell cut close "
    "impose resume march block seize fight suspend expel halt quit leave pull deny revoke ban stop "
    "cancel freeze sue target kill hit shoot shut storm boycott walk veto sever".split()
)
"""What a threat threatens with."""

REFUSABLE = frozenset(
    "accept agree sign negotiate recognise recognize surrender allow tolerate permit withdraw attend "
    "take join meet talk compromise leave yield bow give hand discuss return participate resume "
    "relinquish release stop lift abandon back support consider concede retreat enter cede "
    "drop submit vote move pay budge step cooperate co-operate honour honor comply deal make let "
    "part trade sit come go rest put disarm demobilise demobilize blackmail bully intimidate pressure "
    "silence dictate rush coerce sway drag deter".split()
)
"""What one can be asked for: an imperative of these is a demand, with or without an object."""

OBLIGING = frozenset(
    "return resume reopen consider attend join rejoin sign accept talk negotiate meet withdraw release lift "
    "halt cease support back move agree discuss disarm hand reconsider participate cooperate co-operate "
    "recognise recognize repair ratify extend honour honor lay drop stop end approve open restore".split()
)
"""With 'would … if' what one would do for something is a condition."""

NOT_REFUSED = frozenset(
    "be hesitate have know think happen need work last see find want hope feel seem look become remain "
    "end get hear live die change mean matter believe forget understand cost hurt fall forgive regret".split()
)
"""With 'will not' these say what is, and refuse nothing."""

ADDRESSING = frozenset(
    "thank look see listen imagine believe remember say wait mind excuse pardon suppose think guess note "
    "hear bear let call have be forget ask tell come go give take get make show read try keep write".split()
)
"""Imperatives that ask a listener for attention, not for something to be done."""

LASTING = frozenset(
    "stay remain continue keep fight strike hold resist protest go occupy camp boycott".split()
)
"""With 'until' what one keeps doing is a condition: 'would stay out until'."""

THREATENED = frozenset("step measure action option sanction response".split())
"""What one considers, takes or weighs in a threat: 'will consider other steps if'."""

WILLING = frozenset("willing ready prepared open inclined".split())
CONDITIONS = (
    "only if",
    "unless",
    "until",
    "so long as",
    "as long as",
    "on condition that",
    "on the condition that",
    "provided that",
    "provided",
    "only when",
    "only after",
    "not before",
    "without",
    "except if",
    "if",
)
"""Openers of conditions, strongest first; 'if' counts only beside a stance."""
THINGS = frozenset("release road bridge price gap window number issue question point fact".split())
"""Nouns that never take a stance."""

NO_STANCE_SUBJECTS = frozenset(
    "deal agreement accord plan talks draft resolution text treaty document who which "
    "that it there this what proposal letter court law negotiation negotiations "
    "round session violence war fighting conflict process truce ceasefire cease-fire vote election move "
    "decision step attack report statement".split()
)
