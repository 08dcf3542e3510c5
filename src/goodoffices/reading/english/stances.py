"""Words that take a stance, by stance; particles and prepositions after a blank."""

VERBS: dict[str, str] = {}
_TABLE = {
    "demand": "demand|call for|call on|call upon|urge|ask for|seek|press for|push for|appeal for|appeal to|appeal|"
    "insist on|request|implore|exhort|beseech|petition|plead for|plead with|press|lobby for|echo|insist upon|"
    "ask|want|require|expect|clamour for|clamor for|agitate for|campaign for|order|instruct|pressure|tell|hold out for|clamour|plead",
    "propose": "propose|offer|invite|put forward|table|volunteer|float|recommend|suggest",
    "accept": "accept|agree|approve|sign|consent|adopt|ratify|acquiesce|assent|extend|sign up|initial|embrace|"
    "live with|go along with|settle for|put up with|abide by|lay down|vote for|vote in favour|vote in favor|green-light|pledge|promise",
    "concede": "concede|give way|back down|relent|yield|give ground|capitulate|climb down|compromise|bow to",
    "reject": "reject|refuse|rule out|oppose|boycott|veto|rebuff|spurn|turn down|decline|deny|deride|dismiss|"
    "withdraw from|pull out|walk out|suspend|resist|vote against|storm out|block|object to|object|"
    "disown|shun|renounce|walk away|scoff at|brush aside|brush off|break off|"
    "repudiate|disavow|balk|disagree|stay away|disregard|dispute|push back|stop|decide|choose|opt|call off|scrap|cancel|abandon|terminate|freeze|postpone",
    "accuse": "accuse|blame|denounce|fault|allege",
    "disapprove": "condemn|criticize|criticise|deplore|lament|slam|blast|lambast|lambaste|decry|regret|"
    "hit out|lash out|castigate|rebuke|censure|chide|assail|bemoan|protest|protest against|disapprove|complain|chastise|reprimand|scold",
    "support": "support|back|welcome|praise|hail|applaud|endorse|commend|side with|stand by|stand behind|co-sponsor|"
    "champion|salute|laud|favour|favor|throw weight behind|thank",
    "threaten": "threaten|vow|swear|warn",
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
    (r"(?:is|are|was|were|be|been)\s+(?:\w+ly\s+)?(?:opposed|hostile)\s+to", "reject"),
    (r"(?:is|are|was|were)\s+(?:in\s+favou?r\s+of)", "support"),
    (r"(?:is|are|was|were|be|remains?|remained)\s+open\s+to", "provisionally_accept"),
    (r"(?:is|are|was|were)\s+(?:not|n['’]t)\s+(?:\w+\s+)?going\s+to\s+\w+", "reject"),
    (
        r"(?:made|makes|put|submitted|presented|tabled|issued)\s+(?:an?\s+)?(?:\w+\s+)?(?:offer|proposal|counter-?proposal)",
        "propose",
    ),
    (
        r"(?:issued|delivered|set|gave|given|made|imposed)\s+(?:\w+\s+){0,3}?(?:ultimatum|deadline)",
        "ultimatum",
    ),
    (
        r"(?:keep|keeps|kept|keeping|leave|leaves|left|leaving)\s+(?:the|a)\s+(?:door|window)\s+(?:wide\s+)?open(?:ed)?(?:\s+(?:to|for))?",
        "propose",
    ),
    (r"(?:extend(?:s|ed)?|offer(?:s|ed)?|held\s+out)\s+(?:an?|the)\s+olive\s+branch", "propose"),
    (
        r"(?:express(?:es|ed)?|indicate[sd]?|signal(?:s|led|ed)?|show(?:s|ed)?)\s+(?:its|his|her|their|an?)\s+(?:\w+\s+)?interest\s+in",
        "propose",
    ),
    (
        r"(?:express(?:es|ed)?|indicate[sd]?|signal(?:s|led|ed)?|confirm(?:s|ed)?|reiterate[sd]?)\s+(?:\w+\s+){0,2}(?:readiness|willingness)\s+to",
        "accept",
    ),
    (r"(?:ha[sd]|have|show(?:s|ed)?)\s+(?:no|little)\s+interest\s+in", "reject"),
    (r"(?:is|are|was|were)\s+in\s+(?:\w+\s+)?agreement\s+(?:with|on|about)", "accept"),
    (
        r"file[sd]?\s+(?:an?\s+)?(?:\w+\s+)?(?:complaint|lawsuit|suit|case|charges)\s+against",
        "accuse",
    ),
    (
        r"(?:reiterate[sd]?|repeat(?:s|ed)?|renew(?:s|ed)?|echo(?:es|ed)?|join(?:s|ed)?|led|leads?)\s+(?:\w+\s+){0,2}calls?\s+(?:for|on|to)\b",
        "demand",
    ),
    (
        r"(?:express(?:es|ed)?|voice[sd]?|ha[sd]|have|reiterate[sd]?)\s+(?:\w+\s+){0,2}confidence\s+in",
        "support",
    ),
    (r"claim(?:s|ed|ing)?\s+sovereignty(?:\s+over)?", "demand"),
    (
        r"(?:express(?:es|ed)?|voice[sd]?)\s+(?:\w+\s+){0,2}[“\"]?(?:\w+\s+)?(?:understanding|appreciation|gratitude)",
        "support",
    ),
    (r"(?:desire|wish)\s+to\s+see", "demand"),
    (
        r"(?:put|puts|putting|exert(?:s|ed|ing)?|keep(?:s|ing)?|kept)\s+(?:\w+\s+){0,2}pressure\s+on",
        "demand",
    ),
    (r"lodged?\s+(?:an?\s+|the\s+)?(?:\w+\s+)?(?:complaint|protest)s?", "disapprove"),
    (
        r"(?:is|are|was|were)(?:\s+not|n['’]t)\s+(?:\w+\s+)?(?:interested\s+in|worth\s+\w+ing)",
        "reject",
    ),
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
        r"(?:is|was|are|were|be)\s+[“\"']?(?:vital|essential|crucial|imperative|necessary|urgent)\s+(?:that|to|for)\b",
        "demand",
    ),
    (
        r"(?:is|was|are|were|as)\s+(?:\w+\s+)?[“\"']?an?\s+(?:very\s+)?(?:good|positive|important|welcome|significant|major|big|historic)\s+(?:first\s+)?(?:step|move|development|sign|achievement|opportunity)",
        "support",
    ),
    (
        r"(?:will|would|shall)\s+have\s+to\s+(?:take|bear|face)\s+(?:\w+\s+){0,2}(?:responsibility|consequences)",
        "threaten",
    ),
    (r"door\s+(?:\w+\s+){0,3}?(?:remains|is|stays)\s+open", "propose"),
    (
        r"(?:would|will|could|to)\s+(?:only\s+)?make\s+(?:things|matters|the\s+situation)\s+(?:even\s+)?worse",
        "disapprove",
    ),
    (
        r"have\s+(?:an?\s+)?[“\"]?(?:very\s+)?negative\s+(?:impact|effect|consequences)",
        "disapprove",
    ),
    (
        r"(?:is|are|was|were)\s+(?:\w+\s+)?responsible\s+for\s+(?:\S+\s+){0,3}?(?:attacks?|bombs?|bombings?|deaths?|killings?|violence|delays?|failure|crisis|deadlock|massacres?|shelling)",
        "accuse",
    ),
    (r"(?:will|would)\s+have\s+(?:\w+\s+){0,2}consequences", "threaten"),
    (r"(?:will|would)\s+depend\s+on|(?:is|are|was|were)\s+conditional\s+on", "condition"),
    (
        r"(?:ha[sd]|have|be|is|play|plays)?\s*no\s+(?:role|place|future|part)\s+(?:for|in)\b",
        "reject",
    ),
    (r"no\s+(?:basis|bases|truth|foundation|grounds)\s+(?:in|of|to|for)\b", "reject"),
    (r"(?:is|was|are|were)\s+only\s+possible\s+if", "condition"),
    (
        r"impossible\s+to\s+\w+\s+(?:\w+\s+){0,3}(?:without|unless|until)",
        "condition",
    ),
    (
        r"there\s+(?:will|would|could|can|may)\s+be\s+(?:\w+\s+){0,2}(?:consequences|retaliation|walkouts|strikes|reprisals)",
        "threaten",
    ),
    (
        r"(?:\w+\s+)?(?:measures|action|steps)\s+(?:will|would)\s+be\s+taken",
        "threaten",
    ),
    (r"(?:is|was|are|were)\s+to\s+blame(?:\s+for)?", "accuse"),
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
    "compromise formula initiative measure status precondition request ceasefire cease-fire truce pause "
    "arrangement deployment partition presence notion".split()
)
"""What one rejects by calling it unacceptable; anything else one disapproves of."""

