import { Fragment, type ReactElement } from 'react'
import { crowdInWords } from '@/lib/crowd'
import { plainLines } from '@/lib/entries/fields/plain-lines'
import { nameList, type DetailField } from '@/lib/kinds/define'
import { kindOf } from '@/lib/kinds/index'
import type { EntryDto } from '@/lib/record'
import { WayTo, type Ways } from './ways'

type Detail = string | number | ReactElement | null

/** Where, how many, according to whom, and the kind's own fields; what is not known is not shown. */
export function DetailLines({
  entry,
  ways,
  placed = false,
}: {
  entry: EntryDto
  ways?: Ways | undefined
  /** Whether its place was said above. */
  placed?: boolean
}) {
  const lines: [string, Detail][] = [
    ['Where', placed ? '' : entry.place],
    ['Crowd', entry.crowd.words && crowdInWords(entry.crowd)],
    ...plainLines(entry, 'pages').map(({ label, text }): [string, Detail] => [label, text]),
    ['According to', entry.accordingTo],
    ...organizationLines(entry, ways),
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

/** Those that the sentence does not name, and all of them where they lead somewhere. */
function organizationLines(
  { kind, organizations, sentence }: EntryDto,
  ways?: Ways,
): [string, Detail][] {
  const { parts } = kindOf(kind)
  return (['actor', 'target', 'subject'] as const).map((part) => {
    const found = organizations.filter((one) => one.part === part)
    if (ways && found.length > 0)
      return [parts[part], <Organizations key={part} {...{ found, ways }} />]
    const names = found.map(({ name }) => name)
    return [parts[part], names.every((name) => sentence.includes(name)) ? '' : nameList(names)]
  })
}

function Organizations({ found, ways }: { found: EntryDto['organizations']; ways: Ways }) {
  return found.map(({ id, name }, index) => (
    <Fragment key={id}>
      {index > 0 && ', '}
      <WayTo href={ways.organization(id)}>
        <bdi>{name}</bdi>
      </WayTo>
    </Fragment>
  ))
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
