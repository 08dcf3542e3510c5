"""Bodies, parties, armed groups, firms and media whose names look like persons' or places' names."""

_BODIES = """
Abu Sayyaf|Sendero Luminoso|Shining Path|Ansar Dine|Ansar al-Sharia|Hizb ut-Tahrir|Jamaat-e-Islami|
Lashkar-e-Taiba|Jaish-e-Mohammed|Al Shabaab|Al Shabab|Jemaah Islamiah|Jabhat al-Nusra|Nusra Front|
Ahrar al-Sham|Jaish al-Islam|Faylaq al-Rahman|Hayat Tahrir al-Sham|Saraya al-Quds|Kataib Hezbollah|
Asaib Ahl al-Haq|Boko Haram|Séléka|Seleka|Anti-Balaka|Janjaweed|Tamil Tigers|Khmer Rouge|Mai-Mai|Sinn Fein|
Sinn Féin|Fine Gael|Fianna Fail|Fianna Fáil|Plaid Cymru|Golden Dawn|Syriza|Podemos|Forza Italia|
Fidesz|Likud|Yisrael Beiteinu|Yesh Atid|Kach|Shas|Meretz|Fatah|Ennahda|Nidaa Tounes|
Zanu-PF|Frelimo|Renamo|Swapo|Unita|Inkatha|Chama Cha Mapinduzi|Chadema|Pakatan Harapan|Barisan Nasional|
Perikatan Nasional|Golkar|Pheu Thai|Move Forward|Bharatiya Janata Party|Shiv Sena|Trinamool Congress|
Telugu Desam|Awami League|Kuomintang|Komeito|Hamas|Shin Bet|Shin Beth|Mossad|
Securitate|Stasi|Guardia Civil|Carabinieri|Interpol|Europol|Frontex|Eurostat|Scotland Yard|Wall Street|
Capitol Hill|Peace Now|Breaking the Silence|Extinction Rebellion|Just Stop Oil|Black Lives Matter|
Global Witness|Transparency International|Greenpeace|Oxfam|Médecins Sans Frontières|
Medecins Sans Frontieres|Doctors Without Borders|Reporters Without Borders|Save the Children|Rio Tinto|Royal Mail|Deutsche Telekom|Deutsche Bank|
Deutsche Bahn|Goldman Sachs|Credit Suisse|Société Générale|Novo Nordisk|Fiat Chrysler|Air France|
Korean Air|British Airways|Royal Dutch Shell|Severn Trent|Northern Rail|National Grid|Network Rail|
Saudi Aramco|Gazprom|Rosneft|Lukoil|Rosatom|Naftogaz|Petrobras|Electricité de France|Statistics Norway|
Statistics Canada|Elections Canada|Transport Canada|Environment Canada|Border Force
"""

_MEDIA = """
Le Monde|Le Figaro|La Repubblica|La Stampa|Corriere della Sera|Der Spiegel|Die Welt|Die Zeit|
Süddeutsche Zeitung|Frankfurter Allgemeine Zeitung|Neue Zürcher Zeitung|De Telegraaf|El Pais|El País|
El Mundo|El Universal|La Nacion|La Nación|Clarin|Clarín|O Globo|Haaretz|Maariv|Yedioth Ahronoth|
Jerusalem Post|Times of Israel|Asharq al-Awsat|Al-Hayat|Al Hayat|Al-Ahram|Al Ahram|Al Arabiya|
Al-Arabiya|Al Manar|Al-Manar|Al Mayadeen|Al-Masry Al-Youm|Novaya Gazeta|Rossiyskaya Gazeta|Kommersant|
Izvestia|Vedomosti|Yomiuri Shimbun|Asahi Shimbun|Mainichi Shimbun|Chosun Ilbo|Hindustan Times|
Times of India|Global Times|People's Daily|China Daily|South China Morning Post|Straits Times|
Jakarta Post|Bangkok Post|Daily Nation|Premium Times|Press TV|Hurriyet|Cumhuriyet|
Financial Times|Wall Street Journal|Los Angeles Times|Washington Times|Daily Telegraph|Daily Mail|
Sunday Times|New York Post|Fox News|NBC News|CBS News|ABC News
"""


def _listed(text: str) -> dict[str, str]:
    names = " ".join(text.split()).replace("| ", "|").split("|")
    return {name.lower(): name for name in names if name}


BODIES = _listed(_BODIES)
"""Names in small letters to names as written."""

MEDIA = _listed(_MEDIA)
"""Papers, broadcasters and agencies, the same way."""


OF_STATES = frozenset(
    _listed("""
United Nations|UN|U.N.|European Union|EU|NATO|Arab League|African Union|AU|OSCE|ECOWAS|IGAD|ASEAN|
Gulf Cooperation Council|GCC|IAEA|UN Security Council|UN General Assembly|European Commission|
International Criminal Court|ICC|World Bank|IMF|UNHCR|UNICEF|UNRWA|UNESCO|World Food Programme|
World Health Organization|OCHA|OHCHR|OPEC|Commonwealth|SADC|Mercosur|Interpol
""")
)
"""Organisations of states."""

ARMED = frozenset(
    _listed("""
Islamic State|Boko Haram|al-Shabab|al-Qaeda|Taliban|PKK|FARC|M23|Houthis|Ansar Allah|Islamic Jihad|
Abu Sayyaf|Sendero Luminoso|Shining Path|Ansar Dine|Tamil Tigers|Khmer Rouge|Nusra Front|
Jabhat al-Nusra|Hayat Tahrir al-Sham|Lashkar-e-Taiba|Jaish-e-Mohammed|Seleka|Séléka|Janjaweed
""")
)
"""Armed groups; bodies that are parties as well (Hamas, Hezbollah) are left groups."""
