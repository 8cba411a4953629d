// The nouns news calls its speakers by: roles, relatives, bodies, media, groups, documents. Common English words only.
import { remembered } from './remembered.js';

const words = (text: string): string[] => text.split(/\s+/).filter(Boolean);

const MALE =
  'man gentleman boy father brother son husband uncle nephew grandfather grandson stepfather stepson widower fiance ' +
  'spokesman chairman councilman congressman businessman policeman fireman fisherman salesman statesman ' +
  'nobleman clergyman alderman ombudsman foreman cameraman serviceman airman seaman craftsman sportsman batsman ' +
  'gunman hitman milkman postman assemblyman selectman frontman king prince duke baron earl emperor sultan ' +
  'emir sheikh imam ayatollah monk friar pope cardinal lad bloke guy landlord waiter actor host hero';
const FEMALE =
  'woman lady girl mother sister daughter wife aunt niece grandmother granddaughter stepmother stepdaughter widow ' +
  'fiancee spokeswoman chairwoman councilwoman congresswoman businesswoman policewoman saleswoman ' +
  'alderwoman forewoman servicewoman sportswoman assemblywoman selectwoman queen princess duchess ' +
  'baroness empress countess sheikha nun abbess actress hostess waitress heroine landlady midwife schoolgirl ' +
  'ballerina housewife girlfriend';
