import type { EntryKind } from '../kinds/names'
import { kindOf } from '../kinds/index'
import { participantsOf, type ActionFound } from './actions'
import type { DateMention } from './dates'
import type { Entity } from './entities'
import { isInCaption } from './read-text'
import { responsesOf, retaliationsOf } from './responses'
import { passageOf } from './sentences'
import type {
  CaptureDocument,
  CaptureDraft,
  CaptureNote,
  DraftOrganization,
  DraftPerson,
  Found,
  FoundCrowd,
  FoundDate,
  FoundDemand,
  FoundNonResponse,
  FoundQuote,
  Span,
} from './types'
import { PLACE_WORD } from './words'

export type Findings = {
  document: CaptureDocument
  sentences: Span[]
  entities: Entity[]
  main: Entity | null
  quotes: Found<FoundQuote>[]
  demands: Found<FoundDemand>[]
  nonResponses: Found<FoundNonResponse>[]
  dates: DateMention[]
  crowds: Found<FoundCrowd>[]
  action: ActionFound | null
}

/** Puts what was found together as entries: the action, what answered it, who did not, what was told beside it. */
export function draftsOf(findings: Findings): { drafts: CaptureDraft[]; notes: CaptureNote[] } {
  const notes: CaptureNote[] = []
  const drafts: Omit<CaptureDraft, 'key'>[] = []
  const action = actionDraft(findings, notes)
  if (action) drafts.push(action)
  drafts.push(
    ...responseDrafts(findings, action),
    ...inquiryDrafts(findings),
    ...retaliationDrafts(findings),
    ...contextDrafts(findings, action),
  )
  return { drafts: drafts.map((draft, index) => ({ key: `d${index + 1}`, ...draft })), notes }
}

type Draft = Omit<CaptureDraft, 'key'>

const EMPTY: Omit<Draft, 'kind' | 'confidence' | 'title'> = {
  date: null,
  dateClaims: [],
  place: null,
  crowd: null,
  crowdClaims: [],
  participants: '',
  accordingTo: '',
  organizations: [],
  people: [],
  demands: [],
  inquiry: null,
  details: {},
  passages: [],
}

function actionDraft(findings: Findings, notes: CaptureNote[]): Draft | null {
  const { action, document, demands, crowds, quotes } = findings
  if (!action) return null
  const { text } = document
  const { working, claims } = actionDate(findings, action)
  if (claims.length > 1)
    notes.push({
      about: 'date',
      message: `The text gives different days: ${claims.map(({ value, saidBy }) => `${value.edtf} (${saidBy})`).join(', ')}.`,
      passages: claims.flatMap(({ passages }) => passages),
    })
  const place = placeOf(findings, action)
  const targets = [...new Set(demands.flatMap(({ value }) => value.targets))]
  return {
    ...EMPTY,
    kind: action.kind,
    confidence: Math.min(0.97, 0.6 + action.weight / 20),
    title: actionTitle(kindOf(action.kind).label, place?.value ?? ''),
    date: working,
    dateClaims: claims.length > 1 ? claims : [],
    place,
    crowd: crowds[0] ?? null,
    crowdClaims: crowds.length > 1 ? crowds : [],
    participants: participantsOf(text, action),
    organizations: organizationParts(findings, targets),
    people: peopleOf(findings, quotes),
    demands: demands.map((demand) => ({ ...demand, relation: 'raises', stance: null, at: '' })),
    passages: action.sentences.slice(0, 3).map((span) => passageOf(text, span)),
  }
}

/** "Rally at the Amazon Spheres", "Strike in Toledo". */
function actionTitle(label: string, place: string): string {
  const name = place.split(', ')[0] ?? ''
  if (name === '') return label
  if (!hasBuilding(name)) return `${label} in ${name}`
  return `${label} at ${/^(?:the|el|la|der|die|das)\b/iu.test(name) || /\b(?:Street|Avenue|Square|Park|Plaza|Hall|Road|platz|straße)$/iu.test(name) ? '' : 'the '}${name}`
}

