import { addressInWords, licences, type SharedPublisher } from '@/lib/shares/publisher'

// Whoever cannot read a page needs to know whom to tell; it is one address more to nobody else.
const UNREADABLE = ', and where this page is hard to read or to use'

/** Who keeps a record, how to reach them, and on what terms its text may be used. */
export function SharePublisher({ publisher }: { publisher: SharedPublisher | null }) {
  if (!publisher) return null
  const { name, about, contact, corrections, licence } = publisher
  return (
    <section id="publisher" aria-label="Publisher">
      {(name || about) && (
        <p>
          {name && (
            <>
              Published by{' '}
              <strong>
                <bdi>{name}</bdi>
              </strong>
              {about ? ': ' : '.'}
            </>
          )}
          {about && <bdi>{about}</bdi>}
        </p>
      )}
      {(contact.url || corrections.url) && (
        <p>
          {contact.url && (
            <>
              Contact{corrections.url && UNREADABLE}: <Address url={contact.url} />
            </>
          )}
          {contact.url && corrections.url && '. '}
          {corrections.url ? (
            <>
              Corrections{!contact.url && UNREADABLE}: <Address url={corrections.url} />
            </>
          ) : (
            `, also for corrections${UNREADABLE}.`
          )}
        </p>
      )}
      {licence && (
        <p>
          Its text is licensed under{' '}
          <a rel="license noreferrer" href={licences[licence].url}>
            {licences[licence].label}
          </a>
          . Pictures, and what others said or published, remain theirs.
        </p>
      )}
    </section>
  )
}

function Address({ url }: { url: string }) {
  return (
    <a className="address" href={url} rel="noreferrer">
      <bdi>{addressInWords(url)}</bdi>
    </a>
  )
}