const EITHER =
  'spokesperson chairperson chair person people president premier taoiseach tánaiste tanaiste chancellor minister secretary undersecretary ' +
  'ambassador envoy consul diplomat attache governor mayor prefect senator representative deputy mp mep mla msp ' +
  'lawmaker legislator parliamentarian councillor councilor councilmember commissioner delegate member speaker ' +
  'leader head chief boss director executive officer ceo cfo coo cto cio founder cofounder co-founder owner manager ' +
  'administrator coordinator co-ordinator supervisor superintendent inspector constable sergeant corporal ' +
  'lieutenant captain major colonel coronel general brigadier commodore admiral marshal commander comander ' +
  'commandant soldier sailor pilot aviator fighter warlord rebel militant insurgent dissident defector prisoner ' +
  'detainee hostage inmate convict suspect defendant accused plaintiff claimant appellant complainant victim ' +
  'survivor witness bystander eyewitness judge justice magistrate prosecutor lawyer attorney solicitor barrister ' +
  'counsel coroner juror clerk registrar bailiff sheriff ranger warden jailer guard bodyguard detective ' +
  'investigator examiner auditor regulator watchdog ombudsperson whistleblower official bureaucrat aide adviser ' +
  'advisor assistant strategist pollster campaigner activist organiser organizer volunteer advocate lobbyist ' +
  'candidate nominee contender challenger incumbent opponent critic supporter voter politician statesperson ' +
  'veteran ex-president ex-minister ex-mayor heir royal elder chieftain cleric priest bishop archbishop pastor ' +
  'vicar rabbi rector dean provost abbot deacon chaplain preacher theologian scholar professor lecturer academic ' +
  'researcher scientist historian economist sociologist psychologist anthropologist archaeologist geologist ' +
  'biologist ecologist botanist zoologist chemist physicist mathematician astronomer meteorologist hydrologist ' +
  'hydrographer seismologist oceanographer climatologist epidemiologist virologist immunologist oncologist ' +
  'cardiologist neurologist psychiatrist surgeon physician doctor medic paramedic nurse dentist pharmacist vet ' +
  'veterinarian therapist counsellor counselor patient carer caregiver teacher headteacher principal pupil student ' +
  'graduate librarian curator archivist conservator conservationist forester naturalist gardener farmer grower ' +
  'diver controller herder shepherd rancher fisher fisherwoman trawlerman skipper bosun boatswain mate deckhand crewmate cook chef ' +
  'baker butcher grocer vendor trader merchant shopkeeper shopper customer consumer broker banker financier ' +
  'investor shareholder analyst economist accountant treasurer bookkeeper cashier teller executive entrepreneur ' +
  'industrialist tycoon billionaire millionaire developer contractor builder engineer architect surveyor planner ' +
  'designer technician mechanic electrician plumber carpenter welder miner driller driver trucker conductor ' +
  'courier commuter passenger traveller traveler tourist visitor guest resident villager islander townsperson ' +
  'local citizen neighbor neighbour tenant homeowner householder refugee migrant asylum-seeker worker labourer ' +
  'laborer employee staffer intern trainee apprentice trainer employer recruiter unionist steward striker ' +
  'picketer protester protestor demonstrator marcher rioter looter vandal singer musician rapper composer ' +
  'pianist violinist guitarist drummer soprano tenor conductor dancer choreographer artist painter sculptor ' +
  'photographer filmmaker film-maker director producer screenwriter playwright author writer novelist poet ' +
  'biographer translator interpreter editor publisher reporter journalist correspondent columnist blogger vlogger ' +
  'broadcaster presenter anchor newsreader commentator pundit influencer youtuber streamer comedian magician ' +
  'model celebrity star idol fan player footballer cricketer golfer swimmer runner sprinter cyclist boxer ' +
  'wrestler skater skier jockey rower gymnast goalkeeper keeper defender midfielder forward winger striker bowler ' +
  'quarterback pitcher catcher batter umpire referee coach selector captain champion winner runner-up ' +
  'medallist medalist teammate team-mate rival athlete olympian climber mountaineer sherpa explorer astronaut ' +
  'cosmonaut programmer coder hacker gamer developer user subscriber follower donor backer benefactor patron ' +
  'trustee governor overseer custodian caretaker cleaner porter concierge bartender hotelier restaurateur ' +
  'restaurateur innkeeper butler nanny babysitter parent grandparent child teenager youth pensioner retiree ' +
  'toddler baby cousin relative sibling twin spouse partner boyfriend friend colleague associate companion ' +
  'cellmate classmate flatmate roommate shipmate acquaintance predecessor successor counterpart descendant survivor orphan firefighter lifeguard rescuer ' +
  'responder operative agent spy informant insider source trafficker smuggler dealer thief burglar kidnapper ' +
  'abductor killer murderer assassin attacker shooter bomber terrorist extremist jihadist pirate poacher hunter ' +
  'trapper deminer sapper gunner sniper reservist conscript recruit cadet mercenary peacekeeper monitor observer ' +
  'mediator negotiator arbitrator facilitator delegate rapporteur specialist expert consultant practitioner ' +
  'hopeful newcomer outsider native sociologist genealogist beekeeper winemaker brewer distiller potter weaver ' +
  'tailor jeweller jeweler watchmaker blacksmith archdeacon moderator superior patriarch metropolitan mufti ' +
  'ayatollah lama guru swami pandit collector magistrate tehsildar sarpanch bursar chairholder laureate fellow ' +
  'postdoc undergraduate dig ig igp dgp dsp ssp asp acp minister-designate president-elect premier-designate kingpin ' +
  'operator owner-operator barista radiographer midwife optometrist dietitian nutritionist pathologist toxicologist ' +
  'paleontologist palaeontologist glaciologist volcanologist entomologist ornithologist criminologist linguist ' +
  'philosopher ethicist geneticist statistician actuary underwriter insurer pathfinder campaign-manager ' +
  'frenchman frenchwoman englishman englishwoman irishman irishwoman welshman welshwoman dutchman dutchwoman ' +
  'scotsman scotswoman yorkshireman tradesman oarsman marksman horseman horsewoman huntsman boatman ferryman doorman ' +
  'barman handyman repairman watchman bargeman linesman groundsman yachtsman yachtswoman oarswoman deckman rifleman ' +
  'swordsman stuntman strongman middleman cabman signalman rigger mum dad mom granny grandad republican democrat tory ' +
  'backbencher frontbencher master headmaster harbourmaster postmaster whip peer lord baronet knight dame viscount marquess nobel-laureate pm';

const MALE_NOUNS = new Set(words(MALE));
const FEMALE_NOUNS = new Set(words(FEMALE));
const PERSON_NOUNS = new Set([...MALE_NOUNS, ...FEMALE_NOUNS, ...words(EITHER)]);

