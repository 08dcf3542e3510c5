"""Words for what people and bodies are: titles, offices, groups."""

TITLES = frozenset(
    """mr mrs ms miss mx dr prof professor sir dame lord lady baroness baron sheikh sheik ayatollah
    mullah pope cardinal bishop archbishop patriarch rabbi imam reverend rev father sister king queen
    prince princess emir sultan general gen lieutenant lt colonel col major maj captain capt sergeant
    sgt corporal admiral adm commodore brigadier brig marshal commander president premier chancellor
    minister secretary senator sen rep congressman congresswoman governor gov mayor ambassador
    judge justice chief comrade vice deputy hon excellency honour majesty highness eminence holiness datuk dato seri tun tan madam madame monsieur herr señor don hajj haji
    """.split()
)

_WRITTEN_OUT = {
    "gen": "general",
    "col": "colonel",
    "maj": "major",
    "capt": "captain",
    "lt": "lieutenant",
    "sgt": "sergeant",
    "adm": "admiral",
    "brig": "brigadier",
    "sen": "senator",
    "rep": "representative",
    "gov": "governor",
    "prof": "professor",
    "rev": "reverend",
}


def written_out(title: str) -> str:
    """Return a title in small letters, its short forms written out.

    >>> written_out("Lt. Gen.")
    'lieutenant general'
    """
    return " ".join(_WRITTEN_OUT.get(w.strip("."), w) for w in title.lower().split())


ROLES = frozenset(
    """president premier pm d'affaires d’affaires chancellor minister secretary senator representative governor mayor
    ambassador envoy mediator negotiator facilitator spokesman spokeswoman spokesperson speaker
    official officer diplomat leader head chief chairman chairwoman chairperson chair director
    commander general colonel major captain lieutenant sergeant admiral marshal brigadier
    lawmaker legislator parliamentarian deputy member adviser advisor aide analyst expert professor
    writer friend ally relative businessman actor singer
    economist lawyer attorney prosecutor judge activist campaigner journalist reporter correspondent
    coordinator commissioner rapporteur administrator manager executive founder editor author
    historian scientist researcher doctor nurse teacher student farmer resident witness villager
    survivor refugee fighter rebel militant soldier policeman warlord chieftain elder cleric imam
    ayatollah mullah rabbi mufti patriarch vicar
    priest bishop archbishop pope pontiff cardinal king queen prince princess emir sultan monarch sheikh
    ruler dictator strongman candidate politician lawmaker statesman veteran counterpart delegate
    successor predecessor president-elect prime-minister vice-president undersecretary
    under-secretary secretary-general chargé attaché consul monitor inspector observer arbiter
    arbitrator broker guarantor host winner driver worker owner boss president's neighbour neighbor
    father mother brother sister son daughter wife husband widow man woman boy girl colleague
    source insider person engineer unionist organiser organizer pastor counsel treasurer scholar
    cardiologist surgeon physician psychiatrist psychologist paramedic midwife pathologist
    collector magistrate registrar principal superintendent constable strategist convener convenor mla mlc commentator
    columnist pundit presenter
    congressman congresswoman councillor billionaire millionaire tycoon businesswoman academic banker
    lecturer photographer blogger novelist poet filmmaker sheriff detective investigator accountant
    consultant ecologist biologist geologist hydrologist climatologist pensioner vendor migrant prisoner
    inmate dissident guerrilla sailor skipper player striker footballer coach contender challenger
    incumbent frontrunner nominee appointee heir monk nun missionary defendant plaintiff solicitor barrister
    cosmonaut astronaut fisherwoman seamstress plumber electrician
    mechanic blacksmith welder bricklayer locksmith hairdresser waiter waitress chef cleaner
    firefighter rescuer lifeguard paratrooper diver mountaineer glaciologist seismologist meteorologist astronomer
    archaeologist anthropologist sociologist epidemiologist virologist oceanographer botanist chemist physicist
    mathematician statistician agronomist veterinarian pharmacist dentist therapist translator interpreter
    logistician stewardess conductor captain referee umpire librarian curator sculptor playwright
    screenwriter cartoonist musician composer violinist pianist dancer choreographer bursar caretaker janitor
    partner landlord landlady tenant accomplice ex-husband ex-wife girlfriend boyfriend fiancé fiancée employee
    headmistress headmaster ombudsman caller shopper customer passenger commuter bystander onlooker motorist cyclist hiker tourist parishioner
    medic volunteer
    excellency grandfather grandmother nephew niece cousin uncle aunt godfather schoolgirl schoolboy
    fisherman herder trader shopkeeper merchant miner pilot guard captive hostage detainee
    """.split()
)