/** The day of the action. What a caption says and what the text says may differ; both are then kept. */
function actionDate(
  { document, dates }: Findings,
  action: ActionFound,
): { working: Found<FoundDate> | null; claims: CaptureDraft['dateClaims'] } {
  const inAction = (mention: DateMention) =>
    action.sentences.some(
      ({ start, end }) => mention.sentence.start === start && mention.sentence.end === end,
    )
  const isDay = ({ value }: DateMention) => /^\d{4}-\d{2}-\d{2}$/.test(value.edtf)
  const isHeader = ({ passages }: DateMention) =>
    (passages[0]?.start ?? 0) < 40 &&
    document.text
      .slice(0, passages[0]?.start ?? 0)
      .trim()
      .split(/\s+/u).length <= 2 &&
    /^(?:date|published|updated|posted)?\W*$/iu.test(
      document.text.slice(0, passages[0]?.start ?? 0),
    )
  const past = (mention: DateMention) =>
    !mention.ahead && (!document.meta.published || mention.value.edtf <= document.meta.published)
  const days = dates.filter((mention) => isDay(mention) && !isHeader(mention) && past(mention))
  const lead = document.text.length * 0.35
  const from = (mention: DateMention) => mention.passages[0]?.start ?? 0
  const chosen = days.filter((mention) => inAction(mention) || isInCaption(document, from(mention)))
  const near = chosen.filter(
    (mention) => from(mention) < Math.max(lead, 1_200) || isInCaption(document, from(mention)),
  )
  const claims: CaptureDraft['dateClaims'] = []
  for (const mention of near.length > 0
    ? near
    : days.filter((mention) => from(mention) < 800).slice(0, 1)) {
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

function placeOf({ document, entities }: Findings, action: ActionFound): Found<string> | null {
  const { text } = document
  const spans = [
    ...action.sentences.slice(0, 5),
    ...document.captions.flatMap(({ passage }) => (passage ? [passage] : [])),
  ]
  const places = entities
    .filter(({ kind }) => kind === 'place')
    .flatMap((entity) =>
      entity.mentions
        .filter(({ start, end }) => spans.some((span) => start >= span.start && end <= span.end))
        .map((mention) => ({ entity, mention })),
    )
    .sort((a, b) => a.mention.start - b.mention.start)
  const building = places
    .filter(({ entity }) => hasBuilding(entity.name))
    .sort((a, b) => b.entity.name.length - a.entity.name.length)[0]
  const town = places.find(({ entity }) => !hasBuilding(entity.name)) ?? null
  const dateline = datelineOf(text)
  const townName =
    town?.entity.name ??
    dateline?.value ??
    entities.find(
      ({ kind, name, mentions }) =>
        kind === 'place' && !hasBuilding(name) && (mentions[0]?.start ?? 9_999) < 600,
    )?.name
  const passages = [building?.mention, town?.mention]
    .filter((mention) => mention !== undefined)
    .map((mention) => passageOf(text, mention))
  if (building) {
    const name =
      townName && building.entity.name.includes(townName)
        ? building.entity.name
        : [building.entity.name, townName].filter(Boolean).join(', ')
    return {
      value: name,
      confidence: 0.9,
      passages: [...passages, ...(town || !dateline ? [] : dateline.passages)],
    }
  }
  if (townName)
    return {
      value: townName,
      confidence: 0.85,
      passages: town ? [passageOf(text, town.mention)] : (dateline?.passages ?? []),
    }
  return null
}

function hasBuilding(name: string): boolean {
  return (
    name.split(/\s+/u).some((word) => PLACE_WORD.test(word)) &&
    !/\b(?:City|County|Valley|Island|Lake|River|Beach|Port)\b/u.test(name)
  )
}

/** "SEATTLE (AP) —" and "Seattle, Feb. 13 —" at the head of a report. */
function datelineOf(text: string): Found<string> | null {
  const match =
    /^((?:\p{Lu}[\p{Lu}.'-]+(?: \p{Lu}[\p{Lu}.'-]+){0,3})|(?:\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+){0,2}))(?:, [\p{L}.]{2,12})?(?: \([^)]{2,20}\)|, \p{L}+\.? \d{1,2}(?:, \d{4})?)?\s?[—–-]{1,2} ?/mu.exec(
      text,
    )
  if (!match?.[1]) return null
  const name = match[1].replace(
    /\p{Lu}[\p{Lu}'-]+/gu,
    (word) => word.charAt(0) + word.slice(1).toLowerCase(),
  )
  return {
    value: name,
    confidence: 0.85,
    passages: [passageOf(text, { start: match.index, end: match.index + match[1].length })],
  }
}

function organizationParts({ entities, main }: Findings, targets: string[]): DraftOrganization[] {
  const parts: DraftOrganization[] = targets.map((name) => ({ name, part: 'target' }))
  for (const { kind, name } of entities)
    if (
      kind === 'organization' &&
      !targets.includes(name) &&
      /\b(?:union|united|teamsters|workers|coalition|alliance|for justice|local|collective|federation|association|guild|sindicato|gewerkschaft)\b/iu.test(
        name,
      )
    )
      parts.push({ name, part: 'actor' })
  if (targets.length === 0 && main) parts.push({ name: main.name, part: 'target' })
  return parts
}

