import { ButtonLink } from '@/components/ui/button'
import { exportFormat, lossOfFormat, type ExportFormatName } from '@/lib/exports/formats'

/** The formats to choose from, each with what it is for and what it cannot carry. */
export function FormatList({
  formats,
  href,
}: {
  formats: readonly ExportFormatName[]
  href: (format: ExportFormatName) => string
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
              <p className="text-muted mt-1 text-sm">
                Not in this file: {lossOfFormat(name).join(', ')}.
              </p>
            </div>
            {/* A file is no page to go to. */}
            <ButtonLink
              tone="quiet"
              href={href(name)}
              download
              data-soft={undefined}
              aria-label={`Download: ${label}`}
            >
              Download
            </ButtonLink>
          </li>
        )
      })}
    </ul>
  )
}

/** What everybody should know before they download their own record. */
export function OwnRecordNote() {
  return (
    <p className="max-w-prose">
      An export is for members. It contains what you see here, including drafts you may see, private
      notes, and everyone’s full name, whatever they agreed to for shares. For people outside,
      create a share instead.
    </p>
  )
}
