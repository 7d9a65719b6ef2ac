import type { EntryKind } from '../kinds/names'
import type { Span } from './types'
import { GROUP, ROLE } from './words'

/** The words by which reports name each kind of action, the plainest kind last. */
const WORDS: [EntryKind, RegExp][] = [
  [
    'strike',
    /\b(?:(?:on|went on|began|launched|staged|ended|into|a|the|their|day|hour|week|one-day|day-long|general|hunger|indefinite|open-ended|unfair labor practice|largest|longest|first|new|fresh|latest|nationwide|national|rolling|weeklong|week-long|two-day|three-day|24-hour|48-hour) strikes?|(?:round|wave|series) of strikes|(?:the|these|those|more|further|week['’]s|rolling) strikes|(?:begin|began|continue|end|ended|held|hold|stage) (?:\p{L}+ ){0,2}strikes?|strikes? (?:at|against|over|on|in|enters?|begins?|began|continues?|has|have|will|would)|striking (?:workers|nurses|teachers|drivers|employees|members|baristas)|(?:workers|nurses|teachers|drivers|employees|baristas|members|teamsters|staff|engineers|writers|actors|machinists|dockworkers|couriers|doctors) (?:\p{L}+ )?(?:struck|strike)\b|strikers|(?:turned|switched|logged) off (?:their )?apps?|strike (?:action|days?)|(?:days?|weeks?) of strikes?|huelga(?:s|n)?|(?:el|un) paro (?:fue|de \d|total|general|nacional|previsto)|paro (?:de (?:colectivos|transporte|choferes|docentes|trenes|\d)|general|nacional|total)|streik(?:s|en|te|ten|t)?|warnstreiks?|industrial action)\b/giu,
  ],
  [
    'walkout',
    /\b(?:walk(?:ed|ing|s)? (?:out|off)|walkouts?|paro(?:s)? laboral(?:es)?|arbeitsniederlegung(?:en)?|stopped work|downed tools)\b/giu,
  ],
  ['picket', /\b(?:picket(?:ed|ing|s|ers)?|picket lines?|piquetes?|streikposten)\b/giu],
  [
    'march',
    /\b(?:march(?:ed|ing|es|ers)|(?:a|the|their) march\b|(?<![\p{L}])(?!(?:its|this|his|as|was|has|is|us|says|plus|versus) )\p{Ll}{1,20}s march(?= (?:through|to|on|against|across|over)\b)|marcha(?:s|ron)?|marcharon|protestmarsch|demonstrationszug|zogen|gezogen|auf die straße|der zug führte)\b/giu,
  ],
  ['vigil', /\b(?:vigils?|candlelight|vigilia|mahnwache)\b/giu],
  [
    'direct_action',
    /\b(?:sit-ins?|dharnas?|gherao(?:ed)?|takeover of|occup(?:y|ied|ying)|blockad(?:e|ed|es|ing)|chained themselves|locked themselves|stormed|shut down (?:the )?(?:entrance|street|bridge|road|office)|civil disobedience|die-in|defaced|(?:threw|poured|sprayed) (?:\p{L}+ ){0,2}paint|spray(?:ed|ing|-painted) (?:the|a|its|their) (?:building|entrance|fa[cç]ade|sign|doors?)|glued themselves|(?:protest|solidarity|student) encampments?|set up (?:an? |their )?(?:encampment|camp|tents)|block(?:ed|ing|s)? (?:the |an? |all |several |both |two )?(?:\p{L}+ )?(?:entrances?|intersections?|tracks|roads?|traffic|doors?|streets?|bridge|gates?|driveway|trucks|access|lobby)|(?:dropped|drops?|hung|hangs|unfurled|unfurls|hoisted) (?:an? |the |\p{L}+ )?(?:[\p{Ll}-]+ )?(?:banners?|sheets?|bedsheets?)|banner drops?|projected (?:an? )?(?:messages?|images?|slogans?|words)|acampada|ocupan|besetz(?:t|ten|ung)|ocuparon|bloquearon)\b/giu,
  ],
  ['teach_in', /\bteach-ins?\b/giu],
  [
    'press_conference',
    /\b(?:press conference|news conference|rueda de prensa|pressekonferenz)\b/giu,
  ],
  [
    'open_letter',
    /\b(?:open letter|signed (?:a|the) letter|letter,? signed by|(?:\d[\d,.]*|dozens|hundreds|thousands) [^.;]{0,60}(?:have|has) written to|(?:a|the) letter,? (?:signed|published|addressed)|carta abierta|offene[rn]? brief)\b/giu,
  ],
  [
    'petition',
    /\b(?:petitions? (?:signed|with|delivered|calling|demanding|started|launched|was)|signed (?:a|the) petition|delivered (?:a|the) petition|recogida de firmas|petición firmada|(?:entreg|presentar)\p{L}+ (?:\p{L}+ ){0,6}(?:petición|firmas)|firmas contra|unterschriften (?:gegen|für|übergeben|gesammelt)|(?<!(?:workers|protesters|activists|residents|employees|they|to) )petition)\b/giu,
  ],
  [
    'shareholder_action',
    /\b(?:(?:share|stock)holders? (?:proposal|resolution|meeting|vote|revolt|rebellion)s?|investor (?:revolt|rebellion)|annual (?:general )?meeting(?: of shareholders)?|(?:share|stock)holders (?:\p{L}+ ){0,6}(?:backed|voted|supported|rejected) (?:a|the) (?:proposal|resolution|measure)|(?:share|stock)holders of [^.;,]{2,50}(?:,? on \p{L}+)? (?:voted|rejected|backed|approved)|voted down (?:a|the) (?:proposal|resolution)|(?:proposal|resolution)s?,? (?:was |were )?(?:filed|put up|tabled|brought) by|hauptversammlung|gegenantr(?:ag|äge)|junta (?:general )?de accionistas)\b/giu,
  ],
  [
    'legal_action',
    /\b(?:filed (?:a |an )?(?:\p{L}+ ){0,2}(?:class action|lawsuit|complaint|charge|suit|unfair labor practice|grievance)s?|sue[sd]\b|(?:to|will|would|may) sue\b|lawsuit filed|(?:judges?|tribunal|court|jury|arbitrator|labou?r board) (?:on \p{L}+day )?(?:has |have |had )?(?:ruled?|rules|found|finds|orders?|ordered|refuse[sd]|dismisse[sd]|grant(?:s|ed)|reject(?:s|ed)|upholds|upheld|threw out|throws out|sided)|unfairly dismissed|unfair dismissal|(?:sought|seeking|seeks|granted|won|refused|applied for) (?:an? |the )?(?:\p{L}+ )?injunction|interim injunction|(?:written|giving|her|his|the) judg(?:e)?ment|class[- ]action (?:lawsuit|complaint|suit)|demanda judicial|klage eingereicht)\b/giu,
  ],
  [
    'hearing',
    /\b(?:(?:council|senate|house|committee|public|(?<![\p{L}])\p{L}{1,20}-hour|packed|heated|crowded) hearing|meeting of (?:the )?(?:[\p{Lu}][\p{L}]+ )?(?:Committee|Council|Board|Commission)|(?:council|school board|board of supervisors|zoning board|committee) meeting|public comment|testified (?:before|at)|told (?:the (?:hearing|council|commissioners|committee|commission)|council(?:l?ors| members)|commissioners|(?:county|city|town|township) supervisors|trustees)|signed up to (?:talk|speak)|took turns at (?:a|the) microphone|the hearing (?:concerned|was|drew|lasted)|anhörung|audiencia)\b/giu,
  ],
  [
    'online_action',
    /\b(?:(?:online|virtual|digital) (?:protest|strike|walkout|rally|picket|action|vigil|sit-in|blackout)s?|hashtag campaign|twitter ?storm|log(?:ged)? off in protest)\b/giu,
  ],
  [
    'vote',
    /\b(?:vot(?:e|ed|es|ing) (?:(?:by|\d|two to one|three to one|nearly|overwhelmingly|unanimously|narrowly|yes|in favou?r)[^.;]{0,40} )?(?:to (?:authori[sz]e|strike|walk out|unioni[sz]e|form|join|keep|retain|decertify|organi[sz]e|ratify|accept|reject|approve|end|affiliate)|(?:[^.;]{0,30} )?in favou?r of (?:a |an |the )?(?:\p{L}+ )?(?:strikes?|industrial action|walkouts?|action)|for (?:a|the) (?:union|strike|contract|deal)|for (?:walkouts|strikes|strike action|industrial action)|against (?:a|the) (?:union|contract|deal|offer))|strike (?:authori[sz]ation )?(?:vote|ballot)s?|union election|(?:cast|counted) (?:their )?(?:ballots|votes)|vot(?:an|aron|ó) (?:\p{L}+ ){0,3}la huelga|huelga (?:fue )?aprobada|urabstimmung)\b/giu,
  ],
  [
    'boycott',
    /\b(?:boycott(?:ed|ing|s|ers)?|boicot(?:s|ean|earon)?|boykott(?:iert|ieren|e)?)\b/giu,
  ],
  [
    'meeting',
    /\b(?:(?:public|packed|mass|community|town hall|emergency|general) meeting|(?:for|held|hosted|attended) an? (?:\p{L}+ ){0,2}town hall(?! (?:steps|square|building))|meeting (?:called|organi[sz]ed|convened) by|bürgerversammlung|asamblea (?:general|vecinal))\b/giu,
  ],
  [
    'rally',
    /\b(?:rall(?:y|ied|ies|ying)|(?:the|this|our|today['’]s) action (?:today |here |outside )?was (?:called|organi[sz]ed|led) by|chanted|held (?:signs|banners|placards)|protest(?:ed|ing|s|ers|ors)?|demonstrat(?:ed|ing|ion|ions|ors)|gather(?:ed|ing) (?:outside|in front|at|in|near|next to|to (?:call|demand|oppose|urge|denounce|press))|concentr(?:aron|ación|an)|a la protesta|para protestar|manifest(?:aron|ación|aciones|antes)|protestaron|protesta|kundgebung(?:en)?|demonstrier(?:t|ten|en)|protestier(?:t|ten|en)|versammel(?:t|ten))\b/giu,
  ],
]

const SHARES =
  /\b(?:(?:share|stock)holders?|investors?|aktionär\p{L}*|hauptversammlung|accionistas?)(?!\p{L})/iu

/** "It would be the first strike in 40 years" tells of none. */
const HYPOTHETICAL =
  /\b(?:would (?:be|mean|mark)|if|whether to|vote on)\b[^.]{0,30}$|\b(?:to|for) attend(?:ing)? (?:an?|the)\b[^.,]{0,40}$|\bmiss(?:ing|ed) work (?:for|to)\b[^.,]{0,60}$/iu

const DENIED =
  /\b(?:did|do|does|has|have|had|will|would|are|were|was|is)(?: not|n['’]t) (?:\p{L}+ )?$|\b(?:nobody|no one|avert(?:s|ed|ing)? (?:an?|the|their|its)|rumou?rs? (?:that|of) [^.;]{0,60}|false (?:claims|reports) (?:that|of) [^.;]{0,60}) (?:\p{L}+ )?$|\b(?:there (?:is|was|will be|would be)|no plans? (?:for|to|of)|(?:deni(?:ed|es)|denying) (?:[^.;]{0,60} )?(?:plan|plann?ing|plans|intend\p{L}*|prepar\p{L}+|call\p{L}*) (?:to|for|an?)) (?:no |an? |any )?(?:\p{L}+ )?$/iu
/** "threaten to strike", "amenazan con una huelga", "no descartan convocar una huelga", "drohen mit Streik" */
const THREATENED =
  /(?<![\p{L}])(?:threat(?:en(?:s|ed|ing)?|s)? (?:to |of |with )?(?:an? |the |go on (?:an? )?)?|amenaz\p{Ll}+ con (?:ir a |convocar )?|no descart\p{Ll}+ (?:convocar |ir a )?|droh\p{Ll}+ mit )(?:una? |la |einem |einer |weiteren )?(?:\p{L}+ (?:y |und |and )?){0,2}$/iu
/** "Drivers call off walkout", as headlines say it. */
const CALLING_OFF = /\b(?:calls?|called|calling) off (?:planned |threatened )?$/iu
const CALLED_OFF_BEFORE =
  /\b(?:call(?:s|ed|ing)? off|cancel(?:s|l?ed|l?ing)?|averted|postponed?) (?:an?|the|their|its) (?:\p{L}+ ){0,2}$/iu
const CALLED_OFF =
  /^[^.;]{0,60}?\b(?:was|were|has been|have been|is|are) (?:called off|cancell?ed|averted|postponed)\b/iu

const TO_COME = /^[^.;:,]{2,80}(?<!\b(?:vot(?:e|ed|es)|set|have|had|has|began|begin)) to $/iu

/** "did not strike", "A strike planned for Monday was called off": what was called off after it began was held. */
function isNotHeld(words: string, start: number, end: number): boolean {
  const before = words.slice(Math.max(0, start - 120), start)
  return (
    DENIED.test(before) ||
    THREATENED.test(before) ||
    CALLING_OFF.test(before) ||
    ((CALLED_OFF.test(words.slice(end, end + 100)) || CALLED_OFF_BEFORE.test(before)) &&
      /\b(?:planned|threatened|scheduled|due|set|proposed)\b/iu.test(
        words.slice(Math.max(0, start - 120), end + 60),
      ))
  )
}

/** "to mark the 50th anniversary of the strike at Acme, in which 400 walked out": what people gather to remember. */
const REMEMBERED =
  /\b(?:anniversary of|commemorat(?:e|es|ed|ing)|in memory of|jahrestag de[rs]|aniversario de)\b[^.;]{0,200}$/iu

/** Words that other actions are called too: any is a protest, and those on strike stand on picket lines. */
const LOOSE =
  /^(?:rally (?:protest|demonstrat|gather|chanted|held)|picket picket line|shareholder_action (?:annual|(?:share|stock)holders?['’]?) meeting)/iu

/** An action as a report leads with it. */
export type ActionFound = {
  kind: EntryKind
  sentences: Span[]
  weight: number
  verb: Span
  /** The report only says that it is to come. */
  planned: boolean
}

/** A petition or a letter is signed anywhere: where somebody who signed it lives says nothing. */
export function isSignedAnywhere({ kind }: ActionFound): boolean {
  return kind === 'petition' || kind === 'open_letter'
}

/** What happens where a council sits. */
export function isSitting({ kind }: ActionFound): boolean {
  return kind === 'hearing' || kind === 'vote' || kind === 'meeting'
}

/** The text's own action: what its first sentences speak of most. Null where it reports none. */
export function actionOf(text: string, sentences: Span[]): ActionFound | null {
  const reported = strongest(text, sentences, false)
  const coming = strongest(text, sentences, true)
  // A report of what is planned may recall what was done before.
  const planned = reported !== null && coming !== null && coming.weight >= 3 * reported.weight
  return planned ? coming : (reported ?? coming)
}

/** @param ahead whether what is only planned counts too, for a report of what is to come. */
function strongest(text: string, sentences: Span[], ahead: boolean): ActionFound | null {
  const found = new Map<EntryKind, ActionFound>()
  const lead = sentences.slice(0, 12)
  const ofShares = SHARES.test(text)
  sentences.forEach((sentence, index) => {
    const words = text.slice(sentence.start, sentence.end)
    const weight = index < 3 ? 3 : index < lead.length ? 1 : 0.3
    for (const [kind, pattern] of WORDS) {
      // An annual meeting of others than shareholders is none of theirs.
      if (kind === 'shareholder_action' && !ofShares) continue
      for (const match of words.matchAll(pattern)) {
        // No rule looks further back, and a sentence may have no end.
        const before = words.slice(Math.max(0, match.index - 240), match.index)
        if (HYPOTHETICAL.test(before)) continue
        if (REMEMBERED.test(before)) continue
        if (isNotHeld(words, match.index, match.index + match[0].length)) continue
        if (
          !ahead &&
          /\b(?:last year|in (?:19|20)\d\d|years ago|previous(?:ly)?|planned|will|would|could|may|threaten\w*|authoriz\w*|vote[ds]? (?:to|for)|ballot(?:ed)? (?:for|on|over)|against the|plans? to|in favou?r of|ban(?:s|ned|ning)?|warn(?:s|ed|ing)? of|vot(?:an|aron|ar|ó)|aprob(?:aron|ar|ó)|volver a la|plantean?|podría|amenazan? con|convocarán?)(?![\p{L}])[^.]{0,30}$/iu.test(
            before,
          )
        )
          continue
        // "Care workers to walk out", as a headline says what is to come
        if (!ahead && index === 0 && TO_COME.test(before) && !/[.!?]$/u.test(words)) continue
        const verb = {
          start: sentence.start + match.index,
          end: sentence.start + match.index + match[0].length,
        }
        const known = found.get(kind)
        // The narrower word says more.
        const loose = LOOSE.test(`${kind} ${match[0]}`)
        const own = loose ? weight * 0.45 : weight
        if (known) {
          // Said again in one sentence, a loose word says no more.
          if (loose && known.sentences.at(-1) === sentence) continue
          known.weight += own
          if (!known.sentences.includes(sentence)) known.sentences.push(sentence)
        } else found.set(kind, { kind, sentences: [sentence], weight: own, verb, planned: ahead })
      }
    }
  })
  const best = [...found.values()].sort((a, b) => b.weight - a.weight)[0]
  return best && best.weight >= 0.9 ? best : null
}

const PEOPLE = new RegExp(
  `${ROLE.source}|^(?:people|families|staff|teamsters|locals?|crowds?|hundreds|dozens|thousands|allies|women|men|youth|elders)$|\\p{L}+(?:ers|ors|ists|arios|adores|ende|innen)$`,
  'iu',
)

/** "Workers at seven mills", and not "The noisy" or "Acme faces several". */
function isPeople(subject: string): boolean {
  const head = subject.split(/ (?:of|at|from|with|in|near|on|for|and)\b/u)[0] ?? ''
  const noun = head.split(' ').at(-1) ?? ''
  return !/\bwho\b/u.test(subject) && (GROUP.test(noun) || PEOPLE.test(noun))
}

/** Who took part, in the report's words: the subject of the first sentence about the action. */
export function participantsOf(text: string, action: ActionFound): string {
  for (const sentence of action.sentences.slice(0, 6)) {
    const words = text.slice(sentence.start, sentence.end)
    const subject =
      /^(?:.{0,60}?(?:\) ?[—–-]+|[—–]) ?)?(?:On [\p{L}]+,? |(?:Image|Photo)[^.]*?: ?)?((?:(?:About|Around|Nearly|Almost|More than|Over|Some|At least|Dozens of|Hundreds of|Thousands of|Several|Former|Current|Striking|Union|Local|Tech|The)\s)?[\p{L}\p{N}][^.,;:!?"“”—–]{2,110}?) (?:are |were |have |had |again |also |then )?(?:rall|march|walk|gather|protest|demonstrat|pick|went on strike|struck|stag|held|joined|took|descended|converged|assembled|chained|occup|block|sign|deliver|stood|lined|filled|launched|began)\p{L}*\b/u.exec(
        words,
      )?.[1]
    if (
      subject &&
      !/^(?:I|we|you|he|she|it|they|who|the (?:rally|march|protest|strike|event|action|company)|this|that|when|as|while|after|in|on|at)\b/iu.test(
        subject,
      ) &&
      !/ (?:has|have|had|was|were|fired|suspended|arrested|detained|sued|told|said|says|accused)(?: |$)|\b(?:who|that|which|first|second|third|following|\p{L}{3,}ing|\p{L}+ous)$/u.test(
        subject,
      ) &&
      isPeople(subject) &&
      subject.split(/\s+/u).length <= 14
    )
      return subject
        .replace(/^(?:date \S+ )?(?:The Brief )?/u, '')
        .replace(/ (?:on [\p{L}]+day|today|yesterday|tonight)$/u, '')
        .trim()
  }
  return ''
}
