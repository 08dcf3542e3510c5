"""Idioms that take a stance, as patterns: of their subject, or of whoever speaks.

The set phrases of reports stand in :mod:`goodoffices.reading.english.set_phrases`; these are the turns of
everyday English that negotiators and their reporters use.
"""

_OWN = r"(?:its|his|her|their|our|my|the|a|an|any|all)"
_GIVE = r"(?:give|gives|gave|given|giving)"
_TAKE = r"(?:took|taken)"
_MAKE = r"(?:make|makes|made|making)"
_THROW = r"(?:throw|throws|threw|thrown|throwing)"
_STAND = r"(?:stand|stands|stood|standing)"
_COME = r"(?:come|comes|came|coming)"
_BE = r"(?:is|are|was|were|be|been|remains?|remained|['’]s|['’]re)"
_NOT = r"(?:\s+not|n['’]t)"
_VERY = r"(?:(?:very|deeply|gravely|extremely|seriously|profoundly|really|increasingly|so|bitterly|truly|highly)\s+)"
_TALKS = (
    r"(?:talks?|dialogue|negotiations?|summit|conference|meetings?|session|vote|polls?|elections?)"
)
_DEAL = r"(?:deal|agreement|accord|pact|truce|compromise|understanding|settlement|treaty)"
_PLAN = r"(?:plan|proposal|draft|road\s?map|initiative|blueprint|formula|counter-?proposal|resolution|text|motion|bill|compromise)"

