"""English words for times."""

import re

MONTHS = {
    name: number + 1
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        )
    )
    for name in names.split()
}
WEEKDAYS = {
    name: n
    for n, name in enumerate("monday tuesday wednesday thursday friday saturday sunday".split())
}
NUMBERS = {
    w: n
    for n, w in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen twenty".split()
    )
} | {
    "a": 1,
    "an": 1,
    "another": 1,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
    "dozen": 12,
}
UNITS = {
    "second": "S",
    "minute": "M",
    "hour": "H",
    "day": "D",
    "week": "W",
    "month": "M",
    "year": "Y",
    "decade": "DE",
    "century": "CE",
    "fortnight": "W",
}

_M = "|".join(sorted({m.title() for m in MONTHS}, key=len, reverse=True))
_D = "|".join(d.title() for d in WEEKDAYS)
_N = "|".join(
    sorted((n for n in NUMBERS if n not in ("a", "an", "another")), key=len, reverse=True)
)
_NC = "|".join(
    sorted((n.title() for n in NUMBERS if n not in ("a", "an", "another")), key=len, reverse=True)
)
_U = "seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?|centur(?:y|ies)|fortnights?"
PART = r"(?:(?P<part>[Ll]ate|[Ee]arly|[Mm]id|[Ee]arlier|[Ll]ater|the (?:end|beginning|start|middle) of)[ -])?"

_NO_DAY = (
    r"(?<!\bGood )(?<!\bBlack )(?<!\bBloody )(?<!\bPalm )(?<!\bAsh )(?<!\bEaster )(?<!\bHoly )"
)
_NO_NAME = (
    r"(?! (?:Mosque|Times|Telegraph|Standard|Mirror|Express|Herald|Mail|Post|Star|Independent|Tribune|Mass"
    r"|Agreement|Accords?)\b)"
)
"""'the Good Friday Agreement', 'the Sunday Times' are names, not days."""

