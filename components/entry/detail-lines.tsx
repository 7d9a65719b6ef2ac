import { crowdInWords } from '@/lib/crowd'
import { kindOf } from '@/lib/kinds/index'
import type { EntryDto } from '@/lib/record'

/** Where, how many, according to whom, and the kind's own fields; what is not known is not shown. */
export function DetailLines({ entry }: { entry: EntryDto }) {
  const { fields } = kindOf(entry.kind)
  const lines: [string, string | number][] = [['Where', entry.place]]
  if (entry.crowd.words) lines.push(['Crowd', crowdInWords(entry.crowd)])
  lines.push(['Who took part', entry.participants])
  if (entry.accordingTo) lines.push(['According to', entry.accordingTo])
  for (const [name, field] of Object.entries(fields)) {
    const value = entry.details[name]
    if (value === undefined) continue
    lines.push([
      field.label,
      field.type === 'choice'
        ? (field.options[String(value)] ?? value)
        : field.type === 'count'
          ? Number(value).toLocaleString('en')
          : value,
    ])
  }
  const shown = lines.filter(([, value]) => value !== '')
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
