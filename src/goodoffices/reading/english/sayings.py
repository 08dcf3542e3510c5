"""Everyday sayings that charge, judge, praise or refuse, as patterns: of whoever speaks, or of their subject.

They stand beside :mod:`goodoffices.reading.english.idioms`: what a report tells in ordinary words when it
lets somebody accuse ("looked the other way") or judge ("made a mockery of").
"""

_BE = r"(?:is|are|was|were|be|been|['’]s|['’]re)"
_HAVE = r"(?:has|have|had|['’]s|['’]ve)"
_NOT = r"(?:\s+not|n['’]t)"
_OWN = r"(?:its|his|her|their|our|my|your)"

SPOKEN: tuple[tuple[str, str], ...] = (
    # accuse
    (r"(?:look|looks|looked|looking)\s+the\s+other\s+way\b", "accuse"),
    (r"turn(?:s|ed|ing)?\s+a\s+blind\s+eye\b", "accuse"),
    (rf"drag(?:s|ged|ging)?\s+{_OWN}\s+(?:feet|heels)\b", "accuse"),
    (
        r"cook(?:s|ed|ing)?\s+(?:the|its|their)\s+(?:books|figures|numbers|accounts|results?)\b",
        "accuse",
    ),
    (r"s(?:weep|weeps|wept|weeping)\s+(?:\S+\s+){0,4}?under\s+the\s+(?:carpet|rug)\b", "accuse"),
    (
        r"put(?:s|ting)?\s+(?:profits?|politics|power|money|votes|ambition|self-interest|its\s+own|their\s+own|his\s+own)\s+(?:\S+\s+){0,2}?(?:before|ahead\s+of|above)\b",
        "accuse",
    ),
    (
        r"t(?:ore|orn)\s+up\s+the\s+(?:\w+\s+)?(?:accord|deal|agreement|truce|treaty|pact|contract|constitution)\b",
        "accuse",
    ),
    (
        rf"{_HAVE}{_NOT}\s+lifted\s+a\s+finger\b|(?:did|does|do){_NOT}\s+lift\s+a\s+finger\b",
        "accuse",
    ),
    (rf"lin(?:ed|ing)\s+{_OWN}\s+(?:own\s+)?pockets\b", "accuse"),
    (r"(?:hid|hidden|hiding|hides?)\s+behind\b", "accuse"),
    (
        r"us(?:e[sd]?|ing)\s+(?:the|this|that|its|their)\s+(?:truce|cease-?fire|pause|lull|talks)\s+to\s+(?:bring|re-?arm|regroup|smuggle|move|build|reinforce|resupply|dig|gain|buy)\b",
        "accuse",
    ),
    (
        r"as\s+an?\s+(?:\w+\s+)?(?:pretext|smokescreen|bargaining\s+chip|political\s+football|excuse)\b|under\s+the\s+(?:pretext|guise|cloak)\s+of\b",
        "accuse",
    ),
    (r"(?:dreamed|dreamt|cooked|trumped)\s+up\b", "accuse"),
    (r"double\s+standards\b|a\s+(?:\w+\s+)?witch-?\s?hunt\b|kangaroo\s+court\b", "accuse"),
    (rf"{_BE}\s+(?:\w+ly\s+)?(?:to\s+blame|complicit)\b", "accuse"),
    (r"bears?\s+(?:full|sole|the\s+\w+|heavy)?\s*responsibility\s+for\b", "accuse"),
    (
        r"in\s+(?:clear|flagrant|gross|open|direct|blatant|serious|grave)\s+(?:breach|violation|defiance)\s+of\b",
        "accuse",
    ),
    (
        r"fan(?:s|ned|ning)?\s+the\s+flames\b|pour(?:s|ed|ing)?\s+(?:oil|fuel)\s+on\s+the\s+(?:fire|flames)\b",
        "accuse",
    ),
    (r"(?:mov|shift)(?:e[sd]?|ed|ing|s)\s+the\s+goal-?posts\b", "accuse"),
    (
        r"(?:go|goes|went|gone|going)\s+back\s+on\s+(?:its|his|her|their)\s+(?:word|promise|pledge)",
        "accuse",
    ),
    (
        r"st(?:ole|olen|ealing|eal)\s+(?:the|this|an?|our)\s+(?:election|vote|presidency|land|water)\b",
        "accuse",
    ),
    (r"in\s+bad\s+faith\b|not\s+(?:\w+\s+){0,2}in\s+good\s+faith\b", "accuse"),
    (rf"{_HAVE}(?:\s+not|n['’]t|\s+never)\s+(?:even\s+)?bothered\s+to\b", "accuse"),
    (
        r"(?:is|are|was|were|nothing\s+but)\s+(?:cold-blooded|plain|outright|pure|sheer|daylight|premeditated|state)\s+(?:murder|slaughter|theft|robbery|extortion|treason|blackmail)\b",
        "accuse",
    ),
    (r"first\s+shots?\s+came\s+from\b", "accuse"),
    (r"stuff(?:ed|ing)\s+(?:the\s+)?ballot", "accuse"),
    (
        r"an?\s+deliberate\s+(?:attempt|attack|act|strike|policy|campaign|effort|decision)\b",
        "accuse",
    ),
    (
        rf"{_HAVE}\s+failed\s+to\s+(?:act|protect|prevent|stop|deliver|implement|honou?r|respond|intervene|comply|investigate|fulfil)\b",
        "accuse",
    ),
    # disapprove
    (
        r"(?:do|does|did|doing|done)\s+(?:nobody|no\s+one|anyone|the\s+\w+)?\s*(?:any|no|little)\s+(?:good|favou?rs)\b|(?:did|does|do)\s+nobody\s+any\s+good\b",
        "disapprove",
    ),
    (r"an?\s+(?:sad|dark|black|shameful|bleak)\s+(?:day|chapter|moment|hour)\b", "disapprove"),
    (r"m(?:ake|akes|ade|aking)\s+a\s+mockery\s+of\b", "disapprove"),
    (rf"{_BE}{_NOT}\s+(?:nearly\s+|remotely\s+|good\s+){{1,2}}enough\b(?!\s+to\b)", "disapprove"),
    (r"f(?:all|alls|ell|alling|allen)\s+(?:far|well)\s+short\b", "disapprove"),
    (
        r"(?:hard|difficult)\s+to\s+(?:understand\s+why|justify|stomach|swallow|fathom)\b",
        "disapprove",
    ),
    (r"add(?:s|ed)\s+insult\s+to\s+injury\b", "disapprove"),
    (r"(?:step|move)s?\s+(?:in\s+the\s+wrong\s+direction|backwards?)\b", "disapprove"),
    (
        r"(?:leaves?|left)\s+(?:much|a\s+lot)\s+to\s+be\s+desired\b|too\s+little,?\s+(?:and\s+)?too\s+late\b",
        "disapprove",
    ),
    (r"(?:go|goes|went|gone|going)\s+too\s+far\b(?!\s+(?:from|out|north|south))", "disapprove"),
    (r"a\s+recipe\s+for\s+(?:\w+\s+)?(?:disaster|chaos|war|trouble|conflict)\b", "disapprove"),
    (
        rf"{_BE}\s+an?\s+(?:bitter|bad|grave|serious|terrible|costly|historic|huge|big|heavy|devastating|severe)\s+(?:blow|mistake|error|precedent|idea|failure|joke)\b(?!\s+to\s+the\s+(?:head|chest|body|neck|skull))",
        "disapprove",
    ),
    (r"sets?\s+a\s+(?:dangerous|bad|terrible|worrying)\s+precedent\b", "disapprove"),
    (
        r"(?:this|that)\s+(?:is|was)\s+no\s+way\s+to\b|serve[sd]?\s+no\s+(?:useful\s+)?purpose\b",
        "disapprove",
    ),
    # support
    (r"exactly\s+what\s+(?:\w+\s+)?(?:is|was|were|are|\w+)\s+need(?:ed|s)?\b", "support"),
    (
        rf"(?:{_BE})\s+(?:an?|the)\s+(?:\w+ly\s+)?(?:brave|courageous|wise|bold|welcome|encouraging|right)\s+(?:decision|step|move|choice|gesture|thing)\b(?!\s+to\s+do\b)",
        "support",
    ),
    (
        r"deserve[sd]?\s+(?:the\s+|our\s+|every\s+|full\s+)?(?:backing|support|credit|praise|applause)\b",
        "support",
    ),
    (rf"{_BE}\s+an?\s+(?:example|model|inspiration)\s+(?:to|for)\b", "support"),
    (r"a\s+victory\s+for\s+(?:common\s+sense|democracy|justice|peace|reason)\b", "support"),
    # reject
    (r"never\s+see\s+the\s+light\s+of\s+day\b|dead\s+on\s+arrival\b", "reject"),
    (r"not\s+worth\s+the\s+paper\b|a\s+fairy\s?-?tale\b", "reject"),
    (rf"{_BE}{_NOT}\s+about\s+to\b", "reject"),
    (r"(?:nobody|no\s+one)\s+(?:is|was)\s+going\s+anywhere\b", "reject"),
    (r"(?:this|now)\s+(?:is|was)\s+(?:no|not\s+the)\s+time\s+(?:for|to)\b", "reject"),
    (
        r"(?:will|would)\s+(?:go|press|push|forge)\s+(?:ahead|on)\s+(?:\S+\s+){0,4}?despite\b(?!\s+(?:the\s+)?(?:heavy\s+)?(?:weather|rain|snow|wind|heat))",
        "reject",
    ),
    (rf"{_BE}{_NOT}\s+for\s+sale\b", "reject"),
    (r"(?:do|does|did)(?:\s+not|n['’]t)\s+(?:violate|breach)\b", "reject"),
    (r"\bthere\s+can(?:not|\s+not|['’]t)\s+be\s+any\b", "reject"),
    (rf"(?:{_BE}|may|might\s+be|be)\s+off[-\s]limits\b", "reject"),
    (rf"{_HAVE}\s+nothing\s+to\s+do\s+with\b", "reject"),
    (rf"{_BE}\s+nothing\s+of\s+the\s+(?:sort|kind)\b", "reject"),
    # threaten
    (r"(?:will|would)\s+do\s+the\s+same\s+to\b", "threaten"),
    (r"(?:will|would)\s+be\s+(?:seized|shot\s+down|destroyed|sunk)\b", "threaten"),
    (r"(?:pay|paying)\s+(?:dearly|an?\s+(?:heavy|high|terrible|steep|dear)\s+price)\b", "threaten"),
    (
        r"(?:be|being)\s+(?:regarded|considered|seen|treated|viewed)\s+as\s+(?:an?\s+)?(?:legitimate\s+|military\s+){1,2}targets?\b",
        "threaten",
    ),
    (r"go\s+home\s+in\s+(?:boxes|coffins|body\s?bags)\b|heads\s+will\s+roll\b", "threaten"),
    (r"(?:will|would)\s+not\s+be\s+safe\b|gates\s+of\s+hell\b|show\s+no\s+mercy\b", "threaten"),
    # condition
    (r"on\s+one\s+condition\b", "condition"),
    (
        r"(?:could|can|may|will|would)\s+(?:only\s+\w+|\w+\s+only)\s+(?:after|if|when|once)\b",
        "condition",
    ),
    (rf"{_BE}\s+an?\s+(?:pre-?condition|prerequisite)\s+for\b", "condition"),
    # constraint
    (rf"{_BE}\s+in\s+no\s+position\s+to\b", "constraint"),
    (
        r"(?:not\s+much|little)\s+(?:else\s+|more\s+)?(?:he|she|we|they|it|I)\s+(?:can|could)\s+(?:offer|promise|give)\b",
        "constraint",
    ),
)
"""By these whoever speaks takes a stance on what others do."""