/** Role nouns that are surnames as often: "Tim Cook" is no cook. */
export const SURNAME_NOUNS = new Set(
  words(
    'cook baker king bishop pope prince judge major marshal knight butler carpenter fisher hunter porter abbot dean ' +
      'duke earl gardener priest shepherd singer weaver mason potter page chancellor justice miner young guy host',
  ),
);

/** Before a name these are part of no name. */
export const HONORIFICS = new Set(
  words(
    'mr mrs ms miss mx dr prof sir dame lord lady hon rt reverend rev fr father sister brother mother msgr monsignor ' +
      'sheikh sheik shaykh maulana mullah imam pastor rabbi gen lt col capt cpt maj sgt cpl pte pvt adm brig cmdr cdr ' +
      'cmdre insp det supt ch sgt-maj const pc dc ds di dci dcc acc insp-gen sen rep gov pres amb atty senor señor señora ' +
      'don doña dona herr frau monsieur madame mme mlle mademoiselle signor signora hajji haji shri smt sri kumari ' +
      'justice messrs professor doctor engr engineer ustad ustaz sheikha datuk dato tan puan encik pak hj ing lic dott avv',
  ),
);
const MALE_HONORIFICS = new Set(
  words(
    'mr sir lord father fr brother datuk dato encik sheikh sheik shaykh mullah imam senor señor don herr monsieur signor shri hajji',
  ),
);
const FEMALE_HONORIFICS = new Set(
  words(
    'mrs ms miss dame lady sister señora doña dona frau madame mme mlle mademoiselle signora smt kumari sheikha puan',
  ),
);

/** What one may be called by whom only the short title introduced. */
export const TITLE_NOUNS: Record<string, string> = {
  dr: 'doctor',
  prof: 'professor',
  gen: 'general',
  col: 'colonel',
  capt: 'captain',
  cpt: 'captain',
  lt: 'lieutenant',
  sgt: 'sergeant',
  maj: 'major',
  cpl: 'corporal',
  brig: 'brigadier',
  adm: 'admiral',
  cmdr: 'commander',
  cdr: 'commander',
  det: 'detective',
  insp: 'inspector',
  supt: 'superintendent',
  sen: 'senator',
  rep: 'representative',
  gov: 'governor',
  rev: 'reverend',
  fr: 'priest',
  pres: 'president',
  amb: 'ambassador',
  hon: 'honourable',
};

export const POST_NOMINALS = new Set(
  words('kc qc sc mp mep msp mla mlc phd md obe mbe cbe dbe kbe om frs esq jp td jr sr ii iii iv'),
);

/** Name particles: lower case inside a name, and no part of what two names are compared by. */
export const PARTICLES = new Set(
  words(
    'al el ul ud bin ibn bint abu abd ben bat van von der den de del della di da do dos das du la le les lo los las ' +
      "'t ter ten tot zu zur zum y ap ab ó o mac mc st san santa ní nic ua af av til vom dal",
  ),
);

const BODIES =
  'ministry department directorate directorate-general secretariat agency authority bureau office board commission ' +
  'committee subcommittee council cabinet government administration regime presidency premiership parliament ' +
  'congress senate assembly house chamber court tribunal judiciary prosecution prosecutorate ' +
  'inspectorate registry embassy consulate mission delegation high-commission army navy airforce force forces ' +
  'military militia police gendarmerie constabulary guard coastguard command corps brigade brigades battalion ' +
  'regiment division fleet junta party coalition alliance bloc front movement union federation confederation ' +
  'association society league organisation organization institution institute foundation trust charity ngo fund ' +
  'bank exchange company firm corporation group holding conglomerate carmaker automaker airline carrier operator ' +
  'retailer supermarket chain manufacturer maker producer supplier builder developer utility insurer lender ' +
  'brokerage startup start-up refinery mill factory plant mine shipyard port airport railway hospital clinic morgue ' +
  'laboratory lab observatory university college polytechnic school academy faculty museum gallery library ' +
  'theatre theater orchestra club team side franchise federation church diocese archdiocese parish mosque ' +
  'monastery temple synagogue vatican municipality town-hall commune prefecture province district state republic ' +
  'kingdom empire emirate crown kremlin pentagon palace watchdog regulator auditor service services ' +
  'centre center network body panel inquiry taskforce think-tank thinktank consortium syndicate cartel gang ' +
  'cooperative co-operative collective defence defense prosecution forum chapter branch wing headquarters leadership management staff ' +
  'administration treasury mayoralty governorate sangam sabha samiti panchayat duma knesset bundestag riksdag ' +
  'storting sejm rada majlis diet cortes seimas saeima meeting summit conference gathering hearing';
