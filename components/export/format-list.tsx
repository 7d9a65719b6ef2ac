import { FileLink } from '@/components/ui/button'
import { exportFormat, lossOfFormat, type ExportFormatName } from '@/lib/exports/formats'
import type { Loss } from '@/lib/formats/download'

/** The formats to choose from, each with what it is for and what it cannot carry. */
export function FormatList({
  formats,
  href,
  view,
}: {
  formats: readonly ExportFormatName[]
  href: (format: ExportFormatName) => string
  /** What each loses of the entries that are chosen, where they were gone through. */
  view?: { entries: number; losses: Partial<Record<ExportFormatName, Loss[]>> | null }
}) {
  return (
    <ul className="divide-hairline divide-y">
      {formats.map((name) => {
        const { label, use } = exportFormat(name)
        return (
          <li
            key={name}
            className="grid gap-x-8 gap-y-3 py-5 sm:grid-cols-[minmax(0,1fr)_auto] sm:items-start"
          >
            <div className="max-w-prose">
              <h3 className="text-lg">{label}</h3>
              <p>{use}</p>
              <LossOfView lost={view?.losses?.[name]} entries={view?.entries ?? 0} />
              <p className="text-muted mt-1 text-sm">
                Not in this file: {lossOfFormat(name).join(', ')}.
              </p>
            </div>
            <FileLink href={href(name)} aria-label={`Download: ${label}`}>
              Download
            </FileLink>
          </li>
        )
      })}
    </ul>
  )
}

/** What one format loses of the entries that are chosen, in numbers. */
function LossOfView({ lost, entries }: { lost: readonly Loss[] | undefined; entries: number }) {
  if (!lost || entries === 0) return null
  const all = `${entries.toLocaleString('en')} ${entries === 1 ? 'entry' : 'entries'}`
  if (lost.length === 0) return <p className="mt-1 text-sm">Of {all} here, it loses nothing.</p>
  return (
    <div className="mt-1 text-sm">
      <p>Of {all} here, it loses:</p>
      <ul className="list-disc ps-5">
        {lost.map(({ words: loss, entries: of }) => (
          <li key={loss}>
            {loss}
            {of !== null && ` (${of.toLocaleString('en')} ${of === 1 ? 'entry' : 'entries'})`}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** What everybody should know before they download their own record. */
export function OwnRecordNote() {
  return (
    <p className="max-w-prose">
      An export is for members. It contains what you see here, including drafts you may see, private
      notes, and everyone’s full name, whatever they agreed to for shares. For people outside,
      create a share or a press kit instead.
    </p>
  )
}
