import { ButtonLink } from '@/components/ui/button'
import { Section } from '@/components/ui/section'

/** A draft as it will stand in the timeline, in a few words. */
export type LookRow = {
  row: number
  title: string
  kind: string
  date: string
  place: string
  crowd: string
  organizations: string[]
  /** What it cites beside the file itself. */
  sources: string[]
  tags: string
}
/** A row that is left or refused, and why. */
export type LeftRow = { row: number; column: string; value: string; says: string }

const MOST = 50

/** The first drafts that an import will make. */
export function FirstDrafts({ rows, all }: { rows: readonly LookRow[]; all: number }) {
  if (all === 0) return null
  return (
    <Section title={`${all.toLocaleString('en')} ${all === 1 ? 'draft' : 'drafts'} will be made`}>
      <ul className="divide-hairline divide-y">
        {rows.map(({ row, title, kind, date, place, crowd, ...more }) => (
          <li key={row} className="py-3">
            <p dir="auto" className="font-semibold">
              {title}
            </p>
            <p className="text-muted">
              {kind}, {date}
              {place && (
                <>
                  {' · '}
                  <span dir="auto">{place}</span>
                </>
              )}
              {crowd && (
                <>
                  {' · '}
                  <span dir="auto">{crowd}</span>
                </>
              )}
              {` · row ${row}`}
            </p>
            <Further {...more} />
          </li>
        ))}
      </ul>
      {all > rows.length && <p className="text-muted mt-2">The first {rows.length} are shown.</p>}
    </Section>
  )
}

/** Organizations, sources and tags of a draft, where it has any. */
function Further({
  organizations,
  sources,
  tags,
}: Pick<LookRow, 'organizations' | 'sources' | 'tags'>) {
  const parts = [
    { label: 'Organizations', text: organizations.join(', ') },
    { label: 'Sources', text: sources.join('; ') },
    { label: 'Tags', text: tags },
  ].filter(({ text }) => text !== '')
  return parts.map(({ label, text }) => (
    <p key={label} className="text-muted break-words">
      {label}: <bdi>{text}</bdi>
    </p>
  ))
}

/** Rows of which no draft is made, each with the reason. */
export function LeftRows({
  title,
  rows,
  file,
}: {
  title: string
  rows: readonly LeftRow[]
  /** Where they are a file to be fixed and sent again. */
  file?: string
}) {
  if (rows.length === 0) return null
  return (
    <Section title={title}>
      {file && (
        <ButtonLink tone="quiet" href={file} download data-soft={undefined} className="mb-4">
          Download these rows with the reasons
        </ButtonLink>
      )}
      <ul className="divide-hairline divide-y">
        {rows.slice(0, MOST).map(({ row, column, value, says }, index) => (
          <li key={index} className="py-2">
            {row > 0 && `Row ${row}`}
            {column && (
              <>
                , <span dir="auto">{column}</span>
              </>
            )}
            {value && (
              <>
                {': '}
                <q dir="auto">{value}</q>
              </>
            )}
            <p>{says}</p>
          </li>
        ))}
      </ul>
      {rows.length > MOST && (
        <p className="text-muted mt-2">And {(rows.length - MOST).toLocaleString('en')} more.</p>
      )}
    </Section>
  )
}
