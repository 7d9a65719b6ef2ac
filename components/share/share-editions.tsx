import { todayIn } from '@/lib/dates/days'
import { dateInWords } from '@/lib/dates/words'

type Props = {
  editions: { number: number; frozenAt: string; sha256: string }[]
  timeZone: string
  /** The link's address, or null where it cannot be opened from here. */
  url: string | null
}

/** The editions of a link for members, newest first. */
export function ShareEditions({ editions, timeZone, url }: Props) {
  return (
    <>
      <p className="mb-3 max-w-prose">
        An edition is what the link shows at one moment, frozen. Anyone who has the link can read it
        and check it by its SHA-256. It cannot be deleted; it ends with the link. Anyone who
        withdraws consent later is still left out of it.
      </p>
      <ul className="mb-4">
        {editions.map(({ number, frozenAt, sha256 }) => {
          const name = `Edition ${number}, ${dateInWords(todayIn(timeZone, new Date(frozenAt)))}`
          return (
            <li key={number} className="border-hairline border-b py-2">
              {url ? <a href={`${url}/editions/${number}`}>{name}</a> : name}
              <span className="text-muted block font-mono text-sm break-all">{sha256}</span>
            </li>
          )
        })}
      </ul>
    </>
  )
}
