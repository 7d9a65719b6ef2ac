import type { ReactNode } from 'react'
import { DefinitionList } from '@/components/ui/definition-list'
import { dateInWords } from '@/lib/dates/words'
import type { SourceDto } from '@/lib/directory'
import { isKeyOf } from '@/lib/keys'
import { sourceKindLabels } from '@/lib/schemas/words'
import { sourceFieldList, type SourceField, type SourceFieldName } from '@/lib/sources/fields'

/** What is known of a source; what is not known is left out. */
export function SourceFacts({ source }: { source: SourceDto }) {
  return (
    <DefinitionList
      items={[
        ...sourceFieldList()
          .filter(([name]) => !SHOWN_APART.includes(name))
          .map(([name, { label, type }]) => ({ term: label, detail: factOf(type, source[name]) })),
        {
          term: 'SHA-256 of the text',
          detail: source.capturedSha256 && (
            <code className="text-sm break-all">{source.capturedSha256}</code>
          ),
        },
      ]}
    />
  )
}

// The page has the title as its heading, and the text below.
const SHOWN_APART: SourceFieldName[] = ['title', 'capturedText']

function factOf(type: SourceField['type'], value: string): ReactNode {
  if (value === '') return ''
  switch (type) {
    case 'kind':
      return isKeyOf(sourceKindLabels, value) ? sourceKindLabels[value] : ''
    case 'address':
      return <Outward href={value} />
    case 'date':
    case 'day':
      return dateInWords(value)
    default:
      return value
  }
}

function Outward({ href }: { href: string }) {
  return (
    <a href={href} rel="noreferrer noopener" className="break-all">
      {href}
    </a>
  )
}
