"""Given names by which a person is known for one, and for a woman or a man.

Names both bear (Andrea, Robin) and names that are common words (May, Hope, Grant) are left out.
"""

FEMALE_NAMES = frozenset(
    """abigail adela adele adriana agata agatha agnes agnieszka aida aileen aino aisha aisling aissata
    akiko alejandra aleksandra alena alessandra alexandra alexia alice alicia alina allison alma alyona
    amal amanda amelia amelie amina aminata amira amra ana anastasia andreea andrée angela angelica
    angelina angelique angie anika anita anja ann anna annalena anne annette annie antoinette antonia
    ariane arlene asma astou astrid audrey aung aurelia aurora ayelet ayesha ayse azra barbara beata
    beatriz becky belinda benazir benedicte berit bernadette bernice bertha beth betsy bettina betty
    beverley beverly bianca bibi birgit blanca blanche bogdana bojana bonnie bouthaina branka brenda
    bridget brigid brigitte britta buthaina camilla camille carla carmela carmen carole carolina
    caroline carolyn cassandra catalina caterina catherine cathy cecile cecilia celeste celia chantal
    charlotte chiara chloe christiane christianne christina christine cindy claire clara clare claudette
    claudia claudine clementine colette concepcion condoleezza connie constance consuelo cora corazon
    cordelia corinne cristina cynthia dagmar dalal dalia dana danica daniela danielle daphne daria darya
    debbie deborah delia delphine demet denise desiree despina diana diane dilma dina dolores dominique
    donna dora doreen doris dorothy dragana ebru edith eileen ekaterina ekaterini elaine eleanor elena
    eleni eleonora elif elisa elisabeth elise eliza elizabeth elke ella ellen elsa elvira emanuela emiko
    emilia emiliana emily emine emma enid erica erika erin esmeralda estela estelle esther ethel eugenia
    eunice eva evelyn ewa fanny farah faten fatima fatma fatou fatoumata faye federica felicity fernanda
    fiona flora florence frances francesca francine françoise frauke freda frida gabriela galina galit
    genevieve georgette geraldine gertrude ghada gillian gina giorgia gisela giselle giulia gladys
    gloria golda grace graciela graziella graça greta guadalupe gudrun gulnara gwen hadja hala hana
    hanan hanna hannah hannelore harriet hasina hatice hazel heather hedda hedwig heidi heike helen
    helena helga helle henrietta hilary hilda hilde hillary hina hiroko huda hulya ilana ilse imelda
    indira ines inga inge ingeborg inger ingrid inna ioana irena irene irina irma isabel isabella
    isabelle ivana ivonne izabela jacinda jacinta jackie jacqueline jadranka jadwiga jamila jane janet
    janice janine jasmin jasmine jeanette jeanine jeanne jelena jennifer jessica jill joan joanna joanne
    joelle johanna josefina josephine josie joyce juana judith judy julia juliana julianne julie
    juliette julija justyna jóhanna kadiatou kaja kalpana kamala karen karin karina katalin katarina
    katarzyna kate katerina katherine kathleen kathryn kathy katja katrin kay kazimiera keiko kerstin
    ketanji khadija khaleda kimberly kirsten klara kristin krystyna laila lara larissa latifa laura
    laurel lauren layla lea leah leila lena leonor leslie leticia lidia lilian liliana lillian lily lina
    linda lindsay lisa lisbeth lise liv liz liza ljiljana loretta lorraine louisa louise lourdes lubna
    lucia lucie lucille lucy lucía ludmila ludmilla luisa luise lupita lydia lynda lynn mabel madeleine
    madeline magda magdalena maggie maha maira maja malala malgorzata malika mamata manal manuela mara
    marcela marcia margaret margarita margaux margot margrethe maria mariam mariama mariana marianne
    maribel marie marija marilyn marina marion marisa marise marja marjorie marlene marta martha marthe
    martine mary maryam mathilde matilda maud maura maureen maxine maya meg megan mei melanie melinda
    melissa meral mercedes meredith merkel mette micheline michelle mila mildred milena milica milka
    mimi mina minna mira miranda mireille miriam mirjana mitsuko molly mona monica monique morag muna
    muriel myra myriam nadezhda nadia nadine nahid najat najwa namrata nancy naomi natacha natalia
    natalie natalya natasha nathalie nawal neelam neha nermin ngozi nicola nicole nikki nina nirmala
    nisha nkosazana noemi noha noor nora norah norma noura nuria octavia odette oksana olena olesya olga
    olivia ona oonagh orla orly otilia palesa pamela paola pat patricia paula paulina pauline pelagia
    penelope penny petra philippa phoebe phumzile phyllis pilar polina pooja portia priya rachel rachida
    radka raisa ramatou ramona randa rania raquel ravena ravina rawya rebecca reem regina regine renata
    renate renee rhoda rhonda rim rita roberta roisin romana ronit rosa rosalia rosalind rosanna rosario
    rosemarie rosemary roxana roxane roya ruba ruth sabah sabina sabine sabrina safiya sahar saida sally
    salma salome samantha samar samia samira sandra sandrine sania sanna saoirse sara sarah sawsan
    segolene selena selma serena sevgi shabana shahida shaima shakira sharon sheikha sheila sherry
    shirin shirley shulamit sibongile sidonie sigrid silvana silvia simona simone simonetta sinead
    siobhan smriti snezana sofia solange soledad sonia sonja sophia sophie soraya stacey stefania
    stefanie stella stephanie sue sumaya sunita susan susana susanna susanne sushma suzan suzanne
    svetlana sybil sylvie ségolène tahani tamar tamara tammy tania tanja tansu tanya tara taraneh
    tatiana tatjana teodora teresa thandi thelma theodora theresa thérèse tina tracey tracy trudy tzipi
    ulla ulrike una ursula urszula valentina valeria valerie vanda vanessa vera verena veronica vesna
    vicky victoria violeta vivian viviane vjosa wafa wanda wangari wendy wilhelmina winnie xiomara yael
    yara yasmin yasmina yelena yoko yolanda yuki yulia yuliya yvette yvonne zahra zainab zaynab zehra
    zeinab zlata zofia zora zoya zuzana""".split()
)
MALE_NAMES = frozenset(
    """aaron abbas abdel abdelaziz abdelfattah abdoulaye abdul abdulla abdullah abdullahi abel abraham
    achim adam adama adel adnan adolfo adrian ahmad ahmed ahmet aiden ajay akbar akhtar akira alain alan
    albert alberto alejandro aleksandar aleksander aleksandr aleksei alessandro alex alexander
    alexandros alexandru alexei alfonso alfred alfredo alhaji ali alistair allan allen alonso alpha
    alvaro amadou amar amir amos amr anders andre andreas andrei andrej andrew andrzej andrés andy angus
    anil anthony antoine anton antonio antonis antony anwar archibald ariel aristides arkady armando
    armin arnold arthur artur arturo arun asad ashok ashraf asif askar augusto avigdor avraham ayman
    aziz babacar bakary ban barack barham barnaby bart bashar bassam bastien benedict benito benjamin
    benny bernard bernardo bernd bertrand billy binali bob bohdan bojan boris borut boutros boyko brad
    bradley brendan brett brian bruce bruno bujar burhanuddin byron calvin cameron carl carlo carlos
    cecil cedric cesar charles charlie chen chris christian christoph christophe christopher claudio
    clemens clement clifford clinton colin connor conor constantin craig cuthbert cyril cyrus daniel
    daniele danilo danny dario darko darren dave david davor deepak deng denis dennis derek desmond
    didier diego dieter dietmar dimitar dimitri dimitris dirk djordje dmitri dmitry domenico dominic
    dominik donald doug douglas drazen duncan dusan dwight eddie edgar edgardo edmund eduardo edward
    edwin ehud eitan elias elijah elliot emil emile emilio emmanuel emmerson enda enrico enrique eric
    erik ernest ernesto erwin esteban etienne eugene evan evgeny evo ewan eyad fabio fabrice fadi faisal
    farid farouk fathi fausto fawzi federico felipe felix ferdinand fernando fidel filip flavio florian
    francesco francis francisco franco francois frans franz fred freddy frederic frederick fredrik
    friedrich fuad fumio gabor gabriel gareth garry gary gaston gavin gebran geir geoff geoffrey georg
    george georgi georgios gerald gerard gerhard gerry ghassan giacomo gianni gideon gilbert gilles gino
    giorgio giovanni girma giulio giuseppe gjorge glenn goran gordon graeme graham greg gregor gregory
    grigory guido guillaume guillermo gunnar gunter gus gustav gustavo hadi haider hailemariam haitham
    hakan hamad hamed hamid hamza hans harald haris harold haroun harry harvey hashim hassan hector
    heinz helmut hendrik henri henrik henrique henry herbert herman hernan hisham horacio horst howard
    hubert hugh hugo humberto hussein iain ian ibrahim ibrahima idriss ignacio igor ilan ilham ilya imad
    imran isaac isaias ismael ismail issa itamar ivan ivica ivo jaak jackson jacob jacques jaime jake
    jakob jakub jalal jamal james jan jared jaroslav jason javier jay jean jeff jeffrey jeremiah jeremy
    jerome jerry jerzy jesper jesus jim jimmy joachim joao joaquin jochen joe joel johan johannes john
    johnny jon jonas jonathan jorge jorgen jose josef josep joseph josh joshua josip jozef juan juergen
    juha jules julian julien julius jurgen justin kaare kaarel kader kai kamal karim karl karol kassym
    kazimierz keir keith kelvin ken kenji kenneth kent kenzo kevin khaled khalid khalifa khalil kim
    kjell klaus kobina kofi koichi konrad konstantin konstantinos krzysztof kurt kwame kyle kyriakos
    lakhdar lamine larry lars laszlo laurent lech leif len leo leon leonard leonardo leonid leopoldo
    leszek levon lewis liam linus lloyd lorenzo lothar lou louis luc luca lucas luciano ludwig luigi
    luis luiz lukas luke lyndon maciej magnus mahamadou mahdi mahinda mahmoud majid malcolm malik
    mamadou mansour manuel marc marcel marcelo marcin marco marcos marek mariano marin mario marius mark
    marko markus marlon marshall martin marvin marwan massimo massoud mateusz mathias matt matteo
    matthew matthias matti mauricio maurizio maxim maxime maximilian mehdi mehmet mel melvin menachem
    michael michal michel miguel mihai mikael mike mikhail mikheil mikko miklos milan milo milorad milos
    miloš milton mircea miroslav mitch mladen moammar mohamad mohamed mohammad mohammed mohsen moise
    moises moncef moon mordechai morgan morris moses moshe moustafa muammar mubarak muhammad mukhtar
    munir murat murray mustafa nabil nadav naftali najib narendra naser nasser nassir natan nathan
    nathaniel nawaf nawaz neil nelson nicholas nick nicolas niels nigel nihad nikita nikolai nikos nils
    nizar noah noel norbert norman nouri octavio olaf olav oleg oleh oleksandr oleksiy oliver olivier
    olusegun omar omer orlando osama oscar oskar osman otto owen pablo panos paolo park pascal pascual
    patrice patricio patrick paul paulo pavel pavlo pawel pedro pekka perry pervez pete peter petr petro
    petros phil philip philippe philippos pier pierre pietro piotr prakash pranab prasad predrag pyotr
    qasim quentin radek radoslaw radovan rafael rafik rafiq rahim rahul raila raimundo raj rajiv rajnath
    ralph ramadan ramesh rami ramiro ramon ramush ramzan ramzi randall randy raphael rashid rasmus ratko
    raul ravi raymond recep reinhard rene reuven reza riad ricardo richard rick ricky riek rifaat robbie
    robert roberto rodolfo rodrigo rodrigue roger roland rolf roman romano ron ronald ronnie rory ross
    roy ruben rubens rudi rudolf rudy rui rupert rusdi russell rustam ryan saad saddam sadiq saeb saeed
    sajid salah salih salim salman salva salvador sameh sami samir samuel sandro sani sanjay santiago
    saud saul scott sean sebastian sebastien sedat selim serge sergei sergey sergio seth shafiq shahid
    shane shaukat shaun sheldon sherif shimon shinzo shukri sidney sigmar silvio simeon simon slavko
    slobodan sofian solomon soren spencer staffan stan stanislav stanislaw stanley stavros stefan
    stefano steffen sten stephen sterling steve steven stewart stjepan stuart suleiman suleyman sven
    syed sylvain sylvester tadeusz taher taieb takis talal tamer tarek tariq taro taur tayyip teodor
    terence terry thabo theo theodore theodoros thierry thomas thor thorbjorn tibor tim timo timothy
    timur toby todd tom tomas tomasz tomislav tommy tony toomas torsten travis trevor tristan tzachi udo
    ulrich umar umberto valdis valentin valentino valery vasily vassilis vernon vicente victor vidar
    viktor viktoras vincent vinod virgilio vitaly vitor vladimir vojislav vojtech volker volodymyr
    vyacheslav wael waldemar waleed walid walter wang warren wayne werner wilfred wilhelm willem william
    willy wim winston wladyslaw wojciech wolfgang xavier yair yakov yannis yaser yasser yehuda yevgeny
    yitzhak yoav yoshihide yoweri yuri yuriy yury yusuf yves zalmay zbigniew zdravko zeljko zia zoltan
    zoran zubair""".split()
)
GIVEN_NAMES = FEMALE_NAMES | MALE_NAMES
