"""Given names, without accents, by which a person is known for one, and for a woman or a man.

Names both bear tell neither; names that are common words (May, Hope, Grant) are left out.
"""

import re
import unicodedata

FEMALE_NAMES = frozenset(
    """abeba abigail adela adelaida adele adriana agata agatha agnes agneta agnieszka aicha aida aigerim
    aileen aino aisha aishath aishatu aisling aissata akiko alba alejandra aleksandra alena alessandra
    alexandra alexia alice alicia alicja alina aline allison alma alyona amal amalia amanda amani amelia
    amelie amina aminata amira amna amra ana anastasia andree andreea angela angelica angelina angelique
    angie anika anita anja ann anna annalena anne anneke annemarie annette annie annika antoinette
    antonella antonia apolonia arancha ariadna ariane arlene asha ashley asma asta astou astrid atifete
    audrey auma aung aurelia aurora awa ayelet ayesha aygul ayse azadeh azra barbara barbro batoul bayan
    beata beate beatriz becky begum belen belinda benazir benedicta benedicte benita bente berit
    bernadette bernice bertha beryl beth betsy bettina betty beverley beverly bianca bibi biljana bintou
    birgit birgitta blanca blanche bodil bogdana bojana bonnie bouthaina bozena branka brenda bridget
    brigid brigitte britta bronwyn buthaina camila camilla camille carla carlota carme carmela carmen
    carole carolina caroline carolyn cassandra catalina caterina catherine cathrine cathy catia cecile
    cecilia celeste celia celina chantal charlotte chiara chidinma chimene chioma chloe christiane
    christianne christina christine chrystia cindy claire clara clare clarice claudette claudia claudine
    clemencia clementine clotilde colette concepcion condoleezza connie constance constanza consuelo
    cora corazon cordelia corinne cristiana cristina cynthia dagmar daina dalal dalia dana danica
    daniela danielle danuta daphne daria darya debbie deborah delfina delia delphine demet denise
    desiree despina dessislava diana diane dilma dina djamila dolores dominique domitila donna dora
    doreen doris dorota dorothy dragana ebba ebru edda edite edith edurne eileen ekaterina ekaterini
    elaine eleanor elena eleni eleonora elham eliane elif elisa elisabet elisabeth elise eliza elizabeth
    elke ella ellen elsa elspeth elvira emanuela emiko emilia emiliana emily emine emma enid erica erika
    erin esmeralda esra estela estelle esther eszter etelvina ethel eugenia eulalia eunice eva evelina
    evelyn ewa fadela fadia fadwa faiza fanny farah faten fatima fatimah fatma fatmata fatou fatoumata
    fatuma faye federica felicity feride fernanda filomena fiona flora florence frances francesca
    francine francoise frauke freda frida gabriela galina galit genevieve genoveva georgette geraldine
    gerda gertrude ghada gillian gina giorgia gisela giselle giulia gladys gloria golda graca grace
    graciela graziella greta gro guadalupe gudrun gulnara gwen habiba hadiza hadja hafsa hala halima
    halina hana hanan hanna hannah hannele hannelore harriet hasina hatice hawa hayat hazel heather heba
    hedda hedwig heidi heike helen helena helga helle henrietta henriette hilary hilda hilde hillary
    hillevi hina hiroko huda huguette hulya ikram ilana ilona ilse ilze iman imelda indira ines inga
    inge ingeborg inger ingrid inna ioana irena irene irina irma isabel isabella isabelle isatou isolde
    ivana ivanka ivonne ixchel izabela jacinda jacinta jackie jacqueline jadranka jadwiga jamila jane
    janet janice janina janine jasmin jasmina jasmine jeanette jeanine jeanne jelena jennifer jessica
    jill joan joana joanna joanne joelle johanna jolanta josefina josephine josie jovita joyce juana
    judit judith judy julia juliana julianne julie julieta juliette julija justyna jutta kadiatou kaja
    kalpana kamala karen karima karin karina karolina katalin katarina katarzyna kate katerina katherine
    kathleen kathryn kathy katja katrin kausar kay kazimiera keiko kerstin ketanji khadija khadijah
    khaleda kimberly kirsi kirsten klara kristin krisztina krystyna laila lara larissa latifa laura
    laurel lauren layla lea leah leena leila leilani lena leonor leslie leticia leyla lidia lieve lilian
    liliana lillian lily lina linda lindsay lioba lisa lisbeth lise litia liv liz liza ljiljana loredana
    lorena loretta lorraine louisa louise lourdes lubna lucia luciana lucie lucille lucy ludmila
    ludmilla luisa luise lupita lydia lynda lynn maarit mabel madeleine madeline madina magda magdalena
    maggie maha maija maimouna maimuna maira maja malala malgorzata malika mamata manal manuela mara
    marcela marcia mareike marga margaret margarita margaux margot margrethe mari maria mariam mariama
    mariana marianna marianne maribel marie marija marilyn marina marion marisa marise marisol maritza
    marja marjan marjorie marlene marta martha marthe martine marwa mary maryam masha mathilde matilda
    maud maura maureen maxine maya mbarka meg megan mehwish mei meital melania melanie melinda melissa
    meltem meral mercedes meredith merkel meryem mette micheline michelle mila milagros mildred milena
    milica milka mimi mina minna mira miranda mireia mireille mireya miriam mirjana mitsuko moira molly
    mona monica monique morag mouna muna muriel myra myriam nadezhda nadia nadine nafisa nahid najat
    najla najwa nalini namrata nancy naomi nasreen nasrin natacha natalia natalie natalya natasa natasha
    nathalie nawal nazanin neelam neema neha nermin neus nevena ngaire ngozi niamh nicola nicole
    nicoletta nihal nikki nina nirmala nisha nkosazana noemi noha noor nora norah norma noura nuria
    octavia odette odile oksana olena olesya olga olivia omaima ona oonagh orla orly otilia oumou palesa
    paloma pamela paola parisa pat patricia paula paulina pauline pelagia penelope penny petra philippa
    philomena phoebe phumzile phyllis pilar pirjo polina pooja portia praxedes precious priscilla priya
    prudencia quratulain rabia rachel rachida radka radmila rahama rahma raisa ramatou ramona randa
    rania ranjana raquel rasha ravena ravina rawya rebeca rebecca reem regina regine remedios renata
    renate renee reyhan rhoda rhonda rim rima rita roberta rocio roisin rola romana romina ronit rosa
    rosalia rosalind rosanna rosario rosemarie rosemary roxana roxane roya roza ruba rukhsana rukmini
    ruth saadia sabah sabiha sabina sabine sabrina sadia safiya sahar saida sakina sally salma salome
    samantha samar samia samira sana sandra sandrine sania sanja sanna saoirse sara sarah sarai sawsan
    segolene selena selma senait serena sevgi shabana shabnam shahida shaima shakira sharon shazia
    shehla sheikha sheila sherry shireen shirin shirley shulamit sibongile sidonie sigrid siham silja
    silvana silvia silvija simona simone simonetta sinead siobhan smriti snezana sofia sofiya solange
    soledad solveig sonia sonja sophia sophie sorana soraya soumaya stacey stefania stefanie stella
    stephanie sue sukaina sumaya sunita susan susana susanna susanne sushma suzan suzanne svetlana sybil
    syeda sylvie tahani taisa tamar tamara tammy tania tanja tansu tanya tara taraneh tatiana tatjana
    tayyaba teodora teresa tereza tetiana teuila thandi thandiwe thelma theodora theresa therese thuli
    tina tove tracey tracy trudy tuula tzipi ulla ulrike umaima una ursula urszula vaira valentina
    valeria valerie vanda vanessa vera verena veronica vesna vicky victoria vigdis viktoria vilma violet
    violeta vivian viviana viviane vjosa wafa wairimu wanda wangari wanjiru wendy wilhelmina winnie
    winsome wislawa xiomara yael yamina yana yara yasmin yasmina yelena yetunde yevgenia yoko yolanda
    yuki yulia yuliya yvette yvonne zahia zahra zainab zaineb zakia zanele zara zaynab zehra zeinab
    zelda zeynep zinaida zita zlata zoe zofia zohra zora zoya zsofia zsuzsanna zuzana""".split()
)

