"""Countries by their names, adjectives, people and capitals: what a state goes by in the news."""

# name | adjectives and peoples | other names and capitals (metonyms in brackets)
_TABLE = """
Afghanistan|Afghan Afghans|[Kabul]
Albania|Albanian Albanians|[Tirana]
Algeria|Algerian Algerians|[Algiers]
Andorra|Andorran Andorrans|
Angola|Angolan Angolans|[Luanda]
Antigua and Barbuda|Antiguan Antiguans|
Argentina|Argentine Argentinian Argentines|[Buenos Aires]
Armenia|Armenian Armenians|[Yerevan]
Australia|Australian Australians|[Canberra]
Austria|Austrian Austrians|[Vienna]
Azerbaijan|Azerbaijani Azerbaijanis Azeri|[Baku]
Bahamas|Bahamian Bahamians|The Bahamas;[Nassau]
Bahrain|Bahraini Bahrainis|[Manama]
Bangladesh|Bangladeshi Bangladeshis|[Dhaka]
Barbados|Barbadian Barbadians|[Bridgetown]
Belarus|Belarusian Belarusians|[Minsk]
Belgium|Belgian Belgians|
Belize|Belizean Belizeans|[Belmopan]
Benin|Beninese|[Porto-Novo]
Bhutan|Bhutanese|[Thimphu]
Bolivia|Bolivian Bolivians|[La Paz]
Bosnia and Herzegovina|Bosnian Bosnians|Bosnia [Sarajevo]
Botswana|Botswanan|[Gaborone]
Brazil|Brazilian Brazilians|[Brasilia]
Brunei|Bruneian Bruneians|
Bulgaria|Bulgarian Bulgarians|[Sofia]
Burkina Faso|Burkinabe|[Ouagadougou]
Burundi|Burundian Burundians|[Bujumbura]
Cambodia|Cambodian Cambodians|[Phnom Penh]
Cameroon|Cameroonian Cameroonians|[Yaounde]
Canada|Canadian Canadians|[Ottawa]
Cape Verde|Cape-Verdean|Cabo Verde
Central African Republic|Central-African|[Bangui]
Chad|Chadian Chadians|[N'Djamena]
Chile|Chilean Chileans|[Santiago]
China|Chinese|People's Republic of China;[Beijing]
Colombia|Colombian Colombians|[Bogota];[Bogotá]
Comoros|Comorian Comorians Comoran|[Moroni]
Congo|Congolese|Democratic Republic of Congo;Democratic Republic of the Congo;DR Congo;DRC;[Kinshasa]
Costa Rica|Costa-Rican|
Croatia|Croatian Croatians Croat Croats|[Zagreb]
Cuba|Cuban Cubans|[Havana]
Cyprus|Cypriot Cypriots|[Nicosia]
Czech Republic|Czech Czechs|Czechia;[Prague]
Denmark|Danish Danes|[Copenhagen]
Djibouti|Djiboutian|
Dominican Republic|Dominican Dominicans|
East Timor|Timorese|Timor-Leste;[Dili]
Ecuador|Ecuadorian Ecuadorean|[Quito]
Egypt|Egyptian Egyptians|[Cairo]
El Salvador|Salvadoran Salvadorans|
Equatorial Guinea|Equatorial-Guinean|[Malabo]
Eritrea|Eritrean Eritreans|[Asmara]
Estonia|Estonian Estonians|[Tallinn]
Eswatini|Swazi Swazis|Swaziland;[Mbabane]
Ethiopia|Ethiopian Ethiopians|[Addis Ababa]
Fiji|Fijian Fijians|[Suva]
Finland|Finnish Finns|[Helsinki]
France|French|[Paris]
Gabon|Gabonese|[Libreville]
Gambia|Gambian Gambians|The Gambia;[Banjul]
Georgia|Georgian Georgians|[Tbilisi]
Germany|German Germans|[Berlin]
Ghana|Ghanaian Ghanaians|[Accra]
Greece|Greek Greeks|[Athens]
Grenada|Grenadian Grenadians|
Guatemala|Guatemalan Guatemalans|
Guinea-Bissau|Bissau-Guinean|[Bissau]
Guinea|Guinean Guineans|[Conakry]
Guyana|Guyanese|
Haiti|Haitian Haitians|[Port-au-Prince]
Honduras|Honduran Hondurans|[Tegucigalpa]
Hungary|Hungarian Hungarians|[Budapest]
Iceland|Icelandic Icelanders|[Reykjavik]
India|Indian Indians|[New Delhi];[Delhi]
Indonesia|Indonesian Indonesians|[Jakarta]
Iran|Iranian Iranians|Islamic Republic of Iran;Islamic Republic;[Tehran];[Teheran]
Iraq|Iraqi Iraqis|[Baghdad]
Ireland|Irish|[Dublin]
Israel|Israeli Israelis|[Jerusalem];[Tel Aviv]
Italy|Italian Italians|[Rome]
Ivory Coast|Ivorian Ivorians|Côte d'Ivoire;Cote d'Ivoire;[Abidjan]
Jamaica|Jamaican Jamaicans|
Japan|Japanese|[Tokyo]
Jordan|Jordanian Jordanians|[Amman]
Kazakhstan|Kazakh Kazakhs Kazakhstani|[Astana]
Kenya|Kenyan Kenyans|[Nairobi]
Kiribati|I-Kiribati|
Kosovo|Kosovar Kosovars Kosovan|[Pristina]
Kuwait|Kuwaiti Kuwaitis|
Kyrgyzstan|Kyrgyz|[Bishkek]
Laos|Laotian Lao|[Vientiane]
Latvia|Latvian Latvians|[Riga]
Lebanon|Lebanese|[Beirut]
Lesotho|Basotho|[Maseru]
Liberia|Liberian Liberians|[Monrovia]
Libya|Libyan Libyans|[Tripoli]
Liechtenstein|Liechtensteiner|[Vaduz]
Lithuania|Lithuanian Lithuanians|[Vilnius]
Luxembourg|Luxembourgish|
Madagascar|Malagasy|[Antananarivo]
Malawi|Malawian Malawians|[Lilongwe]
Malaysia|Malaysian Malaysians|[Kuala Lumpur]
Maldives|Maldivian Maldivians|[Male]
Mali|Malian Malians|[Bamako]
Malta|Maltese|[Valletta]
Marshall Islands|Marshallese|
Mauritania|Mauritanian Mauritanians|[Nouakchott]
Mauritius|Mauritian Mauritians|[Port Louis]
Mexico|Mexican Mexicans|[Mexico City]
Micronesia|Micronesian Micronesians|
Moldova|Moldovan Moldovans|[Chisinau]
Monaco|Monegasque|
Mongolia|Mongolian Mongolians|[Ulan Bator];[Ulaanbaatar]
Montenegro|Montenegrin Montenegrins|[Podgorica]
Morocco|Moroccan Moroccans|[Rabat]
Mozambique|Mozambican Mozambicans|[Maputo]
Myanmar|Burmese|Burma;[Naypyidaw];[Naypyitaw]
Namibia|Namibian Namibians|[Windhoek]
Nauru|Nauruan Nauruans|
Nepal|Nepali Nepalese|[Kathmandu]
Netherlands|Dutch|The Netherlands;Holland;[The Hague]
New Zealand|New-Zealander|[Wellington]
Nicaragua|Nicaraguan Nicaraguans|[Managua]
Nigeria|Nigerian Nigerians|[Abuja]
Niger|Nigerien|[Niamey]
North Korea|North-Korean North-Koreans|DPRK;Democratic People's Republic of Korea;the North;[Pyongyang]
North Macedonia|Macedonian Macedonians|Macedonia;[Skopje]
Norway|Norwegian Norwegians|[Oslo]
Oman|Omani Omanis|[Muscat]
Pakistan|Pakistani Pakistanis|[Islamabad]
Palau|Palauan Palauans|
Palestine|Palestinian Palestinians|[Ramallah]
Panama|Panamanian Panamanians|
Papua New Guinea|Papua-New-Guinean|[Port Moresby]
Paraguay|Paraguayan|[Asuncion]
Peru|Peruvian Peruvians|[Lima]
Philippines|Philippine Filipino Filipinos|The Philippines;[Manila]
Poland|Polish Poles|[Warsaw]
Portugal|Portuguese|[Lisbon]
Qatar|Qatari Qataris|[Doha]
Romania|Romanian Romanians|[Bucharest]
Russia|Russian Russians|Russian Federation;[Moscow]
Rwanda|Rwandan Rwandans|[Kigali]
Samoa|Samoan Samoans|
San Marino|Sammarinese|
Sao Tome and Principe|Sao-Tomean|
Saudi Arabia|Saudi Saudis|[Riyadh]
Senegal|Senegalese|[Dakar]
Serbia|Serbian Serbians Serb Serbs|[Belgrade]
Seychelles|Seychellois|
Sierra Leone|Sierra-Leonean|[Freetown]
Singapore|Singaporean Singaporeans|
Slovakia|Slovak Slovaks|[Bratislava]
Slovenia|Slovenian Slovenians Slovene|[Ljubljana]
Solomon Islands|Solomon-Islander|[Honiara]
Somalia|Somali Somalis|[Mogadishu]
South Africa|South-African South-Africans|[Pretoria]
South Korea|South-Korean South-Koreans|Republic of Korea;the South;[Seoul]
South Sudan|South-Sudanese|[Juba]
Soviet Union|Soviet Soviets|USSR
Spain|Spanish Spaniards|[Madrid]
Sri Lanka|Sri-Lankan Sri-Lankans|[Colombo]
St. Kitts and Nevis|Kittitian|Saint Kitts and Nevis
St. Lucia|St-Lucian|Saint Lucia
St. Vincent and the Grenadines|Vincentian|Saint Vincent and the Grenadines
Sudan|Sudanese|[Khartoum]
Suriname|Surinamese|[Paramaribo]
Sweden|Swedish Swedes|[Stockholm]
Switzerland|Swiss|[Bern];[Berne]
Syria|Syrian Syrians|Syrian Arab Republic;[Damascus]
Taiwan|Taiwanese|[Taipei]
Tajikistan|Tajik Tajiks|[Dushanbe]
Tanzania|Tanzanian Tanzanians|[Dodoma]
Thailand|Thai Thais|[Bangkok]
Togo|Togolese|[Lome]
Tonga|Tongan Tongans|
Trinidad and Tobago|Trinidadian Trinidadians|
Tunisia|Tunisian Tunisians|[Tunis]
Turkey|Turkish Turks|Türkiye;Turkiye;[Ankara]
Turkmenistan|Turkmen|[Ashgabat]
Tuvalu|Tuvaluan Tuvaluans|
Uganda|Ugandan Ugandans|[Kampala]
Ukraine|Ukrainian Ukrainians|[Kyiv];[Kiev]
United Arab Emirates|Emirati Emiratis|UAE;U.A.E.;[Abu Dhabi]
United Kingdom|British Britons Briton|Britain;Great Britain;UK;U.K.;[London]
United States|American Americans|US;U.S.;USA;U.S.A.;United States of America;America;[Washington]
Uruguay|Uruguayan|[Montevideo]
Uzbekistan|Uzbek Uzbeks|[Tashkent]
Vanuatu|Vanuatuan ni-Vanuatu|[Port Vila]
Vatican|Vatican|Holy See
Venezuela|Venezuelan Venezuelans|[Caracas]
Vietnam|Vietnamese|[Hanoi]
Western Sahara|Sahrawi Sahrawis|
Yemen|Yemeni Yemenis|[Sanaa];[Sana'a]
Yugoslavia|Yugoslav Yugoslavs|
Zaire|Zairean Zairian Zairians|
Zambia|Zambian Zambians|[Lusaka]
Zimbabwe|Zimbabwean Zimbabweans|[Harare]
"""

