/** Words, not names: lists of what words mean in reports, in the three languages that are read. */

const list = (words: string) => new Set(words.split(' '))

/** Words that begin a sentence with a capital and are no part of a name. */
export const NOT_NAMES = list(
  'a an the this that these those it its he she they we you i his her their our your my who what when where why how which ' +
    'in on at by for from with without of to into over under after before during since until about around outside inside near ' +
    'and or but nor neither none so yet if as while because although though however meanwhile also then there here now today yesterday tomorrow ' +
    'not no yes some many most more all both each every several few other another one two three four five six seven eight nine ten dozens hundreds thousands ' +
    'previous previously roughly approximately almost over under about opponents proponents critics backers ' +
    'is are was were be been has have had do does did will would can could may might shall should must let ' +
    'according among between against amid despite unlike nearly nobody unless without within even just only still last next early late later earlier recently once ' +
    'workers organizers protesters employees demonstrators activists critics people members speakers supporters former ' +
    'asked speaking instead asking citing following hear image photo photos video watch read see more related advertisement what’s they’re we’re you’re i’m it’s that’s there’s don’t can’t isn’t we’ve they’ve i’ve ' +
    'fuentes portavoces trabajadores trabajadoras empleados empleadas el la los las un una unos unas en con sin por para de del al y o pero que se su sus este esta esto ese esa aquel como cuando donde según tras ante entre sobre desde hasta no sí más también ya hoy ayer mañana ' +
    'der die das den dem des ein eine einen einem einer und oder aber in im am an auf aus bei mit nach von vor zu zum zur für gegen über unter durch ohne um er sie es wir ihr ich sein seine ihre dass wenn weil nicht auch noch nur schon heute gestern morgen laut wie was wer wo angaben tausende zehntausende hunderttausende hunderte dutzende viele mehrere einige rund etwa knapp gut mehr',
)

export const MONTHS =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?'
export const WEEKDAYS = 'monday|tuesday|wednesday|thursday|friday|saturday|sunday'

/** A calendar word is capitalised in English and is no name. */
export const CALENDAR = new RegExp(
  `^(?:${MONTHS}|${WEEKDAYS}|mon|tues?|wed|thurs?|fri|sat|sun|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|lunes|martes|miércoles|jueves|viernes|sábado|domingo|januar|februar|märz|mai|juni|juli|oktober|dezember|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag)\\.?$`,
  'iu',
)

/** A word that only the name of an organization has. */
export const ORGANIZATION_WORD =
  /^(?:secretaría|fiscalía|procuraduría|alcaldía|instituto|spital|trust|co-op|coop|capital|mutual|super|insurance|cafés?|hochschule|universität|universidad|defensoría|inspección|gobierno|comisión|kantonspolizei|polizei|regierungsrat|senat|instituts?|initiative|inc|corp|corporation|llc|llp|ltd|plc|co|company|companies|gmbh|ag|se|kg|s\.?a|union|unions|united|teamsters|local|association|committee|coalition|alliance|council|department|agency|bureau|office|administration|enforcement|ministry|university|college|school|schools|institute|foundation|group|network|news|newspaper|times|post|journal|herald|tribune|gazette|guardian|television|radio|services|systems|technologies|technology|tech|labs|bank|hospital|hospitals|clinic|police|court|board|federation|confederation|congress|senate|guild|society|movement|campaign|action|international|industries|partners|holdings|fund|authority|commission|organization|organisation|organizing|collective|cooperative|brotherhood|workers|employees|nurses|teachers|drivers|students|army|navy|force|government|parliament|party|airlines|airways|motors|logistics|pictures|studios|software|media|press|sindicato|unión|federación|confederación|asociación|comité|ministerio|empresa|compañía|ayuntamiento|gewerkschaft|verband|verein|bündnis|ministerium|betriebsrat|bundesamt|behörde|konzern|partei|stadtwerke|verkehrsbetriebe|klinikum|comisiones|kitchens?|bakery|bakeries|diner|deli|pizzeria|brewery|roasters|creamery|grocers?)$/iu

/** Unions that are known by their letters or a short name. */
export const KNOWN_UNION =
  /^(?:CGT|CCOO|CC\.OO|UGT|ELA|CNT|CSIF|SEIU|UAW|CWA|IBEW|AFSCME|UFCW|IATSE|ILWU|ILA|UNITE HERE|AFT|AFL-CIO|NNU|NYSNA|IWW|IG Metall|IG BCE|IG BAU|NGG|EVG|GEW|GdP|DGB|[Vv]er\.?di|Unison|UNISON|GMB|RMT|ASLEF|TUC|CFDT|FNV|CGIL)(?: \p{Lu}.*)?$/u

