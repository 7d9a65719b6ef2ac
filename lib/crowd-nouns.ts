const listed = (words: string) => words.trim().split(/\s+/)

/** Words that are one and many alike, or have a plural of their own. */
const MANY = new Set(
  listed(`
  people ppl pax folks folk persons men women children kids staff personnel police faculty youth youths clergy crew troops
  laity humans souls adults teens elders youngsters individuals locals natives civilians citizens crewmembers
  attendees participants protesters protestors demonstrators marchers activists organizers organisers supporters
  members students pupils residents drivers engineers contractors staffers picketers strikers signatories
  signers researchers academics couriers riders teachers nurses workers employees laborers labourers villagers
  farmers farmworkers peasants fishers fishermen miners loggers ranchers growers pickers tenants renters homeowners
  neighbors neighbours inhabitants dwellers townspeople townsfolk homeless migrants immigrants refugees asylum-seekers
  evacuees detainees prisoners inmates captives hostages patients visitors tourists passengers commuters cyclists
  bikers motorcyclists motorists bicyclists pedestrians onlookers bystanders passersby passers-by observers spectators viewers listeners readers
  guests hosts customers clients shoppers consumers users voters constituents candidates delegates representatives
  politicians legislators lawmakers senators councillors councilors commissioners mayors governors ministers officials
  officers cops soldiers veterans vets marines sailors guards firefighters paramedics rescuers medics doctors physicians
  surgeons pharmacists dentists psychologists therapists caregivers carers midwives aides lawyers attorneys judges
  jurors scientists professors lecturers scholars educators instructors librarians principals parents mothers fathers
  moms mums dads grandparents grandmothers grandfathers sons daughters relatives siblings brothers sisters husbands
  wives widows survivors victims mourners worshippers worshipers congregants parishioners believers priests nuns monks
  rabbis imams pastors preachers bishops ministers missionaries christians muslims jews catholics hindus sikhs
  buddhists evangelicals quakers protestants republicans democrats socialists communists anarchists conservatives
  liberals progressives leftists rightists nationalists fascists nazis supremacists loyalists unionists
  environmentalists feminists pacifists abolitionists vegans counterprotesters counter-protesters counterprotestors
  counter-protestors counterdemonstrators counter-demonstrators agitators rioters looters militants rebels insurgents
  fighters gunmen vigilantes volunteers canvassers campaigners advocates allies backers opponents critics dissidents
  journalists reporters photographers editors writers authors poets artists musicians singers dancers actors performers
  players athletes coaches fans teammates designers developers programmers coders testers moderators analysts
  technicians mechanics electricians plumbers carpenters welders painters roofers builders bricklayers ironworkers
  steelworkers autoworkers machinists operators dockworkers longshoremen stevedores warehousemen truckers cabbies
  conductors pilots stewards attendants baristas cooks chefs waiters waitresses servers bartenders cleaners janitors
  custodians housekeepers maids nannies cashiers clerks secretaries receptionists accountants bankers managers
  supervisors foremen executives directors shareholders stockholders investors owners entrepreneurs vendors traders
  merchants sellers peddlers shopkeepers hawkers retirees pensioners seniors apprentices trainees interns temps
  freelancers graduates undergraduates postgraduates undergrads alumni alumnae freshmen sophomores juniors schoolchildren
  schoolboys schoolgirls boys girls teenagers toddlers babies infants ladies gentlemen guys lads comrades colleagues
  coworkers co-workers workmates mates friends companions strangers speakers leaders followers founders
  signees petitioners plaintiffs complainants claimants applicants recipients respondents callers
  campers squatters occupiers swimmers runners walkers hikers climbers skaters surfers rowers paddlers kayakers
  donors picnickers revelers revellers celebrants dreamers americans canadians mexicans germans africans asians
  europeans australians palestinians israelis iranians iraqis syrians kurds turks ukrainians russians indians
  pakistanis afghans haitians cubans venezuelans colombians brazilians chileans peruvians bolivians uyghurs uighurs
  tibetans koreans egyptians tunisians algerians moroccans nigerians kenyans ethiopians eritreans sudanese chinese
  japanese vietnamese lebanese greeks italians spaniards belgians britons catalans basques hongkongers
  wellwishers well-wishers kin seafarers scabs strikebreakers strike-breakers
  beekeepers trade-unionists teamsters peers twins orphans elders chiefs warriors tribespeople tribesmen
  servants dockers posties binmen hauliers truckies tradies wharfies ambos karamcharis sarpanches crofters jobseekers
  contributors correspondents inspectors investigators translators interpreters ushers marshals picketers
  `),
)