FULL_DATE = re.compile(
    rf"\b(?:(?:{_D}),?\s+)?(?:(?P<m1>{_M})\.?\s+(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?\b(?!\d|:\d)(?:,?\s+(?P<y1>(?:19|20)\d\d)\b)?"
    rf"|(?:the\s+)?(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<m2>{_M})\b(?:\.?,?\s+(?P<y2>(?:19|20)\d\d)\b)?"
    r"|(?P<y3>(?:19|20)\d\d)-(?P<m3>\d\d)-(?P<d3>\d\d)\b)"
)
MONTH = re.compile(
    rf"\b{PART}(?:(?P<rel>last|next|this|[Ll]ast|[Nn]ext|[Tt]his)\s+)?(?P<month>{_M})\b(?:(?<!\w\w\w\w\w)\.(?=\s+[\d,]))?(?:,?\s+(?:of\s+)?(?P<year>(?:19|20)\d\d)\b|\s+(?:of\s+)?(?P<which>last year|this year|next year))?"
)
WEEKDAY = re.compile(
    rf"\b(?:(?P<rel>[Ll]ast|[Nn]ext|[Tt]his(?: coming)?|[Tt]he following|[Tt]he previous)\s+)?{_NO_DAY}(?P<day>{_D})\b{_NO_NAME}"
)
DEICTIC = re.compile(
    r"\b(?P<word>[Tt]oday|[Yy]esterday|[Tt]omorrow|[Tt]onight|[Tt]his (?:morning|afternoon|evening)|[Ll]ast night|[Tt]he day before yesterday|[Tt]he day after tomorrow)\b"
)
RELATIVE = re.compile(
    rf"\b{PART}(?P<rel>[Ll]ast|[Nn]ext|[Tt]his|[Tt]he (?:previous|following|coming)|[Ee]arlier this|[Ll]ater this)\s+(?P<unit>week(?:end)?|month|year|spring|summer|autumn|fall|winter|decade|century|quarter)\b(?!-)"
)
WEEKEND = re.compile(
    r"\b(?:[Oo]ver|[Aa]t|[Ss]ince|[Tt]his|[Dd]uring|[Bb]y) the (?P<weekend>weekend)\b"
)
AGO = re.compile(
    rf"\b(?P<mod>(?:nearly|almost|about|around|more than|over|some|less than|just)\s+)?(?P<n>\d+|{_N}|{_NC}|[Aa]n?|[Aa] few|[Ss]everal|[Ss]ome|[Hh]alf an?)\s+(?P<unit>{_U})\s+(?P<way>ago|later|earlier|before|after that|from now|hence)\b",
)
WITHIN = re.compile(
    rf"\b(?P<pre>[Ww]ithin|[Ii]n|[Ff]or|[Ff]or another|[Oo]ver|[Aa]fter|[Uu]nder|[Dd]uring|[Ff]or the|[Oo]ver the|[Ii]n the|[Dd]uring the|[Tt]he|[Ii]n just|[Ff]or (?:nearly|almost|about|around|more than|over|up to|at least)|[Ii]n (?:nearly|almost|about|around|more than|over|less than|under)|[Ww]ithin the)?\s*"
    rf"\b(?P<body>(?:(?P<rel>[Pp]ast|[Ll]ast|[Cc]oming|[Nn]ext|[Rr]ecent|[Ff]ollowing|[Pp]revious)\s+)?(?:(?P<n>\d+(?:\.\d+)?|{_N}|(?<=[Ww]ithin )an?|a(?= fortnight)|another|few|several|a few|couple of|a couple of)\s+)?(?P<unit>{_U})(?:-long)?)\b"
)
ADJECTIVAL = re.compile(
    rf"\b(?:(?P<mod>nearly|almost|more than|over|about|around|roughly)\s+)?(?P<n>\d+|{_N})-(?P<unit>second|minute|hour|day|week|month|year|decade)(?:-(?:old|long))?\b"
)
YEAR = re.compile(
    r"(?<![\d.,$£€#:/-])\b(?:(?P<part>[Ll]ate|[Ee]arly|[Mm]id)[ -])?(?P<year>(?:19|20)\d\d|(?:(?<=\b[Ii]n )|(?<=\b[Ss]ince )|(?<=\b[Uu]ntil )|(?<=\b[Ff]rom ))1[5-8]\d\d(?!\s+(?:[a-z]+s|to|million|billion)\b))\b(?!-\d\d)(?![\d.,]*\d)(?!\s*(?:people|troops|soldiers|civilians|fighters|men|women|metres|meters|km|kilomet|miles|tons|tonnes|homes|families|prisoners|hostages|migrants|refugees|workers|dollars|euros|MW|megawatts|hectares|acres|cusecs|percent|per cent|police|children|others|villagers|residents|jobs|feet|ft|mm)\b)"
)
DECADE = re.compile(
    r"\b(?:the\s+)?(?:(?P<part>[Ll]ate|[Ee]arly|[Mm]id)[ -])?(?P<decade>(?:19|20)?\d0|1[5-8][1-9]0)['’]?s\b"
)
CLOCK = re.compile(
    r"\b(?P<h>\d{1,2})(?:[:.](?P<min>\d\d))?\s*(?P<ap>a\.?m\.?|p\.?m\.?)?\s*(?P<tz>\(?(?:GMT|UTC|local time|EST|EDT|CET|BST)\)?)?(?!\w)"
)
QUARTER = re.compile(
    r"\b[Tt]he (?P<q>first|second|third|fourth|last) (?P<unit>quarter|half) of (?P<year>(?:19|20)\d\d)\b"
)
SHORT_QUARTER = re.compile(
    r"\b(?P<letter>[QH])(?P<q>[1-4])(?:\s+(?:of\s+)?|-)(?P<year>(?:19|20)\d\d)\b"
)
RANGE = re.compile(
    rf"\b(?P<d>\d{{1,2}})(?=\s*(?:to|and|until|-|–|—)\s*(?P<e>\d{{1,2}})\s+(?P<m>{_M})\b\.?(?:,?\s+(?P<y>(?:19|20)\d\d)\b)?)"
)
SEASON = re.compile(
    r"\b(?:in|by|during|until|since|over|before|after) the (?P<body>(?:(?P<part>late|early) )?(?P<unit>spring|summer|autumn|winter))\b(?! (?:of|session|school|games|olympics|break|holiday)\b)"
)
NAMED_HOUR = re.compile(r"\b(?P<hour>midnight|noon|midday)\b")
WEEKDAY_OF = re.compile(rf"\b(?P<day>{_D})\s+(?:of\s+)?(?P<rel>next|last|this)\s+week\b")
VAGUE = re.compile(
    r"\b(?P<word>recently|in recent (?:days|weeks|months|years)|recent (?:days|weeks|months|years)|in the (?:near )?future|soon|in the coming (?:days|weeks|months|years)|the coming (?:days|weeks|months|years))\b"
)
_FEST = "Christmas Eve|Christmas Day|Christmas|Boxing Day|New Year[’']s Eve|New Year[’']s Day|New Year|May Day"
FESTIVAL = re.compile(rf"\b(?P<name>{_FEST})\b(?!\s+[A-Z][a-z])(?:,?\s+(?P<year>(?:19|20)\d\d)\b)?")
FESTIVALS = {
    "christmas eve": (12, 24),
    "christmas day": (12, 25),
    "christmas": (12, 25),
    "boxing day": (12, 26),
    "new year eve": (12, 31),
    "new year day": (1, 1),
    "new year": (1, 1),
    "may day": (5, 1),
}
NEXT_DAY = re.compile(
    r"\b(?:[Tt]hat (?P<that>same day|day|night|evening|afternoon|morning)\b|[Tt]he (?:(?P<which>next|following|previous|same) day|day (?P<after>before|after)(?!\s+(?:the|a|an|his|her|its|their|our|this|that|he|she|it|they|we|[A-Z])))\b)(?! (?:yesterday|tomorrow|[a-z]+ed\b|care|shifts?|schools?|cent(?:re|er)s?|trips?|flights?)\b)"
)
END_OF = re.compile(
    r"\b(?:the (?P<part>end|beginning|start|middle) of the (?P<unit>year|month|week)"
    r"|(?P<owned>year|month|week)[’']s end|(?P<joined>year|month)-end)\b(?! (?:after|before|that|when|in which|(?:19|20)\d\d)\b)"
)
SEASON_YEAR = re.compile(
    r"\b(?:the )?(?:(?P<part>[Ll]ate|[Ee]arly) )?(?P<unit>[Ss]pring|[Ss]ummer|[Aa]utumn|(?:(?<=\bin )|(?<=\bthe )|(?<=\bof )|(?<=\bby )|(?<=\bsince )|(?<=late )|(?<=early ))[Ff]all|[Ww]inter)(?: of)? (?P<year>(?:19|20)\d\d)\b"
)
EVERY = re.compile(rf"\b(?:[Ee]very|[Ee]ach) (?:(?P<day>{_D})|(?P<unit>day|week|month|year))\b")
CENTURY = re.compile(
    r"\b(?:the )?(?:(?P<part>[Ll]ate|[Ee]arly|[Mm]id)[ -])?(?P<n>\d\d)(?:st|nd|rd|th)[ -]century\b"
)
NUMERIC = re.compile(
    r"(?<![\d/.])(?P<a>\d{1,2})[/.](?P<b>\d{1,2})[/.](?P<y>(?:19|20)\d\d)(?![\d/])"
)
MODS = {
    "late": "END",
    "early": "START",
    "mid": "MID",
    "earlier": "START",
    "later": "END",
    "the end of": "END",
    "the beginning of": "START",
    "the start of": "START",
    "the middle of": "MID",
}
SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
BOUNDS = {
    "nearly": "LESS_THAN",
    "almost": "LESS_THAN",
    "less than": "LESS_THAN",
    "under": "LESS_THAN",
    "more than": "MORE_THAN",
    "over": "MORE_THAN",
    "at least": "EQUAL_OR_MORE",
    "up to": "EQUAL_OR_LESS",
    "about": "APPROX",
    "around": "APPROX",
    "some": "APPROX",
    "roughly": "APPROX",
}
CALLS_OFF = frozenset(
    "cancele cancelle postpone delaye boycotte skippe cancel delay boycott skip".split()
)
"""Verbs, without their last d, before a day whose event will not be."""
PAST_CUES = frozenset("since".split())
