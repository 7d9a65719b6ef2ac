import { DefinitionList } from '@/components/ui/definition-list'
import { dateInWords } from '@/lib/dates/words'
import type { SourceDto } from '@/lib/directory'
import { sourceKindLabels } from '@/lib/schemas/words'

/** What is known of a source; what is not known is left out. */
export function SourceFacts({ source }: { source: SourceDto }) {
  return (
    <DefinitionList
      items={[
        { term: 'Kind', detail: sourceKindLabels[source.kind] },
        { term: 'Publisher', detail: source.publisher },
        { term: 'Author', detail: source.author },
        { term: 'Published', detail: source.published && dateInWords(source.published) },
        { term: 'Web address', detail: source.url && <Outward href={source.url} /> },
        { term: 'Accessed', detail: source.accessedOn && dateInWords(source.accessedOn) },
        {
          term: 'Archived copy',
          detail: source.archiveUrl && <Outward href={source.archiveUrl} />,
        },
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

function Outward({ href }: { href: string }) {
  return (
    <a href={href} rel="noreferrer noopener" className="break-all">
      {href}
    </a>
  )
}
