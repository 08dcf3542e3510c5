"""Words for bodies: how their names end, and what they are called the second time."""

NAME_HEADS = frozenset(
    """army front council ministry league union party movement group organization organisation agency
    department committee commission court force forces brigade brigades coalition alliance congress
    parliament senate assembly authority bureau office bank fund centre center institute university
    foundation association federation company corporation service services network institution
    observatory watch international crescent cross guard corps command board secretariat mission
    house kremlin pentagon knesset duma bundestag administration government cabinet club society
    programme program fund initiative confederation communion church forum tribunal chamber times
    post herald news tv television radio agency newspaper daily press journal militia regiment
    battalion squad collective syndicate conference convention accord nations states republic district
    directorate embassy brotherhood jihad watchdog trust inc corp ltd plc university airlines police
    navy authority utility operator works water energy mining steel ports railways motors holdings partners
    systems industries foods gas oil chemicals airways shipping lines cooperative panchayat growers workers
    farmers fighters rebels
    dairy bakery brewery distillery textiles pharma pharmaceuticals logistics studios hospital clinic school
    college museum zoo theatre copper cement fisheries telecom telecoms mobile software technologies labs laboratories
    electronics insurance securities ventures hotel hotels resorts airline
    instituto ministerio ministério partido frente movimiento movimento comisión comissão asociación
    conseil mouvement parti ligue syndicat médecins comité front""".split()
)
"""Words with which a body's name ends: 'army', 'council', 'works'."""

BANKS = frozenset(
    {
        "west bank",
        "east bank",
        "left bank",
        "right bank",
        "south bank",
        "outer banks",
        "grand banks",
    }
)
"""Land at a river or the sea, no body that lends."""

NAMELESS = frozenset("brexit covid coronavirus christmas easter ramadan obamacare".split())
"""Written with a capital, these name neither a person nor a body."""

CIVIL = frozenset(
    "guild association federation party campaign bank society institute chamber church university academy "
    "confederation league union club trust authority board".split()
)
"""Bodies that may bear a country's name: 'Writers Guild of America', 'Campaign for Burma'."""

MEDIA = frozenset(
    "agency newspaper paper channel television network daily radio website broadcaster".split()
)
"""'the newspaper' a second time, 'the Interfax news agency'."""

PRINTED = frozenset("newspaper paper daily weekly magazine tabloid broadsheet".split())
"""Before a paper's name: 'the newspaper "TRUD"'."""

FOLLOWERS = frozenset(
    "rebels fighters militants insurgents guerrillas troops forces movement group militia party".split()
)
"""'the Karo rebels': who goes by the name of a body."""

PRESS = frozenset(
    "agency newspaper paper daily radio television tv channel broadcaster magazine website media "
    "report reports".split()
)
"""Who only passes words on."""

APPOSED = frozenset(
    "body airline carrier bank club charity broadcaster automaker carmaker manufacturer retailer insurer lender party union group movement organization organisation agency service company firm association "
    "alliance coalition league federation council watchdog newspaper".split()
)
"""'the biggest party, the Ulster Unionists': beside these the body is named."""

MET_AGAIN = frozenset(
    "charity guild association society campaign alliance coalition bank corporation bureau institute chamber tribunal fund foundation "
    "group organisation organization body bloc agency ministry council party movement army union "
    "commission league front court company firm federation airline carrier automaker carmaker lender insurer "
    "retailer manufacturer brewer miner operator conglomerate drugmaker planemaker panel bourse exchange club "
    "cartel military museum university hospital school college church theatre studio network charity department authority board service trust".split()
)
"""'the guild' a second time: the body named before."""

FIRMS = frozenset(
    "company firm airline carrier automaker carmaker lender insurer retailer manufacturer brewer miner "
    "operator conglomerate supplier contractor bank drugmaker planemaker shipbuilder producer startup "
    "publisher group giant maker chain corporation".split()
)
"""'the airline' a second time: a company named before."""

