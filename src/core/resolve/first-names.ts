// First names that mostly go with one gender, from many languages. Only ever a hint for "he" and "she": titles, roles
// and the article's own pronouns come before it.
import type { Gender } from './nouns.js';

const MALE = `aaron abbas abdallah abdul abdullah abdulrahman abel abraham adam adel adnan adrian ahmad ahmed ahmet akira alain alan
albert alberto aldo alec alejandro aleksandar aleksandr aleksei alessandro alex alexander alexandre alexei alfonso alfred ali
allan alonso alvaro amadou amir amit anatoly anders andre andrea andreas andrei andres andrew andrey andriy angus anil antoine anton
antonio antony anthony arash archie ari arjun armando arne arnold arthur artur arturo ashok ashraf asif augusto austin ayman aziz
barack barry bartosz bashar bassam ben benjamin bernard bernd bill billy bjorn bob bobby bogdan boris brad brandon
brendan brian bruce bruno bryan burak carl carlo carlos cem cesar chad charles charlie chen chris christian christophe
christopher ciaran cillian claude claudio colin conor cormac craig curtis cyril damian dan daniel daniele danny dario darius darren dave
david davide dean denis dennis derek diego dieter dimitri dimitris dirk dmitri dmitro dmitry dmytro dominic dominik don donald
doug douglas duncan dylan eamon earl eddie eduard eduardo edward edwin efrain eli elias emil emilio emmanuel emre enda enrique enzo
eric erik ernest ernesto esteban eugene evan fabio fadi faisal farid felipe felix ferdinand fergus fernando fidel finn francesco
francis francisco franck francois frank franz fred frederick fredrik friedrich fyodor gabor gabriel gareth gary gavin geoff
george georges georgi gerald gerard gergo giacomo gianni gideon gilbert giorgio giorgos giovanni giulio giuseppe glenn gordon
graham greg gregor gregory guido guillaume guillermo gunnar gunther gustavo guy habib hakan hal hamid hamza hank hannes hans harald
haris harish harold haruki harry harsh hasan hassan hector heinrich helmut henri henrik henry herbert hernan hiroshi hossein
howard hugh hugo hussein ian ibrahim ignacio igor ilya imran ioannis isaac ismail istvan ivan ivo jack jacob jacques jaime jair jake jakob
jamal james jamie jan janos jared jaroslav jason javier jean jed jeff jeffrey jens jeremy jerome jerry jesus jim jimmy
joachim joao joe joel johan johann johannes john johnny jon jonas jonathan jordi jorge jorgen jose josef joseph josh joshua jozef juan
judd julian julien julio jun juraj jurgen justin kai kamal kareem karel karim karl kaspar keith ken kenji kenneth kenzo kevin khaled khalid khalil
kofi konrad konstantin kostas kristian krzysztof kumar kurt kwame kyle lamine lars lasse laszlo laurent lawrence lee leif leo leon leonard
leonardo leonid leopold lev liam lionel lloyd lorenzo louis luc luca lucas luciano ludwig luigi luis luka lukas luke luuk maciej magnus
mahmoud malcolm malik manuel marc marcel marcelo marcin marco marcos marcus marek mario marius mark markus marten martin marvin
massimo mateo mateusz mathias mathieu matias mats matt matteo matthew matthias maurice mauricio max maxim maxime mehdi mehmet mel
michael michal michel miguel mihai mikael mike mikhail miklos milan milos miroslav mohamed mohammad mohammed mohsen
moritz moses muhammad murat mustafa nabil nadir nasser nathan neil nelson nicholas nick nicola nicolae nicolas nigel niklas nikola nikolai nikos
nils noah noam noel norbert norman olaf oleg oleksandr oliver olivier omar oscar oskar otto owen pablo padraig paolo pascal pat
patrice patrick paul paulo pavel pavlo pawel pedro per pete peter petr petro philip philippe pierre pietro piotr prakash qasim
quentin radek rafael rahul raj rajesh ralf ralph ramesh rami ramon ramzan rashid raul ravi ray raymond rene reza ricardo richard rick rob
robert roberto robin rodrigo roger roland rolf roman ronald rory ross roy ruben rudolf rui ruslan russell ryan saad saeed salim salman salvador
sam sami samir samuel sandeep sanjay santiago satoshi saul scott sean sebastian semyon serge sergei sergey sergio seth shane shaun sharif
sidney simon slobodan stanislav stanley stefan stefano stephane stephen steve steven stuart sultan sunil suresh sven taha takashi tariq taro
ted terence terry theo theodore thierry thomas tim timothy tobias todd tom tomas tomasz tommy tony tor travis trevor tristan tyler uwe
vadim valery vasily victor viktor vijay vikram vincent vincenzo vito vitaly vladimir vlad volodymyr vyacheslav waleed walid walter wayne werner
wilhelm will william willem winston wolfgang xavier yahya yann yannis yasser yiannis yoav youssef yuri yusuf yves zach zaid zoltan
zbigniew osama kwabena chidi emeka tunde babatunde segun musa sipho thabo themba tendai kagiso jomo kamau wanjala odhiambo
haruto kenta daisuke takumi minjun jihoon seojun wei jun bo ming hao nguyen duc minh tuan somchai bayani rizal joko budi agus bambang
iosif vaclav bohumil ondrej matej tomislav zoran goran dragan vuk aleksandr anselm dirk joost pieter hendrik ruud bram sjoerd thijs eoin
declan diarmuid seamus niall oisin tadhg cathal iain ewan alasdair hamish rhys dafydd gethin emrys inaki aitor gorka mikel xabi jordi
jeronimo evaristo osvaldo ramiro agustin rogelio efrain anibal wilmer `;