export const BODY_NOUNS = new Set(words(BODIES));

/** Company endings: what they close is a company, whatever its first words. */
export const CORPORATE_ENDINGS = new Set(
  words(
    'inc ltd llc llp plc corp co asa ag sa nv bv gmbh ab as oy oyj kk pty spa srl sarl lda bhd tbk pjsc ojsc jsc ' +
      'incorporated limited holdings industries group international motors airlines airways systems technologies ' +
      'pharmaceuticals partners capital securities bancorp terminals energy foods watch rights brothers',
  ),
);

const MEDIA =
  'newspaper daily weekly monthly magazine newsletter tabloid broadsheet journal agency newswire wire broadcaster ' +
  'broadcaster station channel network radio television tv website site portal outlet blog podcast programme program ' +
  'gazette paper periodical news-agency dailies weeklies newspapers portals media outlets broadcasters websites';
export const MEDIA_NOUNS = new Set(words(MEDIA));

/** Last words of a medium's name. */
export const MEDIA_ENDINGS = new Set(
  words(
    'post times news herald tribune gazette radio tv television chronicle telegraph journal mail echo examiner ' +
      'observer sentinel inquirer courier bulletin dispatch monitor digest globe star standard independent ' +
      'guardian mirror press review broadcasting media wire agency today weekly daily portal network online fm ' +
      'clarion advertiser record argus register express reporter zeitung',
  ),
);

/** First words of a medium's name in the languages it may come in. */
export const MEDIA_OPENINGS = new Set(
  words(
    'radio channel jornal journal diario gazeta gazette gazzetta giornale agence agencia agenzia canal television televisao tele ' +
      'correo noticias news zeitung dnevnik',
  ),
);

const GROUPS =
  'people residents villagers locals rebels militants insurgents separatists guerrillas jihadists extremists ' +
  'mutineers islamists gunmen fighters militiamen troops crew sailors marines allies opposition public ' +
  'parents family families relatives mourners women men children youths clergy settlers tribesmen fishermen businessmen ' +
  'couple pair duo trio spokesmen lawmakers mps generals police sides parties partners authorities prosecutors organisers organizers ' +
  'supporters critics opponents lawyers elders bodies folk crowds crowd';
export const GROUP_NOUNS = new Set(words(GROUPS));

/** Definite descriptions of an armed or political movement, whatever it is called: "the insurgents", "the group". */
export const MOVEMENT_NOUNS = new Set(
  words(
    'group movement insurgents rebels militants guerrillas separatists jihadists islamists extremists hardliners ' +
      'fighters mutineers gunmen terrorists militia militiamen faction guerrilla insurgency organisation organization',
  ),
);

export const COMPANY_NOUNS = new Set(
  words(
    'company firm corporation group conglomerate carmaker automaker airline carrier operator retailer chain manufacturer ' +
      'maker producer supplier builder developer utility insurer lender bank brokerage startup start-up business ' +
      'giant multinational drugmaker chipmaker planemaker shipbuilder brewer grocer miner steelmaker',
  ),
);

/** What somebody says or writes: its author speaks. */
const AUTHORED =
  'statement statements communique communiqué letter email e-mail message messages tweet tweets post posts note voice-note memo ' +
  'telegram cable dispatch speech address remarks comment comments announcement declaration complaint affidavit ' +
  'press-release release editorial oped op-ed column text sms pamphlet leaflet open-letter telex reply response ' +
  'testimony submission counts count figures estimate estimates tally calculations petition banner video-message ' +
  'audio claim claims account report-by allegation allegations assertion warning warnings explanation argument contention assurance promise accusation denial ' +
  'admission answer appeal plea pledge vow suggestion proposal criticism apology prediction words advice';
