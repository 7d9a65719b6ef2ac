import { kindOf } from '@/lib/kinds/index'
import type { DetailField } from '@/lib/kinds/define'
import { nameList } from '@/lib/kinds/define'
import type { EntryDto } from '@/lib/record'
import { OuterLink } from './outer-link'

type Crowd = EntryDto['crowd']

/** The entry's plain facts: who, where, how many, and what only its kind has. */
export function SharedFacts({ entry }: { entry: EntryDto }) {
  const { parts, fields } = kindOf(entry.kind)
  const named = (part: 'actor' | 'target' | 'subject') =>
    nameList(entry.organizations.filter((one) => one.part === part).map(({ name }) => name))
  const facts = [
    { term: parts.actor, detail: named('actor') },
    { term: parts.target, detail: named('target') },
    { term: parts.subject, detail: named('subject') },
    { term: 'Taking part', detail: entry.participants },
    { term: 'Place', detail: entry.place },
    { term: 'Crowd size', detail: crowdInWords(entry.crowd) },
    { term: 'According to', detail: entry.accordingTo },
    ...Object.entries(fields).map(([name, field]: [string, DetailField]) => ({
      term: field.label,
      detail: <Detail field={field} value={entry.details[name]} />,
      empty: entry.details[name] === undefined,
    })),
  ].filter((fact) => fact.detail && !('empty' in fact && fact.empty))
  if (facts.length === 0) return null
  return (
    <dl className="facts">
      {facts.map(({ term, detail }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd dir="auto">{detail}</dd>
        </div>
      ))}
    </dl>
  )
}

function Detail({ field, value }: { field: DetailField; value: string | number | undefined }) {
  if (value === undefined) return null
  switch (field.type) {
    case 'url':
      return <OuterLink href={String(value)}>{value}</OuterLink>
    case 'choice':
      return <>{field.options[String(value)] ?? value}</>
    case 'count':
      return <>{Number(value).toLocaleString('en')}</>
    case 'text':
      return <>{value}</>
  }
}

// The words stay as they were used: "hundreds" is another number to everybody.
function crowdInWords({ low, high, words, countedBy }: Crowd): string {
  const numbers =
    low !== null && high !== null && low !== high
      ? `${low.toLocaleString('en')} to ${high.toLocaleString('en')}`
      : low !== null
        ? `${high === null ? 'at least ' : ''}${low.toLocaleString('en')}`
        : high !== null
          ? `at most ${high.toLocaleString('en')}`
          : ''
  const size = words && numbers ? `“${words}” (${numbers})` : words ? `“${words}”` : numbers
  return size && countedBy ? `${size}, according to ${countedBy}` : size
}