/** The name of a union or a coalition, which acts and is seldom what an action is aimed at. */
export const UNION =
  /\b(?:union|workers|teamsters|local|coalition|alliance|federation|committee|guild|association|collective|for justice|sindicato|gewerkschaft)\b|\bunited$/iu

/** A word that only a place, a street or a building has. */
export const PLACE_WORD =
  /^(?:quarry|depot|street|st|avenue|ave|road|rd|boulevard|blvd|lane|drive|highway|square|plaza|park|bridge|tower|towers|building|hall|headquarters|hq|campus|station|airport|stadium|arena|library|church|cathedral|mall|harbor|harbour|port|pier|beach|river|lake|island|county|city|valley|district|downtown|warehouse|spheres|capitol|statehouse|courthouse|ballroom|hotel|theatre|theater|auditorium|terminal|museum|pavilion|center|centre|calle|avenida|plaza|parque|puente|estación|straße|strasse|platz|allee|brücke|bahnhof|rathaus|tor)$/iu

/** What stands before a person's name. */
export const TITLE =
  /^(?:administrator|undersecretary|envoy|commander|inspector|detective|spokes(?:person|man|woman)|mp|msp|mep|mla|ald|supervisor|speaker|pastor|chair|chairman|chairwoman|alderman|alderwoman|assemblymember|assemblyman|assemblywoman|councillor|provost|dean|coach|deputy|bishop|sheikh|ambassador|lawyer|analyst|ms|elder|councilor|commissioner|superintendent|mr|mrs|ms|mx|dr|prof|professor|sir|dame|lord|lady|rev|reverend|father|sister|brother|rabbi|imam|sen|senator|rep|representative|gov|governor|mayor|president|vice|chancellor|minister|secretary|judge|justice|attorney|councilmember|councilman|councilwoman|councillor|congressman|congresswoman|gen|general|col|colonel|lt|sgt|sergeant|captain|chief|sheriff|officer|ceo|cfo|cto|coo|herr|frau|señor|señora|sr|sra|don|doña)\.?$/iu

/** A role that people have, as a plain word of any of the languages. */
export const ROLE =
  /^(?:\p{L}*(?:bezirksleiter|geschäftsführer|sekretär|gewerkschafter|verhandlungsführer|gewerkschaftssprecher)(?:in)?|associates?|experts?|citizens?|commenters?|commentators?|participants?|attendees?|trainers?|gerentes?|director(?:a|es|as)?|jef[ea]s?|costurer[oa]s?|leiter(?:in)?|direktor(?:in)?|farmers?|carpenters?|plumbers?|riders?|academics?|graduates?|interns?|defendants?|plaintiffs?|writers?|artists?|musicians?|photographers?|clergy|retirees?|barbers?|firefighters?|paramedics?|physicians?|therapists?|faculty|dockworkers?|longshore(?:man|men)|miners?|loaders?|testers?|moderators?|shareholders?|prosecutors?|sons?|daughters?|sisters?|brothers?|aunts?|uncles?|cousins?|widows?|friends?|juniors?|seniors?|sophomores?|freshm[ae]n|repartidor(?:a|es|as)?|docentes?|ingenier[oa]s?|program(?:ador|adora|adores)|compañer[oa]s?|vecin[oa]s?|ministr[oa]s?|consejer[oa]s?|integrantes?|fahrer(?:in|innen)?|doktorand(?:in)?|student(?:in)?|anwohner(?:in)?|geschäftsführer(?:in)?|informatiker(?:in)?|organizers?|organisers?|workers?|employees?|staffers?|engineers?|developers?|programmers?|designers?|managers?|directors?|executives?|officers?|officials?|spokes(?:person|man|woman|people)|representatives?|presidents?|chair(?:person|man|woman)?|leaders?|secretar(?:y|ies)|stewards?|members?|activists?|advocates?|protesters?|protestors?|demonstrators?|marchers?|strikers?|picketers?|drivers?|nurses?|doctors?|teachers?|professors?|students?|lawyers?|attorneys?|counsel|analysts?|researchers?|scientists?|technicians?|baristas?|couriers?|pilots?|attendants?|cooks?|cleaners?|janitors?|guards?|electricians?|mechanics?|clerks?|cashiers?|packers?|pickers?|mothers?|fathers?|parents?|neighbou?rs?|residents?|supporters?|volunteers?|founders?|co-founders?|directors?|coordinators?|reporters?|journalists?|editors?|professor|economists?|historians?|pastors?|contractors?|witness(?:es)?|speakers?|moderators?|colleagues?|veterans?|tenants?|customers?|passengers?|candidates?|negotiators?|moderators?|pickers?|designers?|co-workers?|coworkers?|chiefs?|ministers?|commissioners?|captains?|organisers?|machinists?|welders?|librarians?|curators?|owners?|heads?|técnic[oa]s?|maestr[oa]s?|enfermer[oa]s?|abogad[oa]s?|obrer[oa]s?|activistas?|sprecher(?:in)?|vorsitzende[rn]?|gewerkschaftssekretär(?:in)?|betriebsrät(?:in|innen)?|mitarbeiter(?:in|innen)?|beschäftigte[rn]?|portavoz|trabajador(?:a|es|as)?|empleados?|empleadas?|dirigentes?|secretari[oa]|president[ea]|delegad[oa]s?)$/iu