export const AUTHORED_NOUNS = new Set(words(AUTHORED));

/** What speaks for itself. */
const DOCUMENTS =
  'report reports study survey poll paper document documents filing indictment ruling verdict judgment judgement ' +
  'opinion audit review assessment analysis census data dataset statistics record records minute minutes transcript ' +
  'recording video footage images image photo photos photograph photographs clip website webpage page site ' +
  'database list chart map ledger log book memoir diary manual article book contract agreement treaty accord ' +
  'resolution bill law act decree order charter constitution guidelines rules findings results examinations ' +
  'tests manifest invoice receipt certificate prospectus presentation dossier file files archive archives plaque sign poster ' +
  'label readout factsheet briefing-paper white-paper abstract manifesto notice leaflet handbill inscription placard banner';
export const DOCUMENT_NOUNS = new Set([...words(DOCUMENTS), ...AUTHORED_NOUNS]);

/** Speakers news leaves unnamed on purpose. */
export const SOURCE_NOUNS = new Set(
  words(
    'source sources insider insiders official officials diplomat diplomats person persons informant informants',
  ),
);

/** Common nouns that name a person anew each time: they point back to whoever is in view. */
export const GENERIC_PERSON_NOUNS = new Set(
  words(
    'man woman politician veteran lawmaker legislator statesman statesperson executive official officer star player ' +
      'athlete singer actor actress author writer scientist researcher academic businessman businesswoman ' +
      'entrepreneur billionaire tycoon activist campaigner teenager pensioner grandmother grandfather cleric diplomat ' +
      'soldier native striker midfielder defender goalkeeper forward champion boss chief leader lawyer artist musician ' +
      'republican democrat tory winner incumbent candidate suspect defendant accused boy girl youth expert novelist economist',
  ),
);

/** A description by the wider word fits who is known by a narrower one. */
const WIDER: Record<string, readonly string[]> = {
  politician: words(
    'minister president premier mp senator deputy lawmaker leader governor mayor congressman',
  ),
  lawmaker: words('mp senator representative deputy congressman congresswoman legislator councillor'),
  legislator: words('mp senator representative deputy congressman congresswoman lawmaker'),
  diplomat: words('ambassador envoy minister consul attache'),
  cleric: words('bishop archbishop priest imam ayatollah sheikh pope mufti rabbi father'),
  officer: words('colonel general major captain commander inspector sergeant lieutenant admiral'),
  officers: words('colonel general major captain commander'),
  force: words('police constabulary gendarmerie'),
  regulator: words('administration authority commission'),
  watchdog: words('authority commission office'),
  executive: words('ceo cfo chief chairman director president officer'),
  boss: words('ceo chief chairman director manager president head officer'),
  chief: words('head director chairman commander leader ceo president'),
  leader: words('president premier chairman head chief pm'),
  head: words('director chief chairman leader'),
  lawyer: words('barrister attorney solicitor counsel prosecutor advocate kc'),
  academic: words('professor lecturer researcher scholar'),
  scientist: words('professor researcher physicist biologist chemist geologist climatologist'),
  researcher: words('professor scientist academic'),
  player: words('striker midfielder defender goalkeeper forward winger captain quarterback'),
  manager: words('coach'),
  coach: words('manager'),
  accused: words('defendant suspect'),
  defendant: words('accused suspect'),
  premier: words('minister pm'),
  pm: words('premier minister'),
  spokesperson: words('spokesman spokeswoman'),
  chairman: words('chair chairperson'),
  chair: words('chairman chairwoman chairperson president'),
  author: words('writer novelist'),
  writer: words('author novelist poet'),
};

export const widerThan = (noun: string): readonly string[] => WIDER[noun] ?? [];