PRAISING = frozenset(
    "milestone historic constructive positive breakthrough success victory welcome heroes".split()
)
"""With 'called it …' these praise."""

MILD = frozenset("useful important fruitful helpful encouraging frank best final".split())
"""With 'called it …' these neither praise nor blame."""

WORRIED = frozenset(
    "alarmed concerned worried outraged appalled dismayed disappointed shocked saddened troubled "
    "perplexed angered sceptical skeptical critical disturbed frustrated unhappy wary horrified".split()
)
"""'is … by, at, about, of' what one disapproves of."""

PLEASED = frozenset(
    "happy optimistic pleased encouraged grateful heartened supportive appreciative thankful".split()
)
"""'is … about, with, of' what one supports."""

MEETING = frozenset("meet talk discuss hold agree negotiate cooperate co-operate work sign".split())
"""'is ready to …': what one agrees to; other acts one offers."""

GIVING_UP = frozenset("withdraw modify pause drop relinquish yield leave concede".split())
"""'is willing to …': what one gives up."""

AT_RISK = frozenset(
    "security peace stability existence future integrity sovereignty enjoyment rights right lives life "
    "safety economy livelihood process interests unity health".split()
)
"""What is threatened without a threat being made: 'threatens regional security'."""

WRONGS = frozenset(
    "undermine violate breach obstruct sabotage provoke destabilise destabilize trample interfere meddle "
    "harass fabricate distort mislead lie cheat rig exploit ignore disregard block hinder impede hamper "
    "jeopardise jeopardize endanger threaten sponsor harbour harbor commit perpetrate massacre torture "
    "persecute discriminate collude conspire plot stoke incite deceive betray weaken disrupt derail "
    "trample bully intimidate politicise politicize fuel weaponise weaponize hamper".split()
)
"""Said of somebody else, these accuse."""

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
    "false": "reject",
    "untrue": "reject",
    "hoax": "reject",
    "meaningless": "reject",
    "objectionable": "disapprove",
    "flawed": "disapprove",
    "unfair": "disapprove",
    "unjust": "disapprove",
    "unlawful": "disapprove",
    "unconstitutional": "disapprove",
    "undemocratic": "disapprove",
    "counterproductive": "disapprove",
    "counter-productive": "disapprove",
    "short-sighted": "disapprove",
    "inappropriate": "disapprove",
    "unhelpful": "disapprove",
    "provocative": "disapprove",
    "hypocritical": "disapprove",
    "reckless": "disapprove",
    "disastrous": "disapprove",
    "inhumane": "disapprove",
    "offensive": "disapprove",
    "damning": "disapprove",
    "unfortunate": "disapprove",
    "waste": "disapprove",
    "reprehensible": "disapprove",
    "inconsistent": "disapprove",
    "travesty": "disapprove",
    "insulting": "disapprove",
    "insult": "disapprove",
    "disgrace": "disapprove",
    "scandalous": "disapprove",
    "cynical": "disapprove",
    "futile": "disapprove",
    "pointless": "disapprove",
    "inadequate": "disapprove",
    "insufficient": "disapprove",
    "misguided": "disapprove",
    "misleading": "disapprove",
    "immoral": "disapprove",
    "inexcusable": "disapprove",
    "unjustified": "disapprove",
    "unwarranted": "disapprove",
    "excessive": "disapprove",
    "disproportionate": "disapprove",
    "indiscriminate": "accuse",
    "barbaric": "disapprove",
    "cowardly": "disapprove",
    "heinous": "disapprove",
    "appalling": "disapprove",
    "abhorrent": "disapprove",
    "despicable": "disapprove",
    "foolish": "disapprove",
    "naive": "disapprove",
    "ludicrous": "reject",
    "laughable": "reject",
    "propaganda": "disapprove",
    "lie": "reject",
    "lies": "reject",
    "fabrication": "reject",
    "slander": "reject",
    "biased": "accuse",
    "unrealistic": "disapprove",
    "unreliable": "disapprove",
    "setback": "disapprove",
    "mistake": "disapprove",
    "farce": "disapprove",
    "sham": "disapprove",
    "rigged": "accuse",
    "fraudulent": "accuse",
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
THINGS = frozenset(
    "release road bridge price gap window number issue question point fact dispute rhetoric evidence "
    "crisis tax taxes sanctions subsidy charge figure presence absence record law constitution".split()
)
"""Nouns that never take a stance."""

NO_STANCE_SUBJECTS = frozenset(
    "deal agreement accord plan talks draft resolution text treaty document who which "
    "that it there this what proposal letter court law negotiation negotiations "
    "round session violence war fighting conflict process truce ceasefire cease-fire vote election move "
    "decision step attack report statement".split()
)