MALE_NAMES = frozenset(
    """aaron abbas abdel abdelaziz abdelfattah abdelkader abdelrahman abdirahman abdirizak abdou abdoulaye
    abdourahmane abdul abdulaziz abdulla abdullah abdullahi abel abiy abraham achille achim adam adama
    adebayo adel adil adnan adolfo adrian afif agostinho ahmad ahmadou ahmed ahmet aiden ajay akbar
    akhtar akira akmal alain alan alassane albert alberto alejandro aleksandar aleksander aleksandr
    aleksei aleksey alemayehu alessandro alex alexander alexandros alexandru alexei alfonso alfred
    alfredo alhaji ali aliou alistair aliyev aliyu allan allen alonso alpha alvaro amadou amar amara
    ambrose amir amit amos amr anand anatole anders andre andreas andrei andrej andres andrew andris
    andrzej andy angus anibal anil ansumana anthony antoine anton antonio antonis antony anwar aram
    arben archibald ardit ariel aristides arkady armando armen armin arnaldo arnold arsen arsene artem
    arthur artur arturo artyom arun asad ashok ashot ashraf asif askar atiku augustin augusto avigdor
    avraham ayman azhar aziz babacar babatunde bakary baltasar ban barack barham barnaby barry bart
    basem bashar bashir bassam bastien bayram bekim benedict benito benjamin benny benoit benson bernard
    bernardo bernd bertrand besim bilal billy binali birama bob bogdan bohdan bojan bolat boris borut
    boubacar boutros boyko brad bradley brahim branislav brendan brett brian bruce bruno bujar burhan
    burhanuddin byron calvin cameron carl carlo carlos cecil cedric celestin celso cesar charles charlie
    chea cheick cheikh chen chinedu chris christian christoph christophe christopher chukwuemeka claudio
    cledy clemens clement clifford clinton colin connor conor constantin craig cristian cuthbert cyril
    cyrille cyrus dafydd daniel daniele danilo danny dario darko darren daud dave david davor deepak
    dejan demba demetrius deng denis dennis denys derek desmond didier diego dieter dietmar dimitar
    dimitri dimitrios dimitris dirk djibril djibrine djordje dmitri dmitry dmytro domenico dominic
    dominik donald donato doug douglas dragan drazen duncan dusan dwight eddie edgar edgardo edin edmond
    edmund eduard eduardo edvard edward edwin efrain ehud eitan elhadj elias elijah elliot eloi emeka
    emil emile emilio emmanuel emmerson emomali enda enrico enrique enver eric erik erlan ernest ernesto
    ernst erwin esteban etienne eugene eugenio evan evaristo evgeny evo ewan eyad ezekiel fabio fabrice
    fadel fadi faisal farhod farid farouk fathi fatmir faustin fausto fawzi fayez federico felipe felix
    ferdinand ferhat fernando fidel fikret filip firmin flavio florent florian fode fouad francesco
    francis francisco franco francois franjo frans franz fred freddy frederic frederick fredrik
    friedrich fuad fuat fumio gabor gabriel gareth garry gary gaspard gaston gavin gebran geir genaro
    gennady geoff geoffrey georg george georgi georgios gerald geraldo gerard gerhard germain gerry
    gervais getachew ghassan giacomo gianni gideon gilbert gilberto gilles gino giorgio giovanni girma
    giulio giuseppe gjergj gjorge glenn godfrey godwin goran gordon graeme graham greg gregor gregory
    grigory guido guillaume guillermo gunnar gunter gus gustav gustave gustavo gwilym habib hadi hafez
    haidar haider hailemariam haitham hakan hakim halil halim hamad hamdan hamdi hamed hamid hamza hans
    harald haris harold haroun harry harvey hashim hassan hassane hector heikki heinz helmut hendrik
    henri henrik henrique henry herbert heriberto herman hermann hernan hilal hilario hisham horacio
    horst hovik howard hryhoriy hubert hugh hugo humberto husam hussain hussein iain ian ibrahim
    ibrahima idan idris idriss ifor ignacio igor ihor ilan ilham ilia ilir ilkka ilya imad imran inigo
    iqbal isa isaac isaias ishmael ismael ismail issa issoufou istvan itamar itzhak ivan ivica ivo
    jaafar jaak jacinto jackson jacob jacques jafar jaime jairo jake jakob jakub jalal jamal james jamil
    jan janez jared jarkko jaroslav jason javad javier jawad jay jean jeff jeffrey jeremiah jeremy
    jerome jeronimo jerry jerzy jesper jesus jibril jim jimmy joachim joao joaquin jochen joe joel johan
    johannes john johnny jon jonas jonathan jorge jorgen jorma jose josef josep joseph josh joshua josip
    josue jovan jozef juan juergen juha jules julian julien julius jurgen justin juvenal kaare kaarel
    kader kai kakha kamal kamil karim karl karol kasim kaspar kassym kazimierz keir keith kelvin kemal
    ken kenji kenneth kent kenzo kevin khairy khaled khaleel khalid khalifa khalil khamis kim kiril
    kirill kiyoshi kjell klaus kobina kofi koichi konrad konstantin konstantinos kourosh krister kristof
    krzysztof kurt kwabena kwame kyaw kyle kyriakos laith lakhdar lamin lamine larry lars laszlo laurent
    leandro lech leif lekan len leo leon leonard leonardo leonid leopoldo leszek levon lewis liam linus
    lionel ljubomir lloyd loic lorenzo lorik lothar lou louis lubomir luc luca lucas luciano ludvik
    ludwig luigi luis luiz luka lukas luke lutfi lwin lyndon maciej macky maged magnus mahamadou mahdi
    maher mahinda mahlon mahmoud mahmud majid malam malcolm malick malik mamadou mamady mamoun manoj
    mansour manuel marat marc marcel marcelo marcin marco marcos marek mariano marin mario marius mark
    marko markus marlon marouf marshall martin martins marvin marwan masaki masoud massimo massoud
    mateusz mathias mathieu matt matteo matthew matthias matti maung mauricio maurizio mauro maxim
    maxime maximilian maximo mehdi mehmet mel melaku melchior melvin memduh menachem michael michal
    michalis michel miguel mihai mikael mike mikhail mikheil mikko miklos milan milo milorad milos
    milton miran mircea mirko miroslav mirza mitch mladen moammar moctar modibo modou mohamad mohamed
    mohammad mohammed mohamud mohsen moise moises mokhtar momar moncef mongi moon mordechai morgan
    morris moses moshe moti mouctar moukhtar mounir mousa moussa moustafa muammar mubarak muhamed
    muhammad muhammadu muhannad mukesh mukhtar munir munther murad murat murray musa mustafa mustapha
    nabih nabil nadav nader nadir naftali naguib najib namik narendra naser nasir nasrallah nasser
    nassir natan nathan nathaniel naveed nawaf nawaz nebojsa neil nelson nestor nevzat ngugi nhial
    nicholas nick nicolas nidal niels nigel nihad nikita nikolai nikos nils nir nishan nizar noah noel
    norbert norman noureddine nouri nuri nurlan obinna octavio oktay olaf olav oleg oleh oleksandr
    oleksiy oliver olivier olumide olusegun omar omer omran omri onder orlando osama oscar oskar osman
    osmane otto oumar ousmane ovidio owen pablo panos paolo park pascal pascoal pascual pasquale patrice
    patricio patrick patrik paul paulino paulo pavel pavlo pawel pedrag pedro pekka penda perry pervez
    petar pete peter petr petro petros petru phil philemon philip philippe philippos pier pierre piet
    pietro piotr pradeep prakash pranab prasad predrag pyotr qasim quentin rabah radek radoslaw radovan
    raed rafael raffi rafik rafiq rahim rahmat rahul raila raimonds raimundo rainer raj rajiv rajnath
    ralph ramadan ramazan ramesh rami ramiro ramon ramush ramzan ramzi randall randy rani raphael rashid
    rasim rasmus rasul ratko rauf raul ravi raymond raza recep reda reinaldo reinhard remi renato renaud
    rene reuven reynaldo reza riad ricardo richard rick ricky riek rifaat rifat rigoberto rinat riyad
    rizwan robbie robert roberto rodolfo rodrigo rodrigue rogelio roger roland rolf roman romano ron
    ronald ronnie rory ross rostam roy ruaridh ruben rubens rudi rudolf rudy rui rupert rusdi ruslan
    russell rustam ryan saad saadi sabri saddam sadiq saeb saeed saeid safwan sahib sahle sahr saif
    sajid sakari salah salif salih salim salman salou salva salvador samba sameh samer sami samih samir
    samson samuel samy sandor sandro sani sanjay santiago sanusi sateesh saud saul savvas sayed scott
    sean sebastian sebastien sedat sedki seif seifu selcuk selim selvin senad serdar serge sergei sergey
    sergio sergiu serhiy serik seth seydou shadi shafiq shahbaz shahid shahin shamil shane shaukat shaun
    shavkat shehu sheldon sher sherif sherzod shigeru shimon shinzo shirzad shlomo shota shukri siddiq
    sidney sigmar sigurd silvano silvio simeon simo simon sirojiddin slavko slavoljub slimane slobodan
    sofian solomon soren souleymane spencer staffan stan stanislav stanislaw stanley stavros stefan
    stefano steffen stelian sten stephen sterling steve steven stewart stig stipe stjepan stuart sudhir
    suhail suleiman suleyman sultanbek sunil suresh sven syed sylvain sylvester tadesse tadeusz tadhg
    taha taher tahsin taieb taiwo takashi takis talal talgat talib tamer tanveer tarek tariku tariq
    tarkan taro taur tawfik tayyip tedros tekle temur teodor terence terry tevfik thabo theo theodore
    theodoros theophile thierry thomas thor thorbjorn tibor tiemoko tigran tihomir tijani tim timo
    timothy timur tobias toby todd toivo tom tomas tomasz tomislav tommy tony toomas torsten travis
    trevor tristan tshering turgut tzachi udo ugo ulises ulrich umar umaro umberto uri usman uzair vahid
    valdis valentin valentino valeriu valery vasil vasile vasily vassilis vasyl veljko vernon vicente
    victor vidal vidar viktor viktoras vincent vinod viorel virgilio vitaly vito vitor vjekoslav
    vladimir vladislav vojislav vojtech volker volodymyr vuk vyacheslav wael wahid waldemar waleed walid
    walter wang warren wayne werner wiktor wilfred wilhelm willem william willy wim winston wladyslaw
    wojciech wolfgang xavi xavier yaakov yacine yahia yahya yair yakov yannis yaser yasser yaya yehuda
    yerlan yevgeny yilmaz yitzhak yoav yonas yoshihide yossi youssef youssouf yousuf yoweri yunus yuri
    yuriy yury yusuf yves zafar zaher zakaria zakir zalmay zaza zbigniew zdenek zdravko zeev zeki zeljko
    zenon zhivko zia zijad zohrab zoltan zoran zubair zulfiqar zviad""".split()
)

EITHER_NAMES = frozenset("""almaz andrea ene esi jordi nino sandeep sasa tea""".split())

GIVEN_NAMES = FEMALE_NAMES | MALE_NAMES | EITHER_NAMES


def is_given(word: str) -> bool:
    """Tell whether a word is a given name, accents or none.

    >>> is_given("Iván"), is_given("Bridge")
    (True, False)
    """
    low = word.lower()
    return without_accents(low) in GIVEN_NAMES


SURNAME_FIRST = re.compile(r"[A-Z][a-z]+ [A-Z][a-z]+-[a-z]+")
"""'Kim Min-ji': the first word is no given name and tells nothing of he or she."""

_STROKES = str.maketrans(
    {"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ı": "i", "æ": "ae"}
)


def without_accents(word: str) -> str:
    """Return a word in plain letters.

    >>> without_accents("søren"), without_accents("uxía")
    ('soren', 'uxia')
    """
    plain = unicodedata.normalize("NFKD", word.translate(_STROKES))
    return "".join(c for c in plain if not unicodedata.combining(c))
