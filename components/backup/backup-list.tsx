import { agoInWords, sizeInWords, type BackupsMade } from '@/lib/backups'

/** The last backup and those that are kept. */
export function BackupList({ backups, now }: { backups: BackupsMade; now: Date }) {
  const { last, retained, most, folder } = backups
  return (
    <>
      <p className="mb-3 text-lg font-semibold">
        {last
          ? `Last backup ${agoInWords(last.at, now)}, checked (${sizeInWords(last.bytes)}).`
          : 'No backup has been made here yet.'}
      </p>
      <p className="max-w-prose">
        {most === 0
          ? 'Automatic backups are off: THROUGHLINE_BACKUPS is 0.'
          : `One is made every day, and ${most === 1 ? 'that of the last day is' : `those of the last ${most} days are`} kept.`}{' '}
        A backup counts as made when every file in it was read back with its SHA-256. They are on
        the server, in <code className="wrap-anywhere">{folder}</code>: copy them to another
        machine, and keep <code>secret.key</code> of the data folder apart from them.
      </p>
      {retained.length > 0 && (
        <ul className="divide-hairline border-hairline mt-4 max-w-prose divide-y border-y">
          {retained.map(({ name, at, bytes }) => (
            <li key={name} className="flex flex-wrap justify-between gap-x-6 py-2">
              <span>{agoInWords(at, now)}</span>
              <span className="text-muted min-w-0 text-sm break-all">
                {name} · {sizeInWords(bytes)}
              </span>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