MEMBERS = frozenset(
    "democrat republican conservative liberal labour socialist communist islamist christian muslim "
    "catholic protestant jew kurd sunni shiite".split()
)
"""'a leading Democrat' is one of many, not a name."""

DOER_ENDINGS = ("er", "or", "ist", "ian", "ant", "eer", "ress", "man", "woman")
"""How words end that say what somebody does: 'exporter', 'fisherwoman', 'logistician'."""

KIN = frozenset("niece nephew cousin aunt uncle grandson granddaughter".split())
FAMILY = frozenset("wife husband son daughter brother sister mother father widow widower".split())

FEMALE_ROLES = frozenset(
    "spokeswoman chairwoman congresswoman queen princess dame lady baroness mrs ms miss "
    "madam madame sister headmistress mother daughter wife widow woman girl businesswoman".split()
)
MALE_ROLES = frozenset(
    "spokesman congressman king prince sir lord baron mr father brother son husband "
    "man boy pope cardinal imam sheikh emir sultan policeman businessman ayatollah monsieur herr".split()
)

GROUPS = frozenset(
    """mps meps senators congressmen deputies councillors lords government regime administration ministry opposition coalition army military forces force
    police parliament congress senate council assembly commission committee court party union league
    alliance front movement group organisation organization agency department office embassy
    delegation team side sides parties rebels fighters insurgents militants militia militias
    guerrillas separatists officials diplomats ministers leaders lawmakers authorities sources
    analysts experts observers mediators negotiators envoys activists residents witnesses protesters
    critics supporters opponents allies neighbours neighbors powers states nations countries bloc
    camp faction junta kingdom republic federation state presidency palace kremlin cabinet
    leadership bank company firm station newspaper channel television network radio daily website
    body panel mission secretariat bureau staff people workers villagers families students troops
    navy airforce command headquarters tribe tribes clan community communities campaigners scientists
    researchers doctors lawyers prosecutors judges media press broadcaster charity ngo watchdog regulator
    union unions syndicate federation farmers fishermen herders traders miners monitors inspectors
    delegates representatives spokesmen spokespeople aides advisers advisors members soldiers
    generals commanders chiefs heads men women survivors refugees islamists rebels' armed loyalists
    monarchists employers management operator institute institution foundation association tribunal
    chamber board society governments armies factions ministries councils parliaments groups banks companies
    firms coalitions alliances movements organisations organizations agencies committees
    caucus coastguard ruler rulers clerics elders warlords hardliners moderates""".split()
)


WIRE_AGENCIES = {
    "ap": "Associated Press",
    "associated press": "Associated Press",
    "reuters": "Reuters",
    "afp": "AFP",
    "agence france-presse": "AFP",
    "agence france presse": "AFP",
    "dpa": "dpa",
    "efe": "EFE",
    "ansa": "ANSA",
    "xinhua": "Xinhua",
    "tass": "TASS",
    "itar-tass": "TASS",
    "interfax": "Interfax",
    "interfax-ukraine": "Interfax-Ukraine",
    "yonhap": "Yonhap",
    "kyodo": "Kyodo",
    "kcna": "KCNA",
    "upi": "UPI",
    "bloomberg": "Bloomberg",
    "anadolu": "Anadolu",
    "irna": "IRNA",
    "isna": "ISNA",
    "sana": "SANA",
    "ria novosti": "RIA Novosti",
    "pti": "PTI",
    "antara": "Antara",
    "bernama": "Bernama",
    "pa": "PA",
    "apa": "APA",
    "mena": "MENA",
    "petra": "Petra",
    "wafa": "WAFA",
}

MEDIA = {
    "al jazeera": "Al Jazeera",
    "bbc": "BBC",
    "cnn": "CNN",
    "voa": "VOA",
    "voice of america": "VOA",
    "the guardian": "The Guardian",
    "the new york times": "The New York Times",
    "new york times": "The New York Times",
    "washington post": "The Washington Post",
    "deutsche welle": "Deutsche Welle",
    "dw": "Deutsche Welle",
    "france 24": "France 24",
    "rfe/rl": "RFE/RL",
    "radio free europe/radio liberty": "RFE/RL",
    "wikinews": "Wikinews",
    "un news": "UN News",
    "euronews": "Euronews",
    "sky news": "Sky News",
    "npr": "NPR",
    "un news centre": "UN News",
}


HONOURS = frozenset(
    "the honourable honorable hon hon. h.e. h.e his her their excellency right mr mr. ms ms.".split()
)
"""Words of respect between a role and the name of who has it."""