ORGANISATIONS = {
    "united nations": "United Nations",
    "un": "United Nations",
    "u.n.": "United Nations",
    "world body": "United Nations",
    "european union": "European Union",
    "eu": "European Union",
    "e.u.": "European Union",
    "brussels": "European Union",
    "nato": "NATO",
    "north atlantic treaty organization": "NATO",
    "arab league": "Arab League",
    "league of arab states": "Arab League",
    "african union": "African Union",
    "au": "African Union",
    "osce": "OSCE",
    "organization for security and cooperation in europe": "OSCE",
    "organisation for security and cooperation in europe": "OSCE",
    "organization for security and co-operation in europe": "OSCE",
    "organisation for security and co-operation in europe": "OSCE",
    "ecowas": "ECOWAS",
    "igad": "IGAD",
    "asean": "ASEAN",
    "gulf cooperation council": "Gulf Cooperation Council",
    "gcc": "Gulf Cooperation Council",
    "iaea": "IAEA",
    "international atomic energy agency": "IAEA",
    "red cross": "Red Cross",
    "international committee of the red cross": "Red Cross",
    "security council": "UN Security Council",
    "u.n. security council": "UN Security Council",
    "un security council": "UN Security Council",
    "united nations security council": "UN Security Council",
    "general assembly": "UN General Assembly",
    "european commission": "European Commission",
    "international criminal court": "International Criminal Court",
    "icc": "International Criminal Court",
    "hamas": "Hamas",
    "hezbollah": "Hezbollah",
    "taliban": "Taliban",
    "pentagon": "Pentagon",
    "state department": "State Department",
    "islamic state": "Islamic State",
    "hizbollah": "Hezbollah",
    "hizbullah": "Hezbollah",
    "houthis": "Houthis",
    "ansar allah": "Ansar Allah",
    "fatah": "Fatah",
    "islamic jihad": "Islamic Jihad",
    "isis": "Islamic State",
    "isil": "Islamic State",
    "boko haram": "Boko Haram",
    "al-shabab": "al-Shabab",
    "al-shabaab": "al-Shabab",
    "al-qaeda": "al-Qaeda",
    "al-qaida": "al-Qaeda",
    "al qaeda": "al-Qaeda",
    "al-qaeda in iraq": "al-Qaeda in Iraq",
    "al-qaeda in the arabian peninsula": "al-Qaeda in the Arabian Peninsula",
    "al-qaeda in the islamic maghreb": "al-Qaeda in the Islamic Maghreb",
    "al-qaida in iraq": "al-Qaeda in Iraq",
    "al-qaida in the arabian peninsula": "al-Qaeda in the Arabian Peninsula",
    "al-qaida in the islamic maghreb": "al-Qaeda in the Islamic Maghreb",
    "pkk": "PKK",
    "farc": "FARC",
    "m23": "M23",
    "polisario front": "Polisario Front",
    "mossad": "Mossad",
    "duma": "Duma",
    "knesset": "Knesset",
    "bundestag": "Bundestag",
    "foggy bottom": "State Department",
    "commonwealth": "Commonwealth",
    "g7": "G7",
    "g20": "G20",
    "opec": "OPEC",
    "icrc": "Red Cross",
    "unrwa": "UNRWA",
    "unesco": "UNESCO",
    "palestinian authority": "Palestinian Authority",
    "world bank": "World Bank",
    "imf": "IMF",
    "unhcr": "UNHCR",
    "unicef": "UNICEF",
    "doctors without borders": "Doctors Without Borders",
    "reporters without borders": "Reporters Without Borders",
    "world food programme": "World Food Programme",
    "world food program": "World Food Programme",
    "wfp": "World Food Programme",
    "world health organization": "World Health Organization",
    "who": "World Health Organization",
    "amnesty international": "Amnesty International",
    "human rights watch": "Human Rights Watch",
    "ocha": "OCHA",
    "ohchr": "OHCHR",
}
"""Well-known bodies, lower-cased; looked up only on capitalised words of the text."""

