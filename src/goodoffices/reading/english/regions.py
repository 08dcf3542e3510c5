"""Where states lie, as reports say it: "the Baltic nation", "the West African country", "the island"."""

REGIONS: dict[str, tuple[str, ...]] = {
    words: tuple(states.split("|"))
    for words, states in {
        "baltic": "Estonia|Latvia|Lithuania",
        "nordic": "Denmark|Finland|Iceland|Norway|Sweden",
        "scandinavian": "Denmark|Norway|Sweden",
        "balkan": "Albania|Bosnia and Herzegovina|Bulgaria|Croatia|Greece|Kosovo|Montenegro|"
        "North Macedonia|Romania|Serbia|Slovenia",
        "former yugoslav": "Bosnia and Herzegovina|Croatia|Kosovo|Montenegro|North Macedonia|"
        "Serbia|Slovenia",
        "former soviet": "Armenia|Azerbaijan|Belarus|Estonia|Georgia|Kazakhstan|Kyrgyzstan|Latvia|"
        "Lithuania|Moldova|Russia|Tajikistan|Turkmenistan|Ukraine|Uzbekistan",
        "caucasus": "Armenia|Azerbaijan|Georgia",
        "central asian": "Kazakhstan|Kyrgyzstan|Tajikistan|Turkmenistan|Uzbekistan",
        "himalayan": "Bhutan|Nepal",
        "gulf": "Bahrain|Iran|Iraq|Kuwait|Oman|Qatar|Saudi Arabia|United Arab Emirates",
        "andean": "Bolivia|Chile|Colombia|Ecuador|Peru|Venezuela",
        "caribbean": "Bahamas|Barbados|Cuba|Dominican Republic|Grenada|Haiti|Jamaica|Trinidad and Tobago",
        "central american": "Belize|Costa Rica|El Salvador|Guatemala|Honduras|Nicaragua|Panama",
        "south american": "Argentina|Bolivia|Brazil|Chile|Colombia|Ecuador|Guyana|Paraguay|Peru|Suriname|"
        "Uruguay|Venezuela",
        "latin american": "Argentina|Bolivia|Brazil|Chile|Colombia|Costa Rica|Cuba|Dominican Republic|"
        "Ecuador|El Salvador|Guatemala|Haiti|Honduras|Mexico|Nicaragua|Panama|Paraguay|Peru|Uruguay|Venezuela",
        "south asian": "Afghanistan|Bangladesh|Bhutan|India|Maldives|Nepal|Pakistan|Sri Lanka",
        "southeast asian": "Brunei|Cambodia|Indonesia|Laos|Malaysia|Myanmar|Philippines|Singapore|Thailand|"
        "East Timor|Vietnam",
        "north african": "Algeria|Egypt|Libya|Morocco|Sudan|Tunisia",
        "west african": "Benin|Burkina Faso|Gambia|Ghana|Guinea|Guinea-Bissau|Ivory Coast|Liberia|Mali|"
        "Mauritania|Niger|Nigeria|Senegal|Sierra Leone|Togo",
        "central african": "Burundi|Cameroon|Central African Republic|Chad|Congo|Gabon|Rwanda|Zaire",
        "east african": "Burundi|Djibouti|Eritrea|Ethiopia|Kenya|Rwanda|Somalia|South Sudan|Sudan|Tanzania|Uganda",
        "horn of africa": "Djibouti|Eritrea|Ethiopia|Somalia",
        "southern african": "Angola|Botswana|Lesotho|Malawi|Mozambique|Namibia|South Africa|Eswatini|"
        "Zambia|Zimbabwe",
        "island": "Bahrain|Cuba|Cyprus|East Timor|Fiji|Haiti|Iceland|Ireland|Jamaica|Madagascar|Maldives|Malta|"
        "Mauritius|New Zealand|Papua New Guinea|Philippines|Seychelles|Singapore|Solomon Islands|Sri Lanka|"
        "Taiwan|Tonga",
    }.items()
}
"""States of a region by the word that stands before 'nation', 'country' or 'republic'."""

POLITY_NOUNS = frozenset("nation country state republic kingdom island".split())

REALMS: dict[str, frozenset[str]] = {
    "kingdom": frozenset(
        {
            "Bahrain",
            "Belgium",
            "Bhutan",
            "Cambodia",
            "Denmark",
            "Eswatini",
            "Jordan",
            "Lesotho",
            "Malaysia",
            "Morocco",
            "Netherlands",
            "Norway",
            "Saudi Arabia",
            "Spain",
            "Sweden",
            "Thailand",
            "Tonga",
            "United Kingdom",
        }
    ),
    "sultanate": frozenset({"Brunei", "Oman"}),
    "emirate": frozenset({"Kuwait", "Qatar", "United Arab Emirates"}),
    "principality": frozenset({"Andorra", "Liechtenstein", "Monaco"}),
}
"""States by the rule for which reports call them 'the kingdom' or 'the sultanate'."""