/** `ministries` → `ministry`, `women` → `woman`; a word that is no plural comes back as it is. */
export const singular = remembered((noun) => {
  if (noun === 'people' || noun === 'police' || noun.endsWith('ss')) return noun;
  if (!noun.endsWith('s') && !noun.endsWith('men') && noun !== 'children') return noun;
  if (noun.endsWith('men')) return `${noun.slice(0, -3)}man`;
  if (noun.endsWith('wives')) return `${noun.slice(0, -3)}fe`;
  if (noun === 'children') return 'child';
  if (noun.endsWith('ies') && noun.length > 4) return `${noun.slice(0, -3)}y`;
  if (/(?:ss|sh|ch|x)es$/.test(noun)) return noun.slice(0, -2);
  return noun.endsWith('s') && noun.length > 3 ? noun.slice(0, -1) : noun;
});

/** "father-of-three" */
const PARENT_OF = /^(?:father|mother|mum|dad|grandfather|grandmother|parent)-of-/;

const IN_LAW = /^(?:father|mother|brother|sister|son|daughter)s?-in-law$/;
/** "schoolteacher", "fishmonger", "landowner". */
const TRADE = /(?:teacher|monger|keeper|worker|owner|driver|herder)$/;

/** Asked of every word of an article: sets first, and no pattern. */
export function isPersonNoun(noun: string): boolean {
  if (PERSON_NOUNS.has(noun)) return true;
  if (noun.length > 8 && noun.endsWith('er') && TRADE.test(noun)) return true;
  const hyphen = noun.lastIndexOf('-');
  if (hyphen < 0) return false;
  return PERSON_NOUNS.has(noun.slice(hyphen + 1)) || IN_LAW.test(noun) || PARENT_OF.test(noun);
}

/** Ranks that stand between a role and a name: "spokesman Colonel Roe". */
export const RANKS = new Set(
  words(
    'general colonel major captain sergeant lieutenant commander brigadier admiral commodore corporal inspector ' +
      'superintendent constable marshal',
  ),
);

export const isPersonPlural = remembered((noun) => {
  if (GROUP_NOUNS.has(noun)) return true;
  if (!(noun.endsWith('s') || noun.endsWith('men') || noun === 'children') || PERSON_NOUNS.has(noun))
    return false;
  const one = singular(noun);
  return one !== noun && isPersonNoun(one);
});

/** Nouns of origin that are no adjectives; adjectives are in the table of countries. */
export const NATIVES = new Set(
  words(
    'spaniard dane swede finn pole turk scot briton brit serb croat kiwi aussie icelander filipina arab kurd basque catalan',
  ),
);

const ALL_NOUNS = new Set([
  ...PERSON_NOUNS,
  ...GROUP_NOUNS,
  ...BODY_NOUNS,
  ...MEDIA_NOUNS,
  ...DOCUMENT_NOUNS,
]);

/** Any noun a speaker can be called by, in either number. */
export const isNoun = remembered(
  (noun) =>
    ALL_NOUNS.has(noun) ||
    (noun.endsWith('s') && ALL_NOUNS.has(singular(noun))) ||
    isPersonNoun(noun) ||
    isPersonPlural(noun),
);

export type Gender = 'm' | 'f' | null;

/** Offices held by anybody, whatever their ending. */
const OFFICES =
  /^(?:human|layman|ombudsman|chairman|spokesman|alderman|foreman|frontman|serviceman|craftsman|seaman|airman)$/;

export function genderOfNoun(noun: string): Gender {
  const bare = noun.replace(/^(?:ex|co|step)-|-in-law$/, '');
  if (OFFICES.test(bare)) return null;
  if (FEMALE_NOUNS.has(bare) || bare.endsWith('woman')) return 'f';
  return MALE_NOUNS.has(bare) || bare.endsWith('man') ? 'm' : null;
}

export function genderOfHonorific(title: string): Gender {
  const bare = title.toLowerCase().replace(/\.$/, '');
  if (MALE_HONORIFICS.has(bare)) return 'm';
  return FEMALE_HONORIFICS.has(bare) ? 'f' : null;
}
