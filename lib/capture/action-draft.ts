import { kindOf } from '../kinds/index'
import { actionPlace, actionTitle, isOfAnother } from './action-place'
import { participantsOf, type ActionFound } from './actions'
import type { DateMention } from './dates'
import { headDay } from './published'
import { isInCaption } from './read-text'
import { passageOf } from './sentences'
import type { CaptureDraft, CaptureNote, DraftOrganization, Found, FoundDate } from './types'
import { EMPTY, type Draft, type Findings } from './draft-findings'
import { speakersOf } from './draft-speakers'

/** The action that the text reports, with all that was said, demanded and counted there. */
export function actionDraft(findings: Findings, notes: CaptureNote[]): Draft | null {
  const { action, document, crowds, quotes, sentences } = findings
  if (!action) return null
  const demands = ownDemands(findings)
  const { text } = document
  const { working, claims } = actionDate(findings, action)
  if (claims.length > 1)
    notes.push({
      about: 'date',
      message: `The text gives different days: ${claims.map(({ value, saidBy }) => `${value.edtf} (${saidBy})`).join(', ')}.`,
      passages: claims.flatMap(({ passages }) => passages),
    })
  const place = actionPlace(findings, action)
  const others = sentences.filter(({ start, end }) => isOfAnother(text.slice(start, end)))
  const own = crowds.filter(({ passages: [at] }) =>
    others.every(({ start, end }) => !at || at.start < start || at.end > end),
  )
  // Whoever is asked to investigate an employer is not the one that a strike is against.
  const targets = [
    ...new Set(
      demands
        .filter(({ value }) => !/^(?:investigate|look into|inspect)\b/iu.test(value.wording))
        .flatMap(({ value }) => value.targets),
    ),
  ]
  return {
    ...EMPTY,
    kind: action.kind,
    confidence: Math.min(0.97, 0.6 + action.weight / 20),
    title: actionTitle(kindOf(action.kind).label, place?.value ?? ''),
    date: working,
    dateClaims: claims.length > 1 ? claims : [],
    place,
    crowd: crowdOf(own),
    crowdClaims: own.length > 1 ? own : [],
    participants: participantsOf(text, action),
    organizations: organizationParts(findings, targets),
    people: speakersOf(findings, quotes, false),
    demands: demands.map((demand) => ({ ...demand, relation: 'raises', stance: null, at: '' })),
    passages: action.sentences.slice(0, 3).map((span) => passageOf(text, span)),
  }
}

/** The first size that is a number, among the first few: a headline says "dozens" of what the report counts. */
function crowdOf(crowds: Findings['crowds']): Findings['crowds'][number] | null {
  const first = crowds[0] ?? null
  if (!first || !/^(?:dozens|hundreds|thousands|scores)/iu.test(first.value.words)) return first
  const counted = crowds.slice(1, 3).find(({ value }) => /\d/.test(value.words))
  const within = counted && first.value.low !== null && (counted.value.low ?? 0) >= first.value.low
  return within ? counted : first
}

/** The day of the action. What a caption says and what the text says may differ; both are then kept. */
function actionDate(
  findings: Findings,
  action: ActionFound,
): { working: Found<FoundDate> | null; claims: CaptureDraft['dateClaims'] } {
  const { document, dates } = findings
  const inAction = (mention: DateMention) =>
    action.sentences.some(
      ({ start, end }) => mention.sentence.start === start && mention.sentence.end === end,
    )
  const isDay = ({ value }: DateMention) => /^\d{4}-\d{2}-\d{2}$/.test(value.edtf)
  if (action.planned) return { working: plannedDay(findings, inAction, isDay), claims: [] }
  const isHeader = ({ sentence }: DateMention) =>
    headDay(document.text.slice(sentence.start, sentence.end)) !== null
  const past = (mention: DateMention) =>
    !mention.ahead && (!document.meta.published || mention.value.edtf <= document.meta.published)
  const days = dates.filter(
    (mention) =>
      isDay(mention) &&
      !isHeader(mention) &&
      past(mention) &&
      !ofMeasure(document.text, mention) &&
      !isOfEnd(document.text, mention),
  )
  const lead = document.text.length * 0.35
  const from = (mention: DateMention) => mention.passages[0]?.start ?? 0
  const chosen = days.filter((mention) => inAction(mention) || isInCaption(document, from(mention)))
  const near = chosen.filter(
    (mention) => from(mention) < Math.max(lead, 1_200) || isInCaption(document, from(mention)),
  )
  // "a two-day strike in late July": vaguer than a day, and said of the action itself.
  const vague = dates.find(
    (mention) =>
      inAction(mention) &&
      !isDay(mention) &&
      past(mention) &&
      !ofMeasure(document.text, mention) &&
      !isOfEnd(document.text, mention) &&
      !isOfYearsAgo(mention, document.meta.published),
  )
  if (near.length === 0 && vague)
    return {
      working: { value: vague.value, confidence: 0.7, passages: vague.passages },
      claims: [],
    }
  const claims: CaptureDraft['dateClaims'] = []
  for (const mention of near.length > 0
    ? near
    : days
        .filter((mention) => from(mention) < 800 && isRecent(mention, document.meta.published))
        .slice(0, 1)) {
    if (claims.some(({ value }) => value.edtf === mention.value.edtf)) continue
    if (
      claims.length > 0 &&
      Math.abs(Date.parse(mention.value.edtf) - Date.parse(claims[0]?.value.edtf ?? '')) >
        4 * 86_400_000
    )
      continue
    const { value, confidence, passages } = mention
    const said = isInCaption(document, from(mention))
      ? 'a picture’s caption'
      : /\d{4}|\d/.test(value.words)
        ? 'the text'
        : `the text, which says ${value.words.replace(/^on /iu, '')}`
    claims.push({ value, confidence, passages, saidBy: said })
  }
  // A full date is firmer than a weekday, which is counted from the day of publication.
  const working = claims.find(({ value }) => /\d{4}/.test(value.words)) ?? claims[0]
  if (working)
    return {
      working: {
        value: working.value,
        confidence: claims.length > 1 ? 0.7 : working.confidence,
        passages: working.passages,
      },
      claims,
    }
  const { published } = document.meta
  return {
    working: published
      ? {
          value: { words: `by ${published}`, edtf: `[..${published}]` },
          confidence: 0.6,
          passages: [],
        }
      : null,
    claims: [],
  }
}