PERSONAL: tuple[tuple[str, str], ...] = (
    (r"pull(?:s|ed)?\s+the\s+plug\s+on\b", "reject"),
    (
        r"(?:would|will)\s+(?:regard|treat|consider|see|view)\s+(?:\S+\s+){1,8}?as\s+an?\s+(?:hostile\s+act|act\s+of\s+(?:war|aggression)|declaration\s+of\s+war)\b",
        "threaten",
    ),
    (
        r"st(?:and|ands|ood|anding)\s+with\s+(?:the\s+)?(?:people|workers|nation|victims|government|families)\b",
        "support",
    ),
    (rf"{_BE}\s+(?:\w+ly\s+)?outspoken\s+in\s+support\s+of\b", "support"),
    (
        rf"(?:{_BE}|am|['’]m)\s+[“\"‘]?proud\s+to\s+(?:be\s+part\s+of|support|stand)\b",
        "support",
    ),
    (
        rf"(?:drop(?:s|ped)?|shelve[sd]?)\s+{_OWN}\s+(?:\w+\s+)?(?:plans?|proposals?|bid)\b",
        "concede",
    ),
    (
        r"warn(?:s|ed)?\s+(?:\S+\s+){1,5}?of\s+[“\"‘]?(?:grave|serious|dire|severe|harsh)\s+consequences\b",
        "threaten",
    ),
    (
        r"(?:would|will|could)\s+consider\s+(?:imposing\s+|new\s+|further\s+)?sanctions\b",
        "threaten",
    ),
    (r"c(?:an|ould)\s+do\s+(?:little|nothing)\b(?!\s+wrong)", "constraint"),
    (r"(?:is|was)\s+being\s+forced\s+to\b", "constraint"),
    (r"sp(?:eak|eaks|oke|oken|eaking)\s+(?:warmly|highly|well)\s+of\b", "support"),
    (r"saw\s+no\s+(?:reason|need|point|basis|grounds|sense)\s+to\b", "reject"),
    (
        r"c(?:ome|omes|ame)\s+up\s+with\s+(?:an?|the|its|their)\s+(?:\w+\s+){0,2}?(?:plan|proposal|compromise|offer|blueprint|peace\s+formula)\b",
        "propose",
    ),
    (
        r"back(?:s|ed|ing)?\s+(?:away|down|off)\s+(?:from|on)\s+(?:its|his|her|their|the|an?)\s+(?:\w+\s+)?(?:plan|demand|threat|call|pledge|promise|proposal|idea|position|claim|decision)s?\b",
        "concede",
    ),
    (
        rf"met\s+(?:\S+\s+){{1,3}}?half-?\s?way\b|water(?:s|ed)?\s+down\s+{_OWN}\s+(?:demands?|conditions?)",
        "concede",
    ),
    (
        r"g[ai]ve(?:s|n)?\s+(?:\S+\s+){1,4}?a\s+(?:cautious|qualified|guarded|conditional)\s+(?:yes|welcome|nod)\b",
        "provisionally_accept",
    ),
    (r"(?:will|would)\s+respect\s+the\s+(?:result|outcome|verdict|decision|ruling)s?\b", "accept"),
    (
        r"wants?\s+nothing\s+to\s+do\s+with\b|w(?:ash|ashes|ashed)\s+(?:its|his|her|their)\s+hands\s+of\b",
        "reject",
    ),
    (
        r"(?:take|takes|took|taking)\s+(?:its|his|her|their)\s+(?:business|money|custom|ships|factories)\s+elsewhere\b",
        "threaten",
    ),
)
"""By these their subject takes the stance."""