const FEMALE = `abigail ada adele adriana agata agnes agnieszka aicha aida aisha aisling akiko alba alena alessandra alexandra alexis alice
alicia alina aline alison allison alma almaz amal amanda amelia amelie amina amira amy ana anastasia andrea angela angelica angelina
angelique anita anja ann anna anne annabel anneke annemarie annette annie antonia anya april ariana ariel asha ashley asma
astrid audrey aurora ava ayesha azadeh barbara bea beata beatrice beatriz bella bernadette beth bethany betty beverly bianca birgit
bridget brigitte britta camila camilla candice cara carina carla carmen carol carole carolina caroline carolyn catarina catherine cathy cecilia
cecile celeste celia celine chantal charlotte cheryl chiara chloe christa christiane christina christine cindy claire clara claudia
concepcion constance consuelo cora corinne cristina cynthia dagmar dana daniela danielle daphne dawn debbie deborah debra delphine
denise diana diane dina dolores dominique donna dora doris dorothy ebba edith edna eileen elaine eleanor elena eleni elif elina elisa elisabeth
elise eliza elizabeth ella ellen elsa elvira emily emma erica erika esma esra estelle esther eugenia eunice eva eve evelyn ewa
fabienne faith farah fatima fatma fernanda fiona flora florence frances francesca francoise frida gabriela gabriella gail gemma
genevieve georgia georgina geraldine gerda gina ginger giorgia giovanna giulia gladys gloria grace greta gretchen gudrun guadalupe
gwen hana hanna hannah hanne harriet hazel heather heidi heike helen helena helene henrietta hilary hilda hillary holly hope ida ilona
imogen inaya ines inge ingrid irena irene irina iris irma isabel isabella isabelle ivana ivy jackie jacqueline jana jane janet janice jasmin
jasmine jean jeanette jeanne jelena jennifer jenny jessica jill jo joan joanna jocelyn jodie johanna josephine joy joyce juana
judith judy julia juliana julie juliet june jutta kamala karen karin karina kate katerina katharina katherine kathleen kathryn
kathy katia katie katja katrin kay kayla keiko kelly kerry khadija kim kimberly kirsten kirsty klara kristen kristin kristina ksenia laila
lara larisa latifa laura lauren laurence lea leah leila lena leona leonie leslie leticia leyla lidia lila lilian liliana lily lina linda lisa
lise liv liz ljubica lois lola lorena lorraine louisa louise lourdes lucia lucie lucy luisa luz lydia lyn lynn mabel maddalena madeleine
maeve magda magdalena maggie mahira maja malala manon manuela mara marcela marcia margaret margarita margot maria mariam mariana marianne maribel marie
marija marilyn marina marion marisa marisol marta martha martina mary maryam matilda maud maureen maya mei melanie melissa mercedes mercy
meredith mette mia michaela michele michelle mika mila milena mina mireille miriam moira molly mona monica monika monique montserrat
muriel myriam nadia nadine nadezhda naima naledi nancy naomi natalia natalie natasha nathalie nella nelly niamh nicole nicoletta nina noor nora
noura nur odile olena olga olivia oksana ophelia orla paloma pam pamela patience patricia paula paulina pauline pearl peggy penelope penny petra phoebe
pia pilar polly priscilla priya rachel rachida rahel rania raquel rasha rebecca regina renata renate rita roberta robyn rocio rosa rosalia
rosalind rose roseanne rosemary rosie roxana ruth sabina sabine sabrina sadia safia sally salma samantha samira sandra sanna sara sarah saskia
selma serena shannon sharon sheila shirley shreya sigrid silke silvia simone sinead siobhan sofia solveig sonia sonja sophia sophie soraya stacey
stefania stella stephanie sue sunita susan susana susanna susanne suzanne svetlana sylvia sylvie tamar tamara tania tanja tanya tara tatiana
teresa tess thandi thea theresa therese tiffany tina tracey tracy trudy uma ursula valentina valeria valerie vanessa vera verena
veronica veronika veronique vicky victoria viktoria violet virginia vivian wendy wilma winifred xenia yasmin yasmine yoko yolanda yukiko
yulia yvette yvonne zahra zainab zara zeynep zoe zofia zsuzsa zuzana ngozi chioma adaeze amara funmilayo wanjiru akinyi nomsa thandeka lerato
sakura hina yui aoi misaki haruka minji jiwoo seoyeon xiuying mei lan linh huong thuy siti dewi putri nurul ratna blessing
aoife saoirse caoimhe grainne roisin eilidh mairi catrin sian angharad nerys itziar amaia leire nerea ainhoa marisol lucia ines 
bronagh deirdre orlaith ludmila lyudmila yelena ekaterina zlata dragana vesna snezana bozena malgorzata katarzyna aleksandra barbora`;

const gender = new Map<string, Gender>();
for (const name of MALE.split(/\s+/)) gender.set(name, 'm');
for (const name of FEMALE.split(/\s+/)) gender.set(name, gender.get(name) === 'm' ? null : 'f');

/** `name` in lower case without diacritics. */
export const genderOfFirstName = (name: string): Gender => gender.get(name) ?? null;