IDIOMS: tuple[tuple[str, str], ...] = (
    # demand
    (r"lobb(?:y|ies|ied|ying)\s+(?:\S+\s+){1,4}?to\b", "demand"),
    (r"(?:lay|lays|laid)\s+claim\s+to", "demand"),
    (
        r"(?:emphasi[sz]|stress|underlin|underscor|highlight|reiterat)(?:e[sd]?|es|ed|ing)?\s+the\s+(?:\w+\s+)?(?:necessity|urgency)\s+(?:of|for)",
        "demand",
    ),
    (
        r"order(?:s|ed)\s+(?:an?\s+|the\s+)?(?:\w+\s+){0,2}?(?:halt|end|stop|resumption|withdrawal|evacuation|release|closure|suspension|review|inquiry|investigation|probe)\b",
        "demand",
    ),
    # propose
    (
        rf"(?:present|unveil|submit|submitt|tabl|circulat|outlin|float)(?:e[sd]?|s|ed|ing)\s+{_OWN}\s+(?:[\w-]+\s+){{0,3}}?{_PLAN}\b",
        "propose",
    ),
    (r"(?:extend|issu|sen[dt])(?:s|e[sd]?|ed)?\s+an\s+invitation", "propose"),
    # accept
    (r"(?:said|says|say)\s+[“\"‘]?yes[”\"’]?\s+to", "accept"),
    (
        rf"{_GIVE}\s+{_OWN}\s+(?:\w+\s+)?(?:consent|assent|approval|blessing|nod|agreement)\s+(?:on\s+\w+day\s+)?(?:to|for)\b",
        "accept",
    ),
    (
        rf"{_GIVE}\s+(?:\w+\s+)?the\s+(?:green\s+light|go-?\s?ahead|nod|all-?\s?clear)(?:\s+(?:to|for))?",
        "accept",
    ),
    (
        rf"(?:struck|clinched|sealed|inked|hammered\s+out|thrashed\s+out|concluded)\s+(?:an?|the|their)\s+(?:[\w-]+\s+){{0,3}}?{_DEAL}\b",
        "accept",
    ),
    (rf"{_COME}\s+to\s+terms\s+(?:on|over)", "accept"),
    (r"(?:has|have|had)\s+no\s+objections?\s+to", "accept"),
    (r"undert(?:ake|akes|ook|aken|aking)\s+to\b", "accept"),
    (r"commit(?:s|ted|ting)?\s+(?:itself|themselves|himself|herself)\s+to", "accept"),
    # reject
    (r"(?:said|says|say)\s+[“\"‘]?no[”\"’]?\s+to", "reject"),
    (rf"turn(?:s|ed|ing)?\s+{_OWN}\s+backs?\s+on", "reject"),
    (r"(?:pour|pours|poured|throw|throws|threw)\s+cold\s+water\s+on", "reject"),
    (
        rf"sh(?:oot|oots|ot)\s+down\s+(?=(?:\S+\s+){{1,4}}?(?:{_PLAN}|idea|request|claim)\b)",
        "reject",
    ),
    (rf"{_GIVE}\s+short\s+shrift\s+to", "reject"),
    (rf"{_STAND}\s+firm\b", "reject"),
    (r"h(?:old|olds|eld)\s+out\s+against", "reject"),
    (r"d(?:ig|igs|ug)\s+in\s+(?:its|his|her|their)\s+heels", "reject"),
    (r"st(?:ick|icks|uck)\s+to\s+(?:its|his|her|their)\s+guns", "reject"),
    (rf"skip(?:s|ped|ping)?\s+(?:the\s+)?(?:[\w-]+\s+){{0,2}}?{_TALKS}\b", "reject"),
    (
        rf"(?:t(?:ear|ears|ore)|rip(?:s|ped)?)\s+up\s+(?:the|an?)\s+(?:[\w-]+\s+){{0,3}}?{_DEAL}\b",
        "reject",
    ),
    (r"renege[sd]?\s+on", "reject"),
    (r"contest(?:s|ed|ing)?\s+(?:the|that|this)\b", "reject"),
    (rf"{_BE}\s+(?:\w+\s+)?(?:unwilling|reluctant|loath)\s+to\b", "reject"),
    (r"sees?\s+no\s+(?:reason|need|point|basis|grounds|justification|sense)\b", "reject"),
    # accuse
    (rf"{_TAKE}\s+(?:\S+\s+){{1,3}}?to\s+court", "accuse"),
    # what is asked again, what is half granted
    (
        r"(?:repeat|reiterat|renew|restat|press)(?:ed|es|s|e|ing)?\s+(?:its|his|her|their)\s+(?:\w+\s+)?(?:demands?|calls?|appeals?|requests?|insistence)\b",
        "demand",
    ),
    (
        rf"{_GIVE}\s+(?:a\s+|its\s+)?(?:cautious|guarded|qualified|conditional|tentative|preliminary|lukewarm|provisional)\s+(?:approval|welcome|support|backing|endorsement|assent)\s+to",
        "provisionally_accept",
    ),
    # disapprove
    (
        rf"{_BE}\s+{_VERY}[“\"‘]?(?:disappointed|alarmed|dismayed|appalled|outraged|saddened|troubled|disturbed|upset|angry|unhappy)\b",
        "disapprove",
    ),
    # support
    (
        rf"(?:{_GIVE}|{_THROW}|lend|lends|lent)\s+{_OWN}\s+(?:\w+\s+)?(?:backing|support|weight|endorsement)\s+(?:to|behind)",
        "support",
    ),
    (rf"{_COME}\s+out\s+in\s+(?:favou?r|support)\s+of", "support"),
    (r"p(?:ay|ays|aid|aying)\s+tribute\s+to", "support"),
    # threaten
    (
        r"(?:will|would|['’]ll)\s+(?:retaliate|hit\s+back|strike\s+back|respond\s+in\s+kind|take\s+revenge|avenge|hunt\s+(?:\w+\s+)?down)\b",
        "threaten",
    ),
    (
        r"rais(?:e[sd]?|ing)\s+the\s+(?:prospect|possibility|spectre|specter|threat)\s+of",
        "threaten",
    ),
    (
        rf"{_BE}\s+(?:weighing|mulling|considering|preparing|contemplating)\s+(?!waiv|lift|eas|drop|a\s+waiver)(?:\w+\s+){{0,3}}?(?:sanctions|measures|retaliation|tariffs|strikes?|legal\s+action|military\s+action)\b",
        "threaten",
    ),
    (r"(?:will|would)\s+(?:go\s+on\s+)?strike\b(?!\s+(?:a|an|the)\b)", "threaten"),
    (
        r"(?:gave|serve[sd]?|issue[sd]?|give|gives)\s+(?:\w+\s+)?notice\s+of\s+(?:an?\s+)?(?:[\w-]+\s+)?strike",
        "threaten",
    ),
    # condition
    (
        rf"{_MAKE}\s+(?:\S+\s+){{1,5}}?(?:conditional|contingent|dependent)\s+(?:up)?on",
        "condition",
    ),
    # concede
    (
        rf"{_GIVE}\s+up\s+{_OWN}\s+(?:\w+\s+)?(?:claims?|demands?|rights?|insistence|weapons|arms)\b",
        "concede",
    ),
    (rf"{_GIVE}\s+in\s+to\b|cave[sd]?(?:\s+in)?\s+to\b", "concede"),
    (
        r"soften(?:s|ed|ing)?\s+(?:its|his|her|their)\s+(?:\w+\s+)?(?:stance|stand|position|tone|line|demands?|opposition|rhetoric)",
        "concede",
    ),
    # turns that take a side
    (rf"{_BE}\s+(?:\w+ly\s+)?(?:firmly|squarely|solidly|fully)\s+behind\b(?!\s+bars)", "support"),
    (rf"{_BE}\s+dead\s+set\s+against\b", "reject"),
    (r"slam(?:s|med)\s+the\s+door\s+on\b", "reject"),
    (rf"{_STAND}\s+shoulder\s+to\s+shoulder\s+with\b", "support"),
    (
        rf"{_COME}\s+r?ound\s+to\s+(?:the\s+|its\s+|his\s+|her\s+|their\s+)*(?:idea|view|plan|proposal|deal|offer|terms|position|park\S*\s+\w+\s+hours)\b",
        "accept",
    ),
    (
        r"add(?:s|ed)\s+(?:its|his|her|their)\s+voice\s+to\s+(?:the\s+|growing\s+)*calls?\s+for\b",
        "demand",
    ),
    (
        r"(?:lay|lays|laid)\s+out\s+(?:an?|the|its|his|her)\s+(?:[\w-]+\s+){0,2}?(?:plan|proposal|roadmap)\b",
        "propose",
    ),
    (rf"{_TAKE}\s+up\s+(?:an|the|its|their)\s+(?:offer|invitation)\b", "accept"),
    (rf"{_TAKE}\s+(?:\S+\s+){{1,4}}?to\s+task\b", "accuse"),
    (
        r"ma(?:de|kes?|king)\s+(?:[^.;,]{3,70}?)\s+an?\s+(?:pre)?condition\s+(?:for|of)\b",
        "condition",
    ),
)

