"""What pages put around a report: buttons, forms, notices, credits, datelines."""

import re

DEBRIS = re.compile(
    r"""(?ix)
    ^(?:attention\ ?-\ )?(?:adds|updates|recasts|corrects|refiles|repeats)\b.{0,90}///\s*$|
    ^attention\ ?-\ .{0,90}$|
    ^(?:error|loading|advertisement|advert|sponsored|share|tweet|print|email|e-mail|save|comments?|reply|
        log\ ?in|sign\ ?in|sign\ ?up|register|subscribe|menu|search|home|close|cancel|submit|ok|next|previous|
        back\ to\ top|top|more|play|pause|mute|live|video|audio|gallery|related|tags?|topics?|ad|skip|
        facebook|twitter|whatsapp|linkedin|reddit|telegram|copy\ link|link\ copied|follow|newsletter|
        most\ read|most\ popular|trending|recommended|editor'?s\ picks?|latest\ news|top\ stories|
        show\ comments|view\ comments|leave\ a\ comment|post\ a\ comment|add\ a\ comment|no\ comments|
        join\ the\ conversation|about\ us|contact\ us|privacy(?:\ policy)?|terms(?:\ of\ (?:use|service))?|
        cookies?(?:\ policy)?|help|rss|sitemap|accessibility)\s*[.:!>»|]*$
    | (?:your|this)\ comment\ (?:was|could|has|will)\b
    | \bcomment(?:s)?\ (?:was|were|could)\ not\ (?:be\ )?(?:saved|posted|submitted)
    | \bplease\ (?:try\ again|log\ in|sign\ in|enable|wait|enter|refresh|reload|check\ your|fill|accept|select|click)
    | \btry\ (?:again\ later|a\ different\ browser|refreshing)
    | \busing\ a\ different\ browser
    | \b(?:something|an\ error)\ (?:went\ wrong|has\ occurred|occurred)
    | \btechnical\ (?:problem|error|difficulties)\b.*\b(?:comment|page|request|site|again)
    | \b(?:enable|disable|requires?)\ (?:javascript|cookies|your\ ad)
    | \b(?:we|this\ (?:site|website))\ uses?\ cookies
    | \bsign\ up\ (?:for|to)\b.*\b(?:newsletter|email|alerts?|updates|inbox)
    | ^(?:please\ |to\ )?subscribe\ (?:to|now|for)\b | \b(?:please|here\ to|or)\ subscribe\b | \bunsubscribe\b
    | \bnewsletter\b.*\b(?:inbox|sign|subscribe|daily)
    | ^(?:read|see|watch|listen|view)\s+(?:more|also|next|all|the\ full)\b
    | ^(?:read|related|watch|more|also\ read|see\ also|in\ pictures|listen|recommended|opinion)\s*[:|»>]
    | ^more\ (?:on|from|about)\ (?:this|the|our)?\s*\w*
    | ^click\ here\b | \bclick\ (?:here|on\ the|below)\b
    | ^follow\ (?:us|@|\w+\ on)\b | ^like\ us\ on\b | ^download\ (?:the|our)\ app
    | ^share\ (?:this|on|via|article)\b | ^(?:copyright|\(c\)|©)
    | \ball\ rights\ reserved\b | \bmay\ not\ be\ (?:published|reproduced|reprinted)
    | ^story\ (?:continues|continued)\b | ^article\ continues\b | ^continue\ reading\b
    | ^(?:file\ )?(?:photo|image|picture|caption|video|photograph)s?\s*(?:[:|/©(]|by\b|credit)
    | \[(?:file|photo|image|[^\]]{0,40}/(?:reuters|afp|ap|epa|getty|al\ jazeera)[^\]]{0,30})\]$
    | \((?:photo|image|ap\ photo|file\ photo)\b[^)]*\)$
    | ^you\ (?:are|have|must|may|can|need)\b.*\b(?:logged|account|register|articles?|subscriber|comment)
    | \blog\ in\ to\ (?:comment|continue|reply)
    | ^(?:comments?|shares?|replies)\ \(\d+\)$
    | ^\d+\ (?:comments?|shares?|min(?:ute)?s?\ read|likes?|views?)$
    | ^(?:the\ )?views\ expressed\ (?:in|by)\b | ^thank\ you\ for\ (?:reading|subscribing|your)
    | ^support\ (?:us|our|independent)\b | ^donate\b | ^become\ a\ (?:member|subscriber)
    | ^(?:https?://|www\.)\S+$ | ^_{3,}$ | ^[-*=_~#\s.•|]{2,}$
    | ^this\ (?:article|story|report)\ (?:was|has\ been)\ (?:updated|corrected|amended|translated|automatically)
    | ^\W{0,3}(?:crosstalk|laughter|applause|inaudible|music|end\ (?:of\ )?transcript)\W{0,4}$
    | ^(?:editor[’']?s?[’']?s?|publisher[’']?s)\ note\b
    | ^skip\ to\b | ^jump\ to\b | ^toggle\b
    """
)
CREDIT = re.compile(
    r"""(?ix)
    ^\(?(?:source|sources|via|credit)\s*[:|-]\s*\S
    | ^\(?(?:additional\ )?(?:reporting|editing|writing|compiled|translated)\ by\b
    | ^\(?with\ (?:reporting|additional\ reporting|files|information|input|material)\ (?:by|from)\b
    | ^\(?(?:some\ )?(?:information|material|reporting)\ (?:for\ this\ (?:report|story)|from)\b.{0,80}(?:provided|contributed|used|agenc|reuters|afp|ap\b)
    | \bcontributed\ to\ this\ (?:report|story|article)\b
    | ^(?:the\ )?[\w .&'’-]{2,40}\s+(?:with|and)\s+(?:wire\ services|news\ agencies|agencies|wires|wire\ reports|news\ services)\.?$
    | ^[-–—(]\s*(?:ap|afp|reuters|dpa|efe|xinhua|tass|interfax|upi|bloomberg|pti|ians|anadolu|agencies|wires|staff|with\ agencies)\b[\w\s/,.]*\)?$
    | ^(?:ap|afp|reuters|dpa|xinhua|upi|agencies|wires?|news\ agencies|agence\ france-presse|the\ associated\ press|associated\ press)
      (?:\s*[/,&+]\s*[\w\s/,&+]+|\s+and\s+[\w\s]+)?\.?$
    | ^(?:associated\ press|reuters|afp)\ (?:writers?|correspondents?|journalists?)\b
    """
)
BYLINE = re.compile(
    r"^(?:[Bb]y|BY)\s+[A-Z][\w.'’-]+(?:\s+[A-Z][\w.'’-]+){0,3}"
    r"(?:\s*(?:,|\band\b|\bAND\b|\||–|-|\bin\b)\s*[\w\s.,'’|/-]{0,80})?$"
)
_MONTHS = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?|"
    r"Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_WEEKDAY = r"(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?"
DATE = re.compile(
    rf"(?:(?P<m1>{_MONTHS})\s+(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?(?:,?\s+(?P<y1>(?:19|20)\d\d))?"
    rf"|(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<m2>{_MONTHS})(?:,?\s+(?P<y2>(?:19|20)\d\d))?"
    r"|(?P<y3>(?:19|20)\d\d)-(?P<m3>\d\d)-(?P<d3>\d\d)"
    r"|(?P<d4>\d{1,2})[./](?P<m4>\d{1,2})[./](?P<y4>(?:19|20)\d\d))"
)
DATE_LINE = re.compile(
    rf"(?ix)^(?:(?:published|updated|last\ (?:updated|modified)|posted|date|issued|created)\s*(?:on|at)?\s*:?\s*)?"
    rf"(?:[A-Z]\w+(?:[ -][A-Z]\w+){{0,2}},\s+)?(?:{_WEEKDAY},?\s+)?(?:{DATE.pattern.replace('?P<', '?P<x')})"
    r"[\s,|–—-]*(?:at\s+)?(?:\d{1,2}[:.]\d\d(?:[:.]\d\d)?\s*(?:[ap]\.?m\.?)?)?\s*(?:\(?(?:[A-Z]{2,4}(?:[+-]\d+)?)\)?)?[\s.|]*$"
)
DATE_AT_END = re.compile(
    rf"[-–—,|]\s*(?:{_WEEKDAY},?\s+)?(?:{DATE.pattern.replace('?P<', '?P<x')})\s*$"
)
"""'Department Press Briefing – March 12, 2024'."""
_PLACE = r"[A-Z][\w.'’-]*(?:[ /-][A-Z][\w.'’-]*){0,4}"
_AGENCY = r"\((?P<agency>[A-Z][\w./ -]{1,40}|(?:dpa|afp|ap|efe|ansa|apa|pti|ani|ians|kuna|wam|spa|irna|tass)[\w./ -]{0,12})\)"
DATELINE = re.compile(
    rf"^(?:(?P<place>{_PLACE}(?:,\s+{_PLACE}(?:\s+\([A-Z]{{2,4}}\))?)?)(?:,?\s+(?:{_WEEKDAY},?\s+)?(?P<date>(?i:{_MONTHS})\s+\d{{1,2}}(?:,?\s+\d{{4}})?|\d{{1,2}}\s+(?i:{_MONTHS})(?:\s+\d{{4}})?))?,?\s*"
    rf"(?:{_AGENCY})?\s*(?:\.?[-–—]+|:)\s+(?=\S)|(?P<date2>\d{{1,2}}\s+{_MONTHS}\s+\d{{4}})\s*[-–—]+\s+(?=\S)"
    rf"|(?P<place4>{_PLACE})\s+\((?P<date4>\d{{1,2}}\s+{_MONTHS}\s+\d{{4}}|{_MONTHS}\s+\d{{1,2}},?\s+\d{{4}})\)\s*[-–—:]*\s+(?=\S)"
    rf"|(?P<place5>{_PLACE}),\s+(?P<date5>{_MONTHS}\s+\d{{1,2}}|\d{{1,2}}\s+{_MONTHS})\.?\s+/(?P<agency5>[A-Z-]+)/\.\s+(?=\S)"
    rf"|(?P<place3>{_PLACE}(?:,\s+{_PLACE})?)\s+{_AGENCY.replace('agency', 'agency3')}\s*[-–—:]*\s+(?=[A-Z“\"‘']))"
)
MONTH_NUMBERS = {
    m: i + 1 for i, m in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split())
}

