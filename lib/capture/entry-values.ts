import { dateInWords } from '../dates/words'
import type { FormValues } from '../forms/state'
import { passageAt } from '../passages'
import type { CaptureDraft, CaptureResult, Passage } from './types'

/** A demand that the campaign has already, by which a draft's own is known again. */
export type KnownDemand = {
  id: string
  wording: string
  targets: string[]
  counterparties: string[]
}

export type DraftContext = {
  source: { id: string; title: string }
  text: string
  demands: KnownDemand[]
}

/**
 * A proposed entry as the entry's form shows it, every fact with its passage in the source, so that accepting it
 * and changing it are the same form and the same check.
 */
export function draftValues(
  draft: CaptureDraft,
  { source, text, demands }: DraftContext,
): FormValues {
  const values: FormValues = {
    kind: draft.kind,
    title: draft.title,
    participants: draft.participants,
    accordingTo: draft.accordingTo,
  }
  const row = (group: string, index: number, fields: Record<string, string>) => {
    for (const [name, value] of Object.entries(fields)) values[`${group}.${index}.${name}`] = value
  }
  const near = (passage: Passage | undefined) => {
    const found = passage && passageAt(text, passage.start, passage.end)
    return found
      ? { exact: found.exact, prefix: found.prefix, suffix: found.suffix }
      : { exact: '', prefix: '', suffix: '' }
  }
  values.date = draft.date ? dateInWords(draft.date.value.edtf) : ''
  if (draft.place) values.place = draft.place.value
  if (draft.crowd) {
    values.crowd = draft.crowd.value.words
    values.crowdCountedBy = draft.crowd.value.countedBy
  }
  for (const [name, value] of Object.entries(draft.details)) values[`details.${name}`] = value
  draft.dateClaims.forEach(({ value, saidBy, passages }, index) =>
    row('dateClaims', index, {
      value: dateInWords(value.edtf),
      saidBy,
      source: source.id,
      ...near(passages[0]),
    }),
  )
  draft.crowdClaims.forEach(({ value, passages }, index) =>
    row('crowdClaims', index, {
      value: value.words,
      saidBy: value.countedBy,
      source: source.id,
      ...near(passages[0]),
    }),
  )
  draft.organizations.forEach(({ name, part }, index) =>
    row('organizations', index, { name, part }),
  )
  draft.people.forEach(({ name, role, description, quotes }, index) => {
    row('appearances', index, { name, role, description })
    quotes.forEach(({ value, passages }, place) =>
      row(`appearances.${index}.quotes`, place, {
        text: value.text,
        source: source.id,
        // A quote that the text breaks in two has no passage of its own.
        ...(passages.length === 1
          ? { prefix: near(passages[0]).prefix, suffix: near(passages[0]).suffix }
          : {}),
      }),
    )
  })
  draft.demands.forEach(({ value, relation, stance, at }, index) => {
    const known = knownDemand(demands, value)
    row('demands', index, {
      ...(known
        ? { demand: known.id, wording: known.wording }
        : {
            wording: value.wording,
            targets: value.targets.join('; '),
            counterparties: value.counterparties.join('; '),
          }),
      relation: relation === 'answers' ? 'answers' : known ? 'repeats' : 'raises',
      ...(stance && { stance }),
      ...(at && { at }),
    })
  })
  if (draft.inquiry) {
    values['inquiry.askedBy'] = draft.inquiry.askedBy
    values['inquiry.through'] = 'request for comment'
    draft.inquiry.recipients.forEach(({ organization, outcome }, index) =>
      row('inquiry.recipients', index, {
        name: organization,
        outcome: outcome === 'no_reply' ? 'waiting' : outcome,
      }),
    )
  }
  const passages = draft.passages.length > 0 ? draft.passages : [undefined]
  passages
    .slice(0, 5)
    .forEach((passage, index) =>
      row('citations', index, { source: source.id, title: source.title, ...near(passage) }),
    )
  return values
}

/** The campaign's demand that says the same: of the same third parties, or in nearly the same words. */
function knownDemand(
  demands: KnownDemand[],
  wanted: { wording: string; targets: string[]; counterparties: string[] },
): KnownDemand | null {
  const fold = (words: string) => words.toLowerCase()
  const parties = wanted.counterparties.map(fold)
  if (parties.length > 0)
    return (
      demands.find(
        ({ counterparties }) =>
          counterparties.length === parties.length &&
          counterparties.every((name) => parties.includes(fold(name))),
      ) ?? null
    )
  const tokens = new Set(fold(wanted.wording).match(/[\p{L}\d]{4,}/gu) ?? [])
  return (
    demands.find(({ wording }) => {
      const own = new Set(fold(wording).match(/[\p{L}\d]{4,}/gu) ?? [])
      const shared = [...own].filter((token) => tokens.has(token)).length
      return shared > 1 && shared / Math.max(own.size, tokens.size) >= 0.7
    }) ?? null
  )
}

/** The same facts without the captured text, for a machine that asks. */
export function withoutText({ source: { text: _text, ...source }, ...rest }: CaptureResult) {
  return { ...rest, source }
}
