"""Set phrases that take a stance, as patterns: by their subject, or by whoever speaks."""

PHRASES: tuple[tuple[str, str], ...] = (
    (
        r"(?:express(?:es|ed|ing)?|voice[sd]?|reiterate[sd]?|reaffirm(?:s|ed)?|pledge[sd]?|declare[sd]?|announce[sd]?)\s+(?:\w+\s+){0,2}support(?:\s+for)?",
        "support",
    ),
    (
        r"(?:express(?:es|ed|ing)?|voic(?:e[sd]?|ing)|rais(?:e[sd]?|ing)(?=\s+(?:\w+\s+){0,2}[“\"‘]?concerns?\s+(?:over|about|at|with|that)))\s+(?:[“\"‘]?[\w.]+\s+){0,2}[“\"‘]?(?:concern|concerns|regret|alarm|dismay|anger|outrage|disappointment|unease|misgivings|reservations)(?:\s+(?:over|about|at))?",
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
        r"withdr[ae]w(?:s|n)?\s+(?:its|their|his|her)\s+(?:\w+\s+)?(?:support|backing|endorsement|recognition|consent|approval)\b",
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
        r"summon(?:s|ed)(?=\s+(?:[\w’']+\s+){0,4}?(?:ambassador|envoy|chargé|charge|diplomats?|high\s+commissioner)\b)",
        "disapprove",
    ),
    (
        r"(?:will|would)\s+[“\"‘]?take\s+(?:all\s+)?(?:the\s+)?(?:necessary|whatever|decisive|resolute|reciprocal|proportionate|severe|corresponding|appropriate|legal|tough|strong|firm|stern|harsh|punitive|further|retaliatory)\s+(?:legal\s+)?(?:steps|measures|action)\b",
        "threaten",
    ),
    (r"reserv(?:e|es|ed)\s+the\s+right\s+to", "threaten"),
    (
        r"(?:never|not|n['’]t)\s+rul(?:e|ed|ing)\s+out\s+(?:the\s+)?(?:use\s+of\s+|using\s+)?(?:military\s+)?(?:force|action|strikes|sanctions)\b",
        "threaten",
    ),
    (r"warn(?:s|ed)?(?=\s+(?:[\w.’'-]+\s+){1,4}?(?:not\s+to|against)\b)", "threaten"),
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
        r"(?:express(?:es|ed)?|indicate[sd]?|signal(?:s|led|ed)?|confirm(?:s|ed)?|reiterate[sd]?|reaffirm(?:s|ed)?)\s+(?:\w+\s+){0,2}(?:readiness|willingness)\s+to",
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
    (r"\bbears?\s+(?:\w+\s+){0,2}responsibility\s+for\b", "accuse"),
    (r"(?:will|would|shall)\s+(?:not|never)\s+go\s+(?:unanswered|unpunished)\b", "threaten"),
    (
        r"(?:is|are|was|were|be|as|and)\s+[“\"‘]?(?:an?|another)\s+[“\"‘]?(?:(?:clear|blatant|flagrant|direct|serious|gross|grave|open|obvious|brazen|new|fundamental)\s+)?(?:violation|breach|infringement|contravention)\s+of\b",
        "accuse",
    ),
    (r"\bhinge[sd]?\s+on\b|(?:is|are|was|were)\s+contingent\s+(?:up)?on\b", "condition"),
    (r"\bno\s+proof\b", "reject"),
    (
        r"(?:is|was|are|were|be)\s+[“\"']?(?:vital|essential|crucial|imperative|necessary|urgent)\s+(?:that|to|for)\b",
        "demand",
    ),
    (
        r"(?:is|was|are|were|as|be)\s+(?:\w+\s+)?[“\"']?an?\s+(?:very\s+)?(?:good|positive|important|welcome|significant|major|big|historic|huge|great|tremendous|real)\s+(?:first\s+)?(?:step|move|development|sign|signal|achievement|opportunity|success|victory|milestone|breakthrough|contribution)",
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
    (
        r"(?:is|are|was|were)\s+(?:\w+ly\s+)?[“\"‘]?(?:an?|another|merely\s+an?|just\s+an?)\s+(?:\w+\s+)?(?:ploy|pretext|excuse|smokescreen|trick|man(?:oeuvre|euver))\b",
        "accuse",
    ),
    (
        r"an?\s+(?:act|policy|campaign|war)\s+of\s+[“\"‘]?(?:\w+\s+){0,2}(?:aggression|vengeance|terror\w*|hostility|provocation|genocide|intimidation|revenge|extermination|annihilation)\b",
        "accuse",
    ),
    (
        r"(?<!we\s)(?:is|are|was|were)(?:\s+not|n['’]t)\s+(?:helping|doing\s+enough|cooperating|co-operating|complying)\b",
        "accuse",
    ),
    (
        r"continu(?:es|ed|e|ing)\s+(?:with\s+)?(?:its|their|his)\s+(?:\w+\s+)?(?:interference|aggression|attacks|occupation|violations|provocations|crimes)\b",
        "accuse",
    ),
    (
        r"(?:is|are|was|were|be)\s+[“\"‘]?politically[- ]motivated\b",
        "accuse",
    ),
    (
        r"(?:not|n['’]t)\s+(?:backed|supported|borne\s+out)\s+by\s+(?:any\s+|the\s+)?(?:evidence|facts?)\b",
        "reject",
    ),
    (
        r"(?:is|are|was|were)(?:\s+not|n['’]t)\s+(?:\w+ly\s+)?(?:true|factual|accurate|correct|the\s+case|politically[- ]motivated|fake)\b",
        "reject",
    ),
    (
        r"(?:is|are|was|were|be)\s+the\s+(?:best|right)\s+(?:\w+\s+)?(?:solution|way|option|path|answer|choice|decision|thing)\b",
        "support",
    ),
    (r"(?:it|this|that|these|they)\s+must\s+(?:now\s+)?(?:stop|end|cease)\b", "demand"),
    (
        r"(?:constitute[sd]?|represent(?:s|ed)?|mark(?:s|ed)?|amount(?:s|ed)?\s+to)\s+[“\"‘]?an?\s+(?:\w+\s+)?(?:setback|blow|threat|step\s+back)\b",
        "disapprove",
    ),
    (r"(?:is|are|was|were)\s+guilty\s+of\b", "accuse"),
    (r"(?:is|was|be)\s+no\s+justification\s+(?:for|to|in)\b", "disapprove"),
    (r"(?:is|was|be)\s+no\s+question\s+of\b", "reject"),
    (r"(?:has|have|had)\s+(?:a|the|an)\s+(?:responsibility|duty|obligation)\s+to\b", "demand"),
    (r"(?:is|are|was|were)\s+in\s+(?:\w+\s+)?(?:breach|violation|defiance)\s+of\b", "accuse"),
    (r"(?:did|has\s+done|have\s+done|was\s+doing)\s+the\s+right\s+thing", "support"),
    (
        r"(?:will|would|could|may)\s+(?:prove\s+(?:to\s+be\s+)?|be\s+)an?\s+[“\"‘]?(?:false\s+economy|(?:\w+\s+)?(?:disaster|catastrophe|blunder|error|setback|tragedy))\b",
        "disapprove",
    ),
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
    (r"(?:will|would|shall)\s+[“\"‘']?pay\s+(?:the|a)\s+(?:\w+\s+)?price", "threaten"),
    (r"(?:will|would)\s+[“\"‘']?be\s+making\s+a\s+(?:\w+\s+)?mistake", "threaten"),
    (r"no\s+way(?=[”\"’']?\s+(?:that\s+)?\w+\s+(?:\w+\s+)?(?:would|will|can|could)\b)", "reject"),
    (
        r"(?:will|would|can|could|shall)\s+be\s+no\s+[^.;,“”\"]{1,80}?\s(?:until|unless|before|without)\b",
        "condition",
    ),
)
"""Phrases whose holder is whoever speaks, not their subject."""