const IRREGULAR: Record<string, string> = {
  person: 'people',
  child: 'children',
  wife: 'wives',
  midwife: 'midwives',
  alumnus: 'alumni',
}

const SINGULAR = new Set([
  ...Object.keys(IRREGULAR),
  ...[...MANY].flatMap((word) => {
    if (/men$/.test(word)) return [word.replace(/men$/, 'man')]
    if (/(?:ch|ss|x)es$/.test(word)) return [word.slice(0, -2)]
    if (/ies$/.test(word)) return [`${word.slice(0, -3)}y`]
    return /[^s]s$/.test(word) ? [word.slice(0, -1)] : []
  }),
])

const PEOPLE_END =
  /[a-z](?:men|women|people|folk|workers|makers|drivers|members|keepers|seekers|goers|leaders)$|[a-z]{4}ists$/
const NO_PEOPLE =
  /^(?:specimen|regimen|abdomen|acumen|omen|stamen|semen|pacemakers|screwdrivers|(?:check|short|play|wait|black|white|watch|price)lists)$/

/** Whether a word (small letters, no accents) is people, two of them or more. */
export function isPeople(word: string): boolean {
  if (MANY.has(word)) return true
  return !THINGS.has(word) && PEOPLE_END.test(word) && !NO_PEOPLE.test(word)
}

/** Whether a word (small letters, no accents) is one person. */
export function isPerson(word: string): boolean {
  return SINGULAR.has(word) || (/[a-z](?:man|woman|person|worker)$/.test(word) && word !== 'human')
}

/** Things that are counted beside crowds, and are not people. */
const THINGS = new Set(
  listed(`
  cars car vehicles trucks lorries vans buses bus taxis cabs tractors bikes bicycles motorcycles motorbikes scooters
  boats ships kayaks planes trains trailers rigs wagons ambulances tanks horses dogs cats cows sheep goats pigs birds animals llamas
  signatures names petitions letters emails e-mails mails postcards cards calls phonecalls messages texts comments
  posts tweets retweets likes shares views hits clicks downloads responses replies submissions
  complaints reports statements questions demands grievances votes ballots
  locations sites places cities towns villages states countries counties provinces regions districts neighborhoods
  neighbourhoods communities streets roads blocks corners intersections buildings houses homes apartments units stores
  shops outlets branches restaurants cafes offices warehouses factories plants mills mines pits docks ports airports
  stations depots yards hotels hospitals clinics schools universities colleges campuses churches mosques temples
  synagogues prisons jails courts courthouses embassies consulates camps tents beds rooms floors tables chairs seats
  desks benches acres hectares miles mile kilometers kilometres km meters metres feet foot yards inches
  organizations organisations groups unions chapters companies firms corporations businesses employers
  agencies departments institutions associations coalitions federations clubs teams parties bands choirs crews squads
  units brigades committees councils boards ngos nonprofits charities families households couples pairs delegations
  contingents convoys caravans busloads carloads truckloads rows lines circles crowds rallies marches protests demos
  demonstrations strikes walkouts pickets vigils events actions meetings hearings sessions sit-ins occupations
  incidents cases lawsuits suits charges citations arrests detentions injuries deaths casualties fatalities shots
  bullets rounds canisters grenades bombs bricks rocks bottles fires
  signs placards banners posters flags leaflets flyers fliers pamphlets brochures stickers buttons pins shirts t-shirts
  hats masks umbrellas candles lanterns lights balloons flowers wreaths crosses coffins shoes boots
  hours hour minutes minute mins min hrs figures digits seconds days day weeks week months month years year decades centuries times time o'clock
  pm am dollars dollar euros euro pounds pound cents cent pesos rupees yen francs marks bucks usd eur gbp percent
  percentage points point degrees shares stocks bonds jobs job positions shifts roles contracts
  contract deals agreements clauses products orders packages parcels boxes bags crates pallets tons tonnes kilos kg
  pages words copies books articles stories photos pictures images videos films songs speeches
  computers phones laptops cameras drones robots machines accounts devices weapons guns rifles knives shields
  trees meals plates cups gallons liters litres pizzas sandwiches
  `),
)

/** Whether a word (small letters, no accents) counts something other than people. */
export function isThing(word: string): boolean {
  return THINGS.has(word)
}