CITIES = frozenset(
    "geneva|new york|istanbul|frankfurt|mumbai|karachi|lagos|dubai|shanghai|hong kong|sydney|melbourne|toronto|"
    "montreal|chicago|los angeles|san francisco|houston|dallas|boston|detroit|miami|seattle|philadelphia|"
    "united nations|jerusalem|gaza|aleppo|barcelona|milan|munich|zurich|strasbourg|the hague|johannesburg|"
    "cape town|rio de janeiro|sao paulo|st petersburg|kolkata|chennai|srinagar|lahore|peshawar|mosul|benghazi|"
    "erbil|diyarbakir|donetsk|kharkiv|tel aviv|ramallah|davos|basra|aden|juba|goma|mombasa|abidjan".split(
        "|"
    )
)
"""Cities besides the capitals that reports are dated from."""

LANDS = frozenset(
    "texas|fla|florida|calif|california|mass|massachusetts|pa|pennsylvania|ill|illinois|ohio|mich|michigan|ga|"
    "n.c|va|virginia|md|maryland|ariz|arizona|colo|colorado|wash|washington|ore|oregon|tenn|tennessee|minn|"
    "minnesota|wis|wisconsin|mo|missouri|la|louisiana|ala|alabama|ky|kentucky|iowa|kansas|okla|oklahoma|utah|nev|"
    "nevada|conn|connecticut|n.j|n.y|new york|new jersey|new mexico|ind|indiana|neb|nebraska|idaho|mont|montana|"
    "maine|vt|vermont|hawaii|alaska|del|delaware|miss|mississippi|ark|arkansas|england|scotland|wales|"
    "west bank".split("|")
)
"""What follows a city in a dateline besides a country: 'FORT WORTH, Texas'."""