function peopleOf(
  { document: { text }, entities }: Findings,
  quotes: Found<FoundQuote>[],
): DraftPerson[] {
  const speakers = [
    ...new Set(
      quotes
        .filter(({ value }) => value.speakerKind === 'person')
        .map(({ value }) => value.speaker),
    ),
  ]
  return speakers.map((name) => {
    const entity = entities.find((one) => one.name === name)
    const own = quotes.filter(({ value }) => value.speaker === name)
    return {
      name,
      description: entity?.description ?? '',
      known: entity?.known?.id || null,
      role: 'speaker',
      quotes: own,
      passages: (entity?.mentions ?? []).slice(0, 3).map((mention) => passageOf(text, mention)),
    }
  })
}

function responseDrafts(findings: Findings, action: Draft | null): Draft[] {
  const {
    document: { text },
    sentences,
    entities,
    demands,
    main,
  } = findings
  const targets = new Set(demands.flatMap(({ value }) => value.targets))
  const responses = responsesOf(
    text,
    sentences,
    entities,
    (entity) => targets.has(entity.name) || entity === main,
  )
  return responses.map(({ kind, organization, other, sentence, verb, confidence }) => {
    const answered =
      kind === 'contract_change' && other
        ? demands.filter(({ value }) => value.counterparties.includes(other.name))
        : []
    return {
      ...EMPTY,
      kind,
      confidence,
      title: responseTitle(
        kind,
        organization.name,
        other?.name ?? '',
        verb,
        text.slice(sentence.start, sentence.end),
      ),
      date: responseDate(findings, sentence, action),
      organizations: [
        { name: organization.name, part: 'actor' },
        ...(other ? [{ name: other.name, part: 'subject' as const }] : []),
      ],
      demands: answered.map((demand) => ({
        ...demand,
        relation: 'answers',
        stance: 'meets',
        at: organization.name,
      })),
      details: changeDetails(kind, verb),
      passages: [passageOf(text, sentence)],
    }
  })
}

function changeDetails(kind: EntryKind, verb: string): Record<string, string> {
  if (kind !== 'contract_change') return {}
  return { change: /cancel|scrap/iu.test(verb) ? 'cancelled' : 'ended' }
}

function responseTitle(
  kind: EntryKind,
  organization: string,
  other: string,
  verb: string,
  tie: string,
): string {
  if (kind === 'contract_change')
    return `${organization} ${/cancel/iu.test(verb) ? 'cancels' : /suspend/iu.test(verb) ? 'suspends' : 'ends'} its ${/\b(partnership|contract|deal|agreement|integration)/iu.exec(tie)?.[1]?.toLowerCase() ?? 'ties'} with ${other || 'a partner'}`
  if (kind === 'statement') return `${organization} gives a statement`
  if (kind === 'policy_change') return `${organization} changes a policy`
  return kind === 'refusal' ? `${organization} refuses` : `${organization} makes a commitment`
}

/** The day in the same sentence, else no later than publication: a report never says more by being printed. */
function responseDate(
  { dates, document }: Findings,
  sentence: Span,
  action: Draft | null,
): Found<FoundDate> | null {
  const own = dates.find(
    (mention) => mention.sentence.start === sentence.start && mention.sentence.end === sentence.end,
  )
  if (own) return { value: own.value, confidence: 0.8, passages: own.passages }
  const day = /^\d{4}-\d{2}-\d{2}$/.test(action?.date?.value.edtf ?? '')
    ? action?.date?.value.edtf
    : document.meta.published
  return day
    ? { value: { words: `by ${day}`, edtf: `[..${day}]` }, confidence: 0.75, passages: [] }
    : null
}

function inquiryDrafts({ nonResponses, document }: Findings): Draft[] {
  if (nonResponses.length === 0) return []
  const askers = [...new Set(nonResponses.map(({ value }) => value.askedBy))]
  const { published } = document.meta
  return askers.map((askedBy) => {
    const own = nonResponses.filter(({ value }) => value.askedBy === askedBy)
    const names = own.map(({ value }) => value.organization)
    const outcome = own[0]?.value.outcome
    const said =
      outcome === 'declined'
        ? 'declined to comment'
        : outcome === 'no_reply'
          ? 'did not respond'
          : 'did not immediately respond'
    return {
      ...EMPTY,
      kind: 'no_reply',
      confidence: Math.max(...own.map(({ confidence }) => confidence)),
      title: `${listed(names)} ${said}${askedBy ? ` to ${askedBy}` : ''}`,
      date: published
        ? {
            value: { words: `by ${published}`, edtf: `[..${published}]` },
            confidence: 0.8,
            passages: [],
          }
        : null,
      organizations: names.map((name) => ({ name, part: 'actor' })),
      inquiry: { askedBy, recipients: own.map(({ value }) => value) },
      passages: own.flatMap(({ passages }) => passages),
    }
  })
}

