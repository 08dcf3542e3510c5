"""Set phrases by which whoever speaks takes a stance, as patterns."""

SPEAKER_PHRASES: tuple[tuple[str, str], ...] = (
    (
        r"\bcan\s+only\s+be\s+(?:solved|settled|resolved|found|achieved|reached|ended|lifted|reopened|held|restored|"
        r"guaranteed|discussed|signed|implemented)\s+(?:by|through|if|when|once|after)\b",
        "condition",
    ),
    (
        r"(?<!\bit\s)(?<!\bthey\s)(?<!\bwe\s)(?<!\bhe\s)(?<!\bshe\s)\b(?:had|has|have)\s+(?:exceeded|overstepped)"
        r"(?=\s+(?:its|their|his|her)\s+(?:\w+\s+)?(?:quotas?|mandate|authority|powers|remit)\b)",
        "accuse",
    ),
    (
        r"\b(?:disputes?|cris[ie]s|conflicts?|issues?|questions?|problems?|rows?|differences|matters?|quarrels?|war)\s+"
        r"(?:\w+\s+){0,4}?(?:can|could|may|might)\s+be\s+(?:solved|settled|resolved)\s+(?:\w+ly\s+)?(?:by|through|at|via|with)\b",
        "propose",
    ),
    (
        r"(?:the\s+)?time\s+for\s+(?:talks?|talking|negotiations?|dialogue|words|diplomacy)\s+(?:is\s+over|was\s+over|has\s+passed|had\s+passed)\b",
        "reject",
    ),
    (
        r"\b(?:is|was|would\s+be)\s+(?:still\s+)?(?:premature|too\s+early)\s+to\s+(?!say|tell|speak|talk|comment|judge|speculate|draw|discuss|know|guess|predict)",
        "reject",
    ),
    (
        r"\b[Tt]here\s+cannot\s+be\b(?!\s+(?:two|three|any\s+doubt|more\s+than))(?!.{0,80}\b(?:without|unless|until|if|while|as\s+long)\b)",
        "reject",
    ),
    (
        r"\b(?:is|are|was|were)\s+(?:entirely|fully|wholly|completely|perfectly|quite)\s+(?:justified|justifiable|legitimate|legal|reasonable)\b(?!\s+to\b)",
        "support",
    ),
    (
        r"\b(?:will|would)\s+(?:result\s+in|lead\s+to|invite|provoke|trigger)\s+(?:(?!fewer|less|no\b)\w+\s+){0,3}(?:retaliation|counter-?measures|reprisals)\b",
        "threaten",
    ),
    (
        r"\b(?:going\s+to|'ll|’ll|will)\s+fight\s+(?:it|this|that|the\s+(?:decision|ruling|order|ban|move|plan|law))\b(?!\s+for\b)",
        "reject",
    ),
    (r"\b(?:our|my)\s+(?:\w+\s+)?(?:desire|wish)\b(?=\s+to\s+see)", "demand"),
    (
        r"(?:votes?|voting|elections?|polls?|ballots?|process|referendum|run-?off|count)\s+(?:(?!must|should)\w+\s+){0,3}?"
        r"(?:was|were|is|are|has\s+been|had\s+been)\s+(?:\w+ly\s+)?[“\"‘]?(?:free|credible|transparent)(?:,\s+\w+)*,?\s+and\s+"
        r"(?:fair|transparent|credible|peaceful|orderly)\b",
        "support",
    ),
    (
        r"(?:out\s+of\s+the\s+question|not\s+(?:up\s+)?for\s+(?:discussion|(?:re)?negotiation|debate)|non-?negotiable|a\s+non-?starter|a\s+red\s+line)",
        "reject",
    ),
    (r"\b(?:we|I)\s+(?:were|was)\s+wrong\b", "concede"),
    (r"(?:is|are|was|were)\s+an?\s+(?:\w+\s+)?step\s+backwards?\b", "disapprove"),
    (r"\bwill\s+pay\s+(?:dearly\s+for|for\s+(?:this|that|it|their|its|his)\b)", "threaten"),
    (
        r"(?<!who\s)(?:is|was|were|are)\s+behind\s+(?:the|an?|this|that|these)\s+(?:\w+\s+){0,2}(?:attacks?|arson|blasts?|bombings?|killings?|murders?|kidnapp?ings?|coup|plot|raids?|assassinations?|shootings?|unrest|violence)\b",
        "accuse",
    ),
    (
        r"(?:signature|decision|support|vote|participation|answer|deal|agreement|talks|return)\s+depends?\s+on\b",
        "condition",
    ),
    (
        r"(?:is|was|are|were)\s+an?\s+(?:very\s+)?good\s+(?:agreement|deal|text|compromise|basis|outcome|result|plan)\b",
        "support",
    ),
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
        r"(?:will|would|can|could|shall)\s+be\s+no\s+[^.;,“”\"]{1,80}?(?:\s|,[^,.]{3,60}(?:said|says|warned|insisted|added),\s)(?:until|unless|before|without)\b",
        "condition",
    ),
)
"""Phrases whose holder is whoever speaks, not their subject."""