SEATS = {
    "white house": "United States",
    "kremlin": "Russia",
    "downing street": "United Kingdom",
    "elysee": "France",
    "elysee palace": "France",
    "élysée": "France",
    "blue house": "South Korea",
}
"""Seats of government that stand for the state, as its capital does."""

OF_STATE = {
    "State Department": "United States",
    "Pentagon": "United States",
    "US State Department": "United States",
    "Foreign Office": "United Kingdom",
}
"""Ministries known without their country's name."""


def _load() -> tuple[dict[str, str], dict[str, str], dict[str, str]]:
    names: dict[str, str] = {}
    adjectives: dict[str, str] = {}
    capitals: dict[str, str] = {}
    for line in _TABLE.strip().splitlines():
        name, people, others = line.split("|")
        names[name.lower()] = name
        for word in people.split():
            adjectives[word.replace("-", " ").lower()] = name
        for part in others.split(";"):
            for other in _split_other(part):
                if other.startswith("["):
                    capitals[other[1:-1].lower()] = name
                elif other:
                    names[other.lower()] = name
    return names, adjectives, capitals


def _split_other(part: str) -> list[str]:
    part = part.strip()
    if "[" in part and not part.startswith("["):
        plain, _, capital = part.partition("[")
        return [plain.strip(), "[" + capital]
    return [part]


COUNTRIES, ADJECTIVES, CAPITALS = _load()
"""Lower-cased name, adjective or capital -> country name as this record writes it."""