SHORT = {
    "panel": "committee|commission|panel|board|court",
    "bourse": "exchange|bourse",
    "exchange": "exchange",
    "army": "army|military",
    "military": "army|military",
    "tribunal": "tribunal|court",
    "cartel": "OPEC|cartel",
    "lobby": "association|federation|council",
    "party": "party|front|democratic|democrats|socialists|liberals|conservatives|greens|republicans",
    "club": "club|united|city|FC",
}
"""Words by which a body named otherwise is called again, with a pattern of its name."""

DESCRIBED = frozenset(
    "group organisation organization watchdog newspaper daily agency council bloc court commission".split()
)
"""'the 15-nation council': found again though something describes it."""

OF_STATE = frozenset(
    """ministry foreign defense defence interior finance health justice trade energy agriculture
    supreme constitutional court parliament senate army navy air force national assembly security
    council central bank government cabinet presidency electoral election commission police of
    external affairs information education""".split()
)
"""What every state has: 'Foreign Ministry' alone is no name."""

KINDS = frozenset(
    "ministry commission committee council office authority union federation fund bank agency court tribunal "
    "mission department government congress parliament senate assembly board bureau secretariat".split()
)
"""Words that name a body by its kind: with a capital one of them stands for the body named before."""

CALLED_BY_HEAD = KINDS | frozenset(
    "front party league movement alliance coalition army forum congress group society association "
    "institute university corporation".split()
)
"""'the Front' after 'Front for Unity', 'the League' after 'Democratic League'."""

AIMING = frozenset(
    "front movement alliance party coalition council congress forum forces union committee".split()
)
"""Bodies with 'for' in their names: 'Front for Unity', 'Alliance for Change'."""

PLATFORMS = frozenset(
    "telegram twitter facebook whatsapp weibo wechat instagram youtube tiktok signal viber vkontakte".split()
)
"""Where things are posted: 'on its Telegram channel the group said' is not Telegram's."""

_ARMED = (
    r"hamas|hezbollah|hizbollah|taliban|islamic state|\bisis\b|al-qaeda|al-shabab|shabaab|boko haram|\bpkk\b|\bfarc\b|"
    r"\bm23\b|houthis|ansar|islamic jihad|nusra|tahrir al-sham|abu sayyaf|tamil tigers|\bltte\b|lord['’]s resistance|"
    r"\blra\b|\beln\b|\bira\b|seleka|janjaweed|lashkar|jaish|brigades?\b|liberation (?:army|front)"
)

SORTS: dict[str, str] = {
    **dict.fromkeys(
        ("militant", "armed", "islamist", "jihadist", "extremist", "terrorist"), _ARMED
    ),
    "rebel": _ARMED + r"|\bfront\b|movement|resistance|forces",
    "rights": r"rights|amnesty|committee to protect|freedom|reporters without",
    "aid": r"red cross|red crescent|oxfam|relief|doctors|médecins|medecins|save the children|refugee council|caritas",
    "medical": r"doctors|médecins|medecins",
    "environmental": r"greenpeace|earth|wildlife|\bwwf\b|climate|nature",
    "bloc": r"union|\b[ea]u\b|ecowas|asean|arab league|cooperation council|\bgcc\b|sadc|igad|brics|mercosur|\bg(?:7|8|20)\b|"
    r"commonwealth|alliance|coalition",
    "alliance": r"\bnato\b|alliance",
    "movement": _ARMED + r"|fatah|movement|brotherhood",
}
"""What says of what sort a body is ('the militant group', 'the bloc'), with a pattern of names of that sort."""

STATELY = (
    r"\b(?:court|tribunal|army|military|navy|police|guard|ministry|government|parliament|senate|department|"
    r"commission|office|bank|newspaper|daily|times|post|tv|radio|news|courier|herald|opposition)\b"
)
"""Bodies that nobody calls 'the group' or 'the bloc'."""
