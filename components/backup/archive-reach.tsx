import { agoInWords, sizeInWords, type ArchiveRange } from '@/lib/backups'

/** To which moments the database can be taken back, or why to none. */
export function ArchiveReach({ archive, now }: { archive: ArchiveRange; now: Date }) {
  const { days, from, until, bytes, folder, former, trouble } = archive
  if (days === 0)
    return (
      <>
        <p className="max-w-prose">
          Nothing is archived between backups: THROUGHLINE_ARCHIVE is 0. What is lost since the last
          backup cannot be brought back.
        </p>
        <FormerArchives folders={former} />
      </>
    )
  return (
    <>
      {trouble !== null && (
        <p role="alert" className="mb-3 max-w-prose font-semibold">
          {trouble}
        </p>
      )}
      <p className="mb-3 text-lg font-semibold">
        {from !== null && until !== null ? (
          <>
            From <span className="whitespace-nowrap">{inUtc(from, 'after')}</span> to{' '}
            <span className="whitespace-nowrap">{inUtc(until, 'before')}</span> UTC (
            {sizeInWords(bytes)}).
          </>
        ) : (
          'Nothing has been archived yet. It begins half a minute after a start.'
        )}
      </p>
      <p className="max-w-prose">
        {until !== null && `Last written ${agoInWords(until, now)}. `}
        Whoever runs this installation can restore it as it was at any of these moments, of the last{' '}
        {days === 1 ? 'day' : `${days} days`}: the README explains how. The archive is on the
        server, in <code className="wrap-anywhere">{folder}</code>.
      </p>
      <FormerArchives folders={former} />
    </>
  )
}

/** Archives that nothing is written to or removed from, and that hold what was erased since. */
function FormerArchives({ folders }: { folders: readonly string[] }) {
  return folders.map((folder) => (
    <p key={folder} className="mt-3 max-w-prose">
      An earlier archive is still in <code className="wrap-anywhere">{folder}</code>, with
      everything that has been erased since. Nothing is removed from it automatically: whoever runs
      this installation should delete it once it is no longer needed.
    </p>
  ))
}

/** A moment as `restore --at` takes it, to the second that is not earlier or not later. */
function inUtc(at: string, side: 'before' | 'after'): string {
  const seconds = Date.parse(at) / 1_000
  const whole = side === 'before' ? Math.floor(seconds) : Math.ceil(seconds)
  return new Date(whole * 1_000).toISOString().slice(0, 19).replace('T', ' ')
}
