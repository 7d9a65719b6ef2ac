import { nameList } from '../kinds/define'
import type { EntryKind } from '../kinds/names'
import { speakersOf } from './draft-speakers'
import { responsesOf } from './responses'
import { passageOf } from './sentences'
import type { Found, FoundDate, Span, FoundNonResponse } from './types'
import { EMPTY, type Draft, type Findings } from './draft-findings'

export function responseDrafts(findings: Findings): Draft[] {
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
    main,
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
      date: responseDate(findings, sentence),
      organizations: [
        { name: organization.name, part: 'actor' },
        ...(other ? [{ name: other.name, part: 'subject' as const }] : []),
      ],
      people: kind === 'statement' ? speakersOf(findings, findings.quotes, organization.name) : [],
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
  if (/not renew/iu.test(verb)) return { change: 'not_renewed' }
  // What is only suspended, or let run out, is not cancelled.
  return /cancel|scrap|terminat|sever/iu.test(verb) ? { change: 'cancelled' } : {}
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
function responseDate({ dates, document }: Findings, sentence: Span): Found<FoundDate> | null {
  const own = dates.find(
    (mention) =>
      mention.sentence.start === sentence.start &&
      mention.sentence.end === sentence.end &&
      !mention.ahead &&
      mention.value.edtf <= (document.meta.published ?? mention.value.edtf),
  )
  if (own) return { value: own.value, confidence: 0.8, passages: own.passages }
  const day = document.meta.published
  return day
    ? { value: { words: `by ${day}`, edtf: `[..${day}]` }, confidence: 0.75, passages: [] }
    : null
}

export function inquiryDrafts({ nonResponses, document }: Findings): Draft[] {
  if (nonResponses.length === 0) return []
  const askers = [...new Set(nonResponses.map(({ value }) => value.askedBy))]
  const { published } = document.meta
  return askers.map((askedBy) => {
    const own = nonResponses.filter(({ value }) => value.askedBy === askedBy)
    const names = own.map(({ value }) => value.organization)
    return {
      ...EMPTY,
      kind: 'no_reply',
      confidence: Math.max(...own.map(({ confidence }) => confidence)),
      title: titleOf(own.map(({ value }) => value)),
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

/** Each outcome with those whose it is: what one did is not said of another. */
function titleOf(asked: FoundNonResponse[]): string {
  const outcomes = [...new Set(asked.map(({ outcome }) => outcome))]
  const parts = outcomes.map((outcome) => {
    const names = asked.filter((one) => one.outcome === outcome).map((one) => one.organization)
    const verb = outcome === 'waiting' && names.length > 1 ? 'were' : 'was'
    return `${nameList(names)} ${outcome === 'waiting' ? `${verb} asked for comment` : SAID[outcome]}`
  })
  const [{ askedBy } = { askedBy: '' }] = asked
  const by = outcomes.at(-1) === 'waiting' ? 'by' : 'to'
  return `${parts.join('; ')}${askedBy ? ` ${by} ${askedBy}` : ''}`
}

const SAID = {
  did_not_immediately_respond: 'did not immediately respond',
  declined: 'declined to comment',
  no_reply: 'did not respond',
}

const CONTEXT =
  /\b(?:came under fire|under fire|drew (?:criticism|backlash|scrutiny)|faced (?:criticism|backlash|scrutiny)|sparked (?:criticism|outrage|backlash)|(?:was|were|has been) criticized) (?:after|for|over|when|following) (?:an?|the|its)?\s?([^,.;]{4,70})/iu

/** What happened before and explains the action: an announcement that drew criticism. */
export function contextDrafts(
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