/** What those who acted demand, and not what a company asks of their union or of them. */
function ownDemands({ demands, actors }: Findings): Findings['demands'] {
  const own = demands.filter(
    ({ value: { targets } }) =>
      targets.length === 0 || targets.some((name) => !actors.has(name) && !ACTING.test(name)),
  )
  return own.length > 0 ? own : demands
}
const ACTING =
  /^(?:(?:the|its|their|los|las|die) )?(?:(?:striking )?(?:workers|employees|strikers|nurses|teachers|drivers)|unions?|trabajador\p{L}*|huelguistas|sindicatos?|Beschäftigten?|Gewerkschaft(?:en)?)$/iu

/** A bare year before that of the report, which reports what is new. */
function isOfYearsAgo({ value }: DateMention, published: string | null): boolean {
  return published !== null && /^\d{4}$/.test(value.edtf) && value.edtf < published.slice(0, 4)
}

/** "The last contract expired July 1, 2007" dates no vote of two years later. */
function isRecent({ value }: DateMention, published: string | null): boolean {
  return !published || Date.parse(published) - Date.parse(value.edtf) <= 45 * 86_400_000
}

/** "Actors will go on strike on Thursday": the day that is named for it, or none. */
function plannedDay(
  { dates, document }: Findings,
  inAction: (mention: DateMention) => boolean,
  isDay: (mention: DateMention) => boolean,
): Found<FoundDate> | null {
  const { published } = document.meta
  const day = dates.find(
    (mention) =>
      inAction(mention) && isDay(mention) && (!published || mention.value.edtf >= published),
  )
  return day ? { value: day.value, confidence: 0.8, passages: day.passages } : null
}

/** "returned to work on September 28, ending a two-week strike" gives the day on which it ended. */
function isOfEnd(text: string, { passages: [at], sentence }: DateMention): boolean {
  return (
    !!at &&
    /\b(?:returned to (?:work|their jobs)|(?:strike|walkout|boycott|lockout|sit-in|occupation|picket) (?:was |has )?ended|ended (?:their|the|a|its) (?:[\p{L}-]+ )?(?:strike|walkout|boycott|lockout|sit-in|occupation))\b[^,.;]{0,30}$/iu.test(
      text.slice(Math.max(sentence.start, at.start - 70), at.start),
    )
  )
}

/** "who were terminated on March 14" gives the day of a firing, not of the action; "a contract awarded in 2021" that of a contract. */
function ofMeasure(text: string, { passages: [at] }: DateMention): boolean {
  if (!at) return false
  const before = text.slice(Math.max(0, at.start - 50), at.start)
  // "fired 28 employees over Tuesday's protests"
  if (/\b(?:over|following|after|for) (?:the )?$/iu.test(before)) return false
  return /\b(?:fired|firings?|terminated|terminations?|dismissed|suspended|suspensions?|laid off|layoffs?|let go|hired|founded|signed|awarded|won|started|introduced|bought|built|convocad[oa]s?|anunciad[oa]s?|since|said|says|announced|confirmed|(?:memo|statement|letter|e-?mail|release) (?:\p{Ll}+ )?(?:sent|issued|dated|released|circulated|obtained))\b[^,.;]{0,30}$/iu.test(
    before,
  )
}

function organizationParts(
  { entities, actors, main }: Findings,
  targets: string[],
): DraftOrganization[] {
  // "companies" and "lawmakers" are asked, and are no organization of the record.
  const asked = targets.filter((name) =>
    entities.some(({ kind, name: own }) => kind !== 'other' && own === name),
  )
  // What a company asks of a union makes the union no target of the union's own action.
  const others = asked.filter((name) => !actors.has(name))
  const aimed = others.length > 0 || main ? others : asked
  const parts: DraftOrganization[] = aimed.map((name) => ({ name, part: 'target' }))
  for (const { kind, name } of entities)
    if (kind === 'organization' && !aimed.includes(name) && actors.has(name))
      parts.push({ name, part: 'actor' })
  // Whom a demand names by what they are, "their employers", is no organization, nor is it the main one.
  if (aimed.length === 0 && main && targets.every((name) => actors.has(name)))
    parts.push({ name: main.name, part: 'target' })
  return parts
}