SPOKEN: tuple[tuple[str, str], ...] = (
    # demand
    (
        r"(?:it\s+is|it['’]s)\s+(?:high\s+|now\s+|past\s+|about\s+)?time\s+(?:for|to|that|we|they|he|the)\b",
        "demand",
    ),
    (r"the\s+time\s+has\s+come\s+(?:for|to)\b", "demand"),
    (r"enough\s+is\s+enough", "demand"),
    (r"let\s+us\s+have\b", "demand"),
    (r"(?:is|was)\s+(?:an?\s+)(?:\w+\s+)?need\s+(?:for|to)\b", "demand"),
    (r"ought\s+(?:not\s+)?to\b", "demand"),
    # propose
    (
        r"(?<!to\s)let(?:\s+us|['’]s)\s+(?:sit|talk|meet|negotiate|discuss|work|start|begin|agree|build|move|go|resume|return|put)\b",
        "propose",
    ),
    # reject
    (
        r"there\s+(?:is|was)\s+nothing\s+(?:\w+\s+)?to\s+(?:negotiate|discuss|talk\s+about)",
        "reject",
    ),
    (
        r"there\s+will(?:\s+not|n['’]t)\s+be\s+(?:another|any|more)\b|there\s+won['’]t\s+be\s+(?:another|any|more)\b",
        "reject",
    ),
    (rf"(?:is|was|are)(?:{_NOT}|\s+no\s+longer)\s+an\s+option", "reject"),
    (r"off\s+the\s+table", "reject"),
    (r"not\s+one\s+\w+\s+(?:will|would|shall)\b", "reject"),
    (
        r"position\s+(?:has|had|have)(?:\s+not|n['’]t)\s+changed|position\s+(?:remains|remained|is)\s+unchanged",
        "reject",
    ),
    (
        rf"(?:do|does|did|will|would|wo|could|can){_NOT}\s+(?:negotiate|talk|deal|speak)\s+with\b",
        "reject",
    ),
    (r"too\s+(?:early|soon)\s+(?:for|to)\b(?!\s+(?:say|tell|know))", "reject"),
    (
        r"(?:is|are|was|were)(?:\s+not|n['’]t)\s+(?:up\s+for\s+)?(?:negotiable|negotiation|debate)|non-?negotiable",
        "reject",
    ),
    (r"without\s+(?:any\s+)?(?:foundation|merit|basis)\b", "reject"),
    (
        r"there\s+(?:is|are|was|were|has\s+been)\s+no\s+(?:(?:basis|truth)\b|(?:evidence|proof|record)(?=[^.;]{0,80}\b(?:fraud|wrong|abus|violat|crim|involv|interfer|manipulat|rigg|kill|weapon|corrupt|attack|collusion|cheat|misconduct|tortur|meeting|mistreat|transfer|funding|contact)))",
        "reject",
    ),
    # accuse
    (r"(?:as|like)\s+(?:a\s+)?human\s+shields?", "accuse"),
    (
        r"(?:has|have|had|with)\s+(?:\w+\s+){0,2}?blood\s+(?:\w+\s+){0,3}?on\s+(?:its|his|her|their)\s+hands",
        "accuse",
    ),
    (
        r"(?:tr(?:y|ies|ied|ying)|seek(?:s|ing)?|sought|attempt(?:s|ed|ing)?|want(?:s|ed|ing)?|aim(?:s|ed|ing)?|bent\s+on|efforts?|bid)\s+(?:to|at)?\s*(?:derail|undermin|sabotag|destabili[sz]|divid|provok|silenc|intimidat|mislead|exploit|destroy|scuttle|disrupt|isolat|discredit|blackmail|bully|impos|manipulat|politici[sz]|torpedo|wreck|weaken|interfer|fool|deceiv|crush)\w*",
        "accuse",
    ),
    (
        r"(?:is|are|was|were)\s+(?:\w+ly\s+)?(?:trying|seeking|attempting)\s+to\s+(?:\w+ly\s+)?(?:develop|build|make|acquire|obtain|produce)\s+(?:an?\s+)?(?:nuclear|atomic|chemical|biological)\s+(?:weapon|bomb|arms|device)s?",
        "accuse",
    ),
    (r"(?:trying|seeking|attempting)\s+to\s+(?:illegally|secretly|unlawfully)\s+\w+", "accuse"),
    (r"(?:is|are|was|were)(?:\s+not|n['’]t)\s+serious\b", "accuse"),
    (
        r"(?:has|have|had)(?:\s+not|n['’]t|\s+never)\s+(?:lived\s+up\s+to|kept\s+(?:its|their|his|her)|honou?red|fulfilled|complied|met\s+(?:its|their|his|her))\b",
        "accuse",
    ),
    (r"playing\s+for\s+time", "accuse"),
    (
        r"(?:is|are|was|were|amounts?\s+to|amounted\s+to|constitutes?|constituted|commit(?:s|ted|ting)?|as)\s+[“\"‘]?(?:an?\s+|the\s+)?(?:\w+\s+)?(?:war\s+crimes?|ethnic\s+cleansing|genocide|crimes?\s+against\s+humanity|collective\s+punishment|state\s+terrorism|acts?\s+of\s+(?:aggression|war|terror|terrorism|piracy|sabotage|provocation))\b",
        "accuse",
    ),
    # disapprove
    (r"(?:do|does|did|will|would)(?:\s+not|n['’]t)\s+help\b", "disapprove"),
    (r"send(?:s|ing)?\s+(?:the|a|an)\s+(?:\w+\s+)?wrong\s+(?:signal|message)", "disapprove"),
    (
        rf"(?:is|are|was|were){_NOT}\s+(?:\w+ly\s+)?(?:acceptable|helpful|right|fair|justified|appropriate|wise|constructive|reasonable|logical|democratic|credible|satisfactory|productive|conducive)\b",
        "disapprove",
    ),
    (
        r"(?:is|was|are|were)\s+(?:an?\s+)?(?:\w+\s+)?(?:unhelpful|counter-?productive)\b",
        "disapprove",
    ),
    # support
    (r"(?:an?|the)\s+(?:\w+\s+)?steps?\s+in\s+the\s+right\s+direction", "support"),
    (
        r"(?:we|i)(?:['’]re|\s+are|['’]m|\s+am)\s+(?:all\s+)?(?:on\s+(?:their|your|its)\s+side|with\s+(?:you|them))\b",
        "support",
    ),
    (r"(?:has|have|had)\s+(?:our|my|its|his|her|their)\s+full\s+support", "support"),
    # threaten
    (
        r"all\s+options\s+(?:are|were|remain|remained)\s+(?:on\s+the\s+table|open)",
        "threaten",
    ),
    (r"(?:will|would|['’]ll)\s+(?:\w+\s+)?regret\b", "threaten"),
    (r"playing\s+with\s+fire", "disapprove"),
    # condition
    (
        rf"\bno\s+(?:[\w-]+\s+)?(?:{_DEAL}|talks|negotiations|peace|cease-?fire|elections?|return|deals)\s+(?:without|until|unless|as\s+long\s+as|so\s+long\s+as|while|before)\b",
        "condition",
    ),
    # constraint
    (r"hands\s+(?:are|were)\s+tied", "constraint"),
    (
        r"(?:can|could)(?:not|\s+not|n['’]t|['’]t)\s+\w+\s+(?:\w+\s+){1,6}?for\s+(?:them|you)\b",
        "constraint",
    ),
    (
        r"(?:have|has|had)\s+neither\s+the\s+\w+\s+nor\s+(?:the\s+)?(?:\w+\s+)?(?:powers?|means|money|authority|mandate|resources|staff|right)\b",
        "constraint",
    ),
    (
        r"(?:has|have|had)\s+no\s+power\s+to|not\s+(?:\w+\s+)?in\s+(?:my|our|its|his|her|their)\s+power|powerless\s+to",
        "constraint",
    ),
    (
        r"(?:little|nothing)\s+(?:else\s+|more\s+)?(?:we|i|he|she|they|it|that\s+\w+)\s+(?:can|could)\s+do",
        "constraint",
    ),
    (
        r"(?:can|could)(?:not|n['’]t|['’]t)\s+do\s+(?:it|this|that|everything)\s+(?:alone|on\s+(?:my|our|its|their)\s+own)",
        "constraint",
    ),
    (
        r"(?:do|does|did)(?:\s+not|n['’]t)\s+have\s+(?:an?\s+|any\s+)?(?:magic\s+wand|army|leverage)\b",
        "constraint",
    ),
    (
        r"(?:have|has|had)\s+no\s+(?:army|troops|leverage|authority|mandate|means|magic\s+wand|way\s+to|influence|say\s+in)\b",
        "constraint",
    ),
    (
        r"(?:can|could)\s+only\s+(?:propose|suggest|ask|advise|recommend|urge|help|offer|try|listen|mediate|facilitate|report|hope|appeal)\b",
        "constraint",
    ),
    (r"all\s+(?:we|i|he|she|they|it)\s+(?:can|could)\s+do\s+(?:is|was)\b", "constraint"),
    (
        r"(?:can|could)\s+do\s+no\s+more\b|not\s+much\s+(?:more\s+|else\s+)?(?:we|i|he|she|they|it)\s+(?:can|could)\s+do",
        "constraint",
    ),
    (
        r"(?:am|['’]m|is|are|was|were)\s+(?:only|just|merely)\s+an?\s+(?:mediator|facilitator|messenger|observer|host|go-between)",
        "constraint",
    ),
    (
        r"beyond\s+(?:my|our|his|her|its|their)\s+(?:powers?|control|mandate|remit|competence)",
        "constraint",
    ),
    (
        r"mandate\s+(?:does|did)(?:\s+not|n['’]t)\s+(?:allow|permit|cover|include|extend)",
        "constraint",
    ),
    (
        r"(?:unable|powerless)\s+to\s+(?:force|impose|compel|stop|prevent|guarantee|do|help|act|intervene)\b",
        "constraint",
    ),
    (
        r"lack(?:s|ed)?\s+(?:the\s+)?(?:power|powers|means|money|authority|mandate|resources|troops|leverage|funds)\b",
        "constraint",
    ),
    # what is asked for something else
    (r"precondition\s+(?:for|of)\b", "condition"),
    (r"(?:is|are|was|were)(?:\s+not|n['’]t)\s+for\s+(?:me|us|him|her|them|it)\s+to\b", "reject"),
    (
        r"(?:will|would|shall)\s+be\s+(?:shot|punished|crushed|destroyed|killed|hunted|prosecuted|arrested|met\s+with|dealt\s+with|treated\s+as|severely|wiped\s+out|targeted)\b",
        "threaten",
    ),
    (
        r"(?:(?:we|I|he|she)\s+may|might)\s+(?:accept|agree|support|back|join|attend)\b",
        "provisionally_accept",
    ),
)
