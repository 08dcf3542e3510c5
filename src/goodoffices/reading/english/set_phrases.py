"""Set phrases by which their subject takes a stance, as patterns; a speaker's own are `speaker_phrases`."""

from goodoffices.reading.english.stances import PUBLIC

_PUBLIC = "|".join(sorted(PUBLIC))

PHRASES: tuple[tuple[str, str], ...] = (
    (
        r"(?:deliver|lodge|file|send|hand(?:\s+over)?|issue|make|register)(?:s|d|ed)?\s+(?:an?|its|their)\s+(?:\w+\s+){0,2}protest\b",
        "disapprove",
    ),
    (
        r"(?:will|would|shall)\s+(?:not|never)\s+(?:just\s+|simply\s+)?sit\s+on\s+(?:our|its|their|his|her)\s+hands\b",
        "threaten",
    ),
    (
        r"(?:is|are|was|were|be|remains?)\s+(?:categorically|always|strongly|firmly|resolutely|totally|completely|absolutely|dead)\s+against\b",
        "reject",
    ),
    (
        r"(?:has|have|had)\s+no\s+(?:connection|links?|ties)\s+(?:with|to)\s+(?:the\s+|this\s+|that\s+|any\s+|such\s+)?(?:\w+\s+)?(?:attacks?|blasts?|bombings?|killings?|raids?|coup|plot|militants|terror\w*|violence)\b",
        "reject",
    ),
    (r"(?:took|takes|take|taking|taken)\s+issue\s+with\b", "disapprove"),
    (
        r"(?:was|were|is|are|be)\s+(?:quick|swift|fast|among\s+the\s+first|the\s+first)\s+to\s+(?:blame|accuse|denounce(?=.{0,40}\bfor\b))\b",
        "accuse",
    ),
    (
        r"(?:was|were|is|are|be)\s+(?:quick|swift|fast|among\s+the\s+first|the\s+first)\s+to\s+(?:condemn|denounce|criticise|criticize|deplore)\b",
        "disapprove",
    ),
    (
        r"(?:was|were|is|are|be)\s+(?:quick|swift|fast|among\s+the\s+first|the\s+first)\s+to\s+(?:welcome|praise|hail|back|endorse|congratulate)\b",
        "support",
    ),
    (
        r"(?:was|were|is|are|be)\s+(?:quick|swift|fast|among\s+the\s+first|the\s+first)\s+to\s+(?:reject|dismiss|deny|rule\s+out)\b",
        "reject",
    ),
    (r"(?:wants?|wanted)\s+to\s+(?:ensure|make\s+sure)\s+that\b", "demand"),
    (
        r"(?:shall|will|would)\s+(?:(?:\w+ly\s+){0,2}(?:retaliate|avenge|strike\s+back|hit\s+back)|(?:decisively|firmly|resolutely|forcefully)\s+confront)\b",
        "threaten",
    ),
    (
        r"(?:express(?:es|ed|ing)?|voice[sd]?|reiterate[sd]?|reaffirm(?:s|ed)?|pledge[sd]?|declare[sd]?|announce[sd]?)\s+(?:\w+\s+){0,2}support(?:\s+for)?",
        "support",
    ),
    (
        r"(?:express(?:es|ed|ing)?|voic(?:e[sd]?|ing)|rais(?:e[sd]?|ing)(?=\s+(?:\w+\s+){0,2}[“\"‘]?concerns?\s+(?:over|about|at|with|that)))\s+(?:[“\"‘]?[\w.]+\s+){0,2}[“\"‘]?(?:concern|concerns|regret|alarm|dismay|anger|outrage|disappointment|unease|misgivings|reservations|doubts|scepticism|skepticism)(?:\s+(?:over|about|at))?",
        "disapprove",
    ),
    (
        r"(?:emphasi[sz]ed|stressed|underlined|underscored|highlighted|reiterated)\s+the\s+importance of",
        "support",
    ),
    (
        r"(?:emphasi[sz]ed|stressed|underlined|underscored|highlighted|reiterated|underscor(?:e|es|ing)|stress(?:es|ing)?|emphasi[sz](?:e|es|ing))\s+the\s+(?:\w+\s+)?need\s+(?:for|to)\b",
        "demand",
    ),
    (
        r"(?:will|would|shall|(?:plan|intend|prepare|threaten|decide|vow|resolve|vote)[sd]?\s+(?:\w+\s+){0,2}?to|(?:is|are|was|were)\s+(?:set\s+|due\s+|going\s+)?to)\s+(?:go\s+ahead\s+with|go\s+on|stage|hold|begin|launch|call|observe|start)\s+(?:[\w-]+\s+){0,3}?(?:strikes?|walk-?outs?|stoppages?|hartal|bandh|industrial\s+action|sit-in|lockout)\b",
        "threaten",
    ),
    (
        r"(?<=s\s)plan\s+(?:[\w-]+\s+){0,2}(?:strikes?|walk-?outs?|industrial\s+action)\b|(?:is|are|was|were)\s+(?:considering|planning)\s+(?:an?\s+)?(?:[\w-]+\s+){0,2}(?:strikes?|walk-?outs?|industrial\s+action)\b",
        "threaten",
    ),
    (
        r"vote[sd]?\s+(?:\w+\s+){0,2}?(?:for|in\s+favou?r\s+of)\s+(?:\w+\s+){0,2}(?:strikes?|walk-?outs?|industrial\s+action)\b",
        "threaten",
    ),
    (
        r"(?:drop(?:s|ped)?|call(?:s|ed)?\s+off|suspend(?:s|ed)?|shelve[sd]?)\s+(?:the|their|its|an?)\s+(?:[\w-]+\s+){0,3}?(?:strike|walk-?out|boycott|blockade|lockout)\b",
        "concede",
    ),
    (
        r"(?:hold|holds|held|holding)\s+(?:\S+\s+){1,4}?[“\"‘]?(?:\w+ly\s+)?responsible\b",
        "accuse",
    ),
    (
        r"arriv(?:e[sd]?|ing)\s+at\s+(?:\w+\s+){0,3}(?:agreements?|resolutions|understandings?|consensus|compromise|deal)\b",
        "accept",
    ),
    (
        r"(?:is|are|was|were|been|remain(?:s|ed)?)\s+(?:\w+ly\s+)?(?:resistant|averse)\s+to\b",
        "reject",
    ),
    (r"rais(?:es|ed|ing)\s+(?:\w+\s+){0,2}demands\b", "demand"),
    (
        r"(?:intends?|plans?|is\s+going|are\s+going)\s+to\s+(?:take\s+(?:legal\s+|further\s+)?action\s+against|sue|retaliate)\b",
        "threaten",
    ),
    (
        r"withdr[ae]w(?:s|n)?\s+(?:its|their|his|her)\s+(?:\w+\s+)?(?:support|backing|endorsement|recognition|consent|approval|permission|invitation|offer)\b",
        "reject",
    ),
    (r"agree[sd]?\s+to\s+(?:refuse|reject|boycott|oppose)\b", "reject"),
    (r"(?:remain(?:s|ed)?|is|are|was|were|been|be)\s+(?:\w+\s+)?committed\s+to", "support"),
    (r"(?:stand|stands|stood)\s+ready\s+to", "support"),
    (r"vote[sd]?\s+(?:\w+\s+){0,3}?to\s+(?:strike|walk\s+out|stop\s+work)\b", "threaten"),
    (
        r"(?:will|would|shall)\s+continue\s+to\s+(?:respect|honou?r|abide\s+by|comply\s+with|observe)",
        "accept",
    ),
    (
        r"(?:(?:will|would|shall)\s+)?(?:challenge[sd]?|contest(?:s|ed)?|appeal(?:s|ed)?(?:\s+against)?)\s+(?:the|its|their|his|her|that)\s+(?:\w+\s+){0,2}(?:fine|decision|ruling|verdict|results?|order|law|sentence|ban|outcome|judge?ment)\b",
        "reject",
    ),
    (
        r"(?:intends?|plans?|threatens?)\s+to\s+(?:impose|slap)\s+(?:\w+\s+){0,2}(?:sanctions|tariffs|penalties|embargo|blockade)\b",
        "threaten",
    ),
    (
        r"(?:will|would|may|might|could)\s+(?:resign|quit|step\s+down)\b(?=[^.]*\b(?:if|unless)\b)",
        "threaten",
    ),
    (
        r"(?:issue[sd]?|made|makes?|launch(?:es|ed)?|renew(?:s|ed)?|sent|with)\s+(?:an?\s+)?(?:fresh|new|renewed|urgent|direct|public|joint|impassioned)?\s*(?:calls?|appeals?|pleas?)\s+(?:for|to)\b",
        "demand",
    ),
    (r"in\s+protest\s+(?:at|against|over|of)\b", "disapprove"),
    (r"(?:take|takes|took|taking)\s+(?:aim\s+at|issue\s+with)\b", "disapprove"),
    (
        r"point(?:s|ed|ing)?\s+(?:the|an?)\s+(?:accusing\s+)?finger(?:\s+of\s+blame)?\s+at\b",
        "accuse",
    ),
    (r"push(?:es|ed|ing)?\s+back\s+(?:at|against|on)\b", "reject"),
    (
        r"(?:was|were|is|are)\s+(?:infuriated|angered|outraged|incensed|dismayed|appalled)\s+(?:by|at|over)\b",
        "disapprove",
    ),
    (
        r"enter(?:s|ed)?\s+into\s+(?:an?|the)\s+(?:\w+\s+){0,2}(?:agreement|deal|accord|pact|truce|ceasefire)\b",
        "accept",
    ),
    (r"would\s+(?:\w+ly\s+)?(?:like|love|prefer)\s+to\s+see\b", "demand"),
    (r"(?:count|counts|counted|counting|rely|relies|relied)\s+on\s+(?:\w+\s+){1,3}to\b", "demand"),
    (
        r"(?:(?:has|have)\s+)?(?:offered|made|makes|offers)\s+(?:an?\s+)(?:major|big|significant|key|important|new|small|rare)\s+concession\b",
        "concede",
    ),
    (
        r"cut(?:s)?\s+(?:off\s+)?(?:all|its|their)\s+(?:contacts?|ties|links|relations|communications?)\b",
        "reject",
    ),
    (
        r"(?:re)?(?:iterate[sd]?|affirm(?:s|ed)?)\s+(?:\w+\s+){0,4}commitment\s+to\b",
        "support",
    ),
    (
        r"(?:proclaim(?:s|ed)?|maintain(?:s|ed)?|protest(?:s|ed)?)\s+(?:his|her|their)\s+innocence",
        "reject",
    ),
    (r"(?:is|are|am|were|was)\s+(?:\w+ly\s+)?encouraged\s+(?:that|by)\b", "support"),
    (
        r"(?:is|are|was|were|['’]re|['’]m)\s+(?:not|n['’]t|far\s+from)\s+(?:\w+\s+)?(?:satisfied|happy|pleased)\b",
        "disapprove",
    ),
    (r"note[sd]?\s+with\s+(?:\w+\s+)?(?:concern|regret|alarm|dismay)\b", "disapprove"),
    (
        r"(?:is|are|was|were|['’]re|['’]m|remain(?:s|ed)?)\s+(?:\w+ly\s+)?interested\s+in\s+\w+ing\b",
        "support",
    ),
    (
        r"(?:stick|sticks|stuck|adhere[sd]?)\s+(?:firmly\s+)?to\s+(?:the|its|their|his|our)\b(?!\s+guns)",
        "support",
    ),
    (
        r"(?:reiterate[sd]?|repeat(?:s|ed)?|renew(?:s|ed)?)\s+(?:its|their|his|her)\s+(?:pledge|promise)",
        "accept",
    ),
    (
        r"(?:is|was|are|were|been|became)\s+(?:an?\s+|the\s+|one\s+of\s+)+(?:\w+\s+){0,2}(?:backers?|supporters?|advocates?|champions?|proponents?)\s+of\b",
        "support",
    ),
    (
        r"(?:is|was|are|were|been|became)\s+(?:an?\s+|the\s+|one\s+of\s+)+(?:\w+\s+){0,2}(?:opponents?)\s+of\b",
        "reject",
    ),
    (
        r"(?:is|was|are|were|been|became)\s+(?:an?\s+|the\s+|one\s+of\s+)+(?:\w+\s+){0,2}critics?\s+of\b",
        "disapprove",
    ),
    (r"(?:do|does|did)(?:\s+not|n['’]t)\s+recogni[sz]e\b", "reject"),
    (
        r"(?:will|would)\s+[“\"‘]?take\s+(?:all\s+)?(?:the\s+)?(?:necessary|whatever|decisive|resolute|reciprocal|proportionate|severe|corresponding|appropriate|legal|tough|strong|firm|stern|harsh|punitive|further|retaliatory)\s+(?:legal\s+)?(?:steps|measures|action)\b",
        "threaten",
    ),
    (r"reserv(?:e|es|ed)\s+the\s+right\s+to", "threaten"),
    (
        r"(?:never|not|n['’]t)\s+rul(?:e|ed|ing)\s+out\s+(?:the\s+)?(?:use\s+of\s+|using\s+)?(?:military\s+)?(?:force|action|strikes|sanctions)\b",
        "threaten",
    ),
    (
        r"(?:warn(?:s|ed)?|(?:is|are|was|were|been)\s+warning)"
        rf"(?=\s+(?:(?!(?:{_PUBLIC})s?\b)[\w.’'-]+\s+){{1,4}}?[“\"‘]?(?:not\s+to|against)\b)",
        "threaten",
    ),
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
        r"(?:is|are|was|were|be|been|remain(?:s|ed)?)\s+(?:\w+ly\s+)?(?:opposed|hostile)\s+to",
        "reject",
    ),
    (
        r"reached\s+(?:an?\s+)?(?:\w+\s+)?(?:agreement|deal|accord|compromise)\s+(?:on|with|over|to|that|under)\b",
        "accept",
    ),
    (r"(?:is|are|was|were)\s+(?:in\s+favou?r\s+of)", "support"),
    (r"(?:is|are|was|were|be|remains?|remained)\s+open\s+to", "provisionally_accept"),
    (r"(?:is|are|was|were)\s+(?:not|n['’]t)\s+(?:\w+\s+)?going\s+to\s+\w+", "reject"),
    (
        r"(?:made|makes|put|submitted|presented|tabled|issued)\s+(?:an?\s+)?[“\"‘]?(?:\w+\s+)?(?:offer|proposal|counter-?proposal)",
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
        r"(?:express(?:es|ed)?|indicate[sd]?|signal(?:s|led|ed)?|confirm(?:s|ed)?|reiterate[sd]?|reaffirm(?:s|ed)?)\s+(?:\w+\s+){0,2}(?:readiness|willingness)\s+to",
        "accept",
    ),
    (r"(?:ha[sd]|have|show(?:s|ed)?)\s+(?:no|little)\s+interest\s+in", "reject"),
    (r"(?:is|are|was|were)\s+in\s+(?:\w+\s+)?agreement\s+(?:with|on|about)", "accept"),
    (
        r"file[sd]?\s+(?:an?\s+)?(?:\w+\s+)?(?:lawsuit|suit|charges)\s+against",
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
        r"(?:put|puts|putting|exert(?:s|ed|ing)?|keep(?:s|ing)?|kept)\s+(?:\w+\s+){0,2}pressure\s+on(?=[^.;]{1,60}\bto\s+\w)",
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
    (
        r"(?:there\s+(?:will|can|would|could)\s+be\s+no)(?!\s+(?:\w+\s+){0,2}?(?:school|power|trains?|flights?|winners?|"
        r"need|violence|prospects?|assurances?|tariffs?|protests?|rain|snow|shortages?|problems?|doubts?|delays?|changes|"
        r"impact|effects?|harm|risks?|danger|losses|casualties|survivors|victims)\b)",
        "reject",
    ),
    (r"c[ao]me(?:s)?\s+out\s+(?:\w+\s+)?in\s+favou?r\s+of\b", "support"),
    (
        r"(?:set|sets|impose[sd]?|attache[sd]|laid\s+down)\s+(?:one|two|three|several|an?|its|new|strict|tough)\s+(?:\w+\s+)?(?:pre)?conditions?\s+(?:for|on|to)\b",
        "condition",
    ),
    (r"accept(?:s|ed)?\s+(?:\w+\s+){0,4}?with\s+(?:\w+\s+)?reservations\b", "provisionally_accept"),
    (
        r"g[ai]ve(?:s|n)?\s+(?:(?:its|his|their|her)\s+)?(?:preliminary|conditional|provisional|tentative|cautious|guarded|qualified)\s+(?:consent|agreement|nod)(?:\s+to)?\b",
        "provisionally_accept",
    ),
    (
        r"(?:will|would|shall)\s+respond\s+(?:in\s+kind|forcefully|harshly|decisively|with\s+(?:\w+\s+)?(?:force|fire|strikes|missiles|sanctions))\b",
        "threaten",
    ),
)
