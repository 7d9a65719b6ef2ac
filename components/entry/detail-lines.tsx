import type { ReactElement } from 'react'
import { crowdInWords } from '@/lib/crowd'
import { plainLines } from '@/lib/entries/fields/plain-lines'
import { nameList, type DetailField } from '@/lib/kinds/define'
import { kindOf } from '@/lib/kinds/index'
import type { EntryDto } from '@/lib/record'

type Detail = string | number | ReactElement | null

/** Where, how many, according to whom, and the kind's own fields; what is not known is not shown. */
export function DetailLines({ entry }: { entry: EntryDto }) {
  const lines: [string, Detail][] = [
    ['Where', entry.place],
    ['Crowd', entry.crowd.words && crowdInWords(entry.crowd)],
    ...plainLines(entry, 'pages').map(({ label, text }): [string, Detail] => [label, text]),
    ['According to', entry.accordingTo],
    ...organizationLines(entry),
  ]
  for (const [name, field] of Object.entries(kindOf(entry.kind).fields)) {
    const value = entry.details[name]
    if (value !== undefined) lines.push([field.label, detailOf(field, value)])
  }
  const shown = lines.filter(([, value]) => value)
  if (shown.length === 0) return null
  return (
    <dl className="details">
      {shown.map(([term, detail]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>
            <bdi>{detail}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  )
}

// Those that the sentence does not name.
function organizationLines({ kind, organizations, sentence }: EntryDto): [string, Detail][] {
  const { parts } = kindOf(kind)
  return (['actor', 'target', 'subject'] as const).map((part) => {
    const names = organizations.filter((one) => one.part === part).map(({ name }) => name)
    return [parts[part], names.every((name) => sentence.includes(name)) ? '' : nameList(names)]
  })
}

function detailOf(field: DetailField, value: string | number): Detail {
  if (field.type === 'choice') return field.options[String(value)] ?? value
  if (field.type === 'count') return Number(value).toLocaleString('en')
  if (field.type === 'text') return value
  return (
    <a href={String(value)} rel="noreferrer noopener external">
      {value}
    </a>
  )
}