function listed(names: string[]): string {
  return names.length < 2
    ? (names[0] ?? '')
    : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`
}

const MEASURE =
  /\b(?:fired|suspended|let go|terminated|dismissed|disciplined|laid off|despedid|entlassen)/iu

function retaliationDrafts(findings: Findings): Draft[] {
  const {
    document: { text, meta },
    sentences,
    entities,
    dates,
    quotes,
    main,
  } = findings
  return retaliationsOf(text, sentences, entities).map(
    ({ form, person, sentence, told, confidence }) => {
      const inQuotes = quotes
        .filter(({ value }) => person && value.speaker === person.name && MEASURE.test(value.text))
        .flatMap(({ passages }) =>
          dates.filter(
            ({ passages: [at] }) =>
              at && passages.some(({ start, end }) => at.start >= start && at.end <= end),
          ),
        )
      // The day of the action is in such a sentence as often as that of the firing; only what stands behind the verb is its own.
      const verb = sentence.start + text.slice(sentence.start, sentence.end).search(MEASURE)
      const behind = dates.find(
        (mention) =>
          mention.sentence.start === sentence.start &&
          !mention.ahead &&
          (mention.passages[0]?.start ?? 0) > verb &&
          (mention.passages[0]?.start ?? 0) - verb < 60,
      )
      const own = inQuotes[0] ?? behind
      const employer =
        entities.find(
          ({ kind, name }) =>
            kind === 'organization' && person !== null && person.description.includes(name),
        ) ?? main
      const noun =
        form === 'firing' ? 'firing' : form === 'suspension' ? 'suspension' : 'discipline'
      return {
        ...EMPTY,
        kind: 'retaliation',
        confidence,
        title: person ? `${person.name}’s account of a ${noun}` : `Report of a ${noun}`,
        date: own
          ? { value: own.value, confidence: 0.85, passages: own.passages }
          : meta.published
            ? {
                value: { words: `before ${meta.published}`, edtf: `[..${meta.published}]` },
                confidence: 0.5,
                passages: [],
              }
            : null,
        accordingTo: told && person ? person.name : meta.publisher,
        organizations: employer ? [{ name: employer.name, part: 'actor' }] : [],
        details: { form },
        passages: [passageOf(text, sentence), ...(own?.passages ?? [])],
      }
    },
  )
}

const CONTEXT =
  /\b(?:came under fire|under fire|drew (?:criticism|backlash|scrutiny)|faced (?:criticism|backlash|scrutiny)|sparked (?:criticism|outrage|backlash)|(?:was|were|has been) criticized) (?:after|for|over|when|following) (?:an?|the|its)?\s?([^,.;]{4,70})/iu

/** What happened before and explains the action: an announcement that drew criticism. */
function contextDrafts(
  { document: { text, meta }, sentences, entities }: Findings,
  action: Draft | null,
): Draft[] {
  return sentences.flatMap((sentence): Draft[] => {
    const match = CONTEXT.exec(text.slice(sentence.start, sentence.end))
    const organization =
      match &&
      entities.find(
        ({ kind, mentions }) =>
          kind === 'organization' &&
          mentions.some(
            ({ start, end }) => start >= sentence.start && end <= sentence.start + match.index,
          ),
      )
    if (!match || !organization) return []
    const what =
      (match[1] ?? '')
        .split(/ (?:touting|that|which|featuring|promoting|showing|using|where|in which) /iu)[0]
        ?.trim() ?? ''
    const day = action?.date?.value.edtf ?? meta.published
    return [
      {
        ...EMPTY,
        kind: 'announcement' as const,
        confidence: 0.7,
        title: `${organization.name}: ${what}`,
        date: day
          ? {
              value: {
                words: `before ${day}`,
                edtf: `[..${day.replace(/^\[\.\./, '').replace(/\]$/, '')}]`,
              },
              confidence: 0.6,
              passages: [],
            }
          : null,
        organizations: [{ name: organization.name, part: 'actor' as const }],
        passages: [passageOf(text, sentence)],
      },
    ]
  })
}