/** Abbreviations in capitals that name no organization. */
export const NOT_ORGANIZATIONS = list(
  'US U.S UK U.K EU USA AI IT HR PR TV DC D.C CEO CFO CTO COO CEOs CFOs CTOs MP MPs MSP MSPs LGBTQ AM PM ET PT EST PST PDT EDT GMT UTC OK DIY FAQ PDF ICU ER EMT RN LPN GPS CCTV LPR VR API HQ NGO DNA SUV ATM RPI CPI GDP GCSE PPE ESG DEI COVID NYC LA SF II III IV VI',
)

/** Verbs that say that somebody said something, in the past and present. */
export const SAY =
  'hit back|hits back|fired back|shot back|fumed|thundered|snapped|retorted|shout|chant|say|write|add|explain|argue|continues|reiterated|reiterates|repeated|shouted|chanted|decried|conceded|offered|countered|predicted|promised|reported|reports|mused|sighed|laughed|shouts|writes|jokes|said|says|told|tells|added|adds|stated|states|wrote|writes|tweeted|posted|explained|explains|continued|argued|argues|noted|notes|asked|asks|shouted|declared|declares|recalled|recalls|warned|warns|insisted|insists|announced|exclaimed|replied|responded|commented|remarked|testified|concluded|acknowledged|claimed|claims|quipped|observed|admitted|answered|went on|emphasized|stressed|urged|maintained|recounted|joked|chanted|yelled|cried|alleged|confirmed|complained|lamented|reads|read'
export const SAY_ES =
  'aclaró|aclara|lamenta|corearon|corean|gritaron|gritan|decía|decían|habla de|dijeron|explican|apuntó|apunta|insistió|insiste|concluyó|precisó|reconoció|admitió|celebró|protestó|replicó|matizó|relató|cuenta|cuentan|sostiene|denuncia|denunciaron|asegura|relata|dijo|dice|afirmó|afirma|declaró|declara|señaló|señala|explicó|explica|aseguró|asegura|agregó|añadió|manifestó|sostuvo|indicó|expresó|comentó|contó|denunció|advirtió|subrayó|criticó|reclamó|exigió|respondió|recordó|lamentó'
export const SAY_DE =
  'argumentierte|argumentiert|begründete|begründet|mahnte|ergänzte|ergänzt|erzählte|erzählt|nannte|nennt|sprach von|spricht von|riefen|sagten|erklärten|lautete|lautet|stand|steht|war zu lesen|sagte|sagt|erklärte|erklärt|betonte|betont|teilte|teilt|kritisierte|kritisiert|forderte|fordert|meinte|meint|berichtete|berichtet|schrieb|schreibt|rief|fügte|warnte|warnt|kommentierte|antwortete'

/** Groups whose words a report may quote without a name. */
export const GROUP =
  /(?<![\p{L}])(?:managers?|directors?|supervisors?|executives?|bosses|boss|owners?|lawyers?|attorneys?|picketers?|reporters?|parents?|neighbors?|farmers?|retirees?|academics?|researchers?|junior|senior|sophomore|freshman|complaint|lawsuit|filing|report|memo|post|plaintiffs?|chant|poster|slogan|hospital|university|school|agency|ministry|department|office|authorities|spokespeople|analysts?|riders?|couriers?|developers?|moderators?|testers?|scientists?|doctors?|carteles?|pancartas?|programador(?:a|es)?|repartidores|docentes|transparent|plakat|westen|workers?|employees?|organizers?|organisers?|protesters?|protestors?|demonstrators?|activists?|marchers?|strikers?|speakers?|members?|students?|nurses?|teachers?|drivers?|attendees|participants|advocates?|officials?|police|leaders?|supporters?|residents?|signs?|banners?|placards?|letter|petition|statement|union|coalition|group|committee|crowd|company|spokes(?:person|man|woman)|colleagues?|engineers?|staffers?|tenants?|beschäftigten?|mitarbeitende[nr]?|streikende[nr]?|demonstrierende[nr]?|gewerkschaft|sprecher(?:in)?|trabajador(?:a|es|as)|organizador(?:a|es|as)|manifestantes|sindicato|portavoz|huelguistas|empresa|unternehmen)(?![\p{L}])/iu
