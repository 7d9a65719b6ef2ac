import { takenBackInWords, type TakenBack } from '@/lib/shares/taken-back'

type Props = {
  edition: { number: number; takenBack: TakenBack | null; sha256: string; keyed: string | null }
  address: string
  /** The SHA-256 of the public key that signs what is taken away. */
  signedBy: string
}

/** How anyone can check an edition, and take it away to check it elsewhere. */
export function EditionCheck({ edition, address, signedBy }: Props) {
  return (
    <>
      <Bytes {...{ edition, address }} />
      <TakeAway {...{ edition, address, signedBy }} />
    </>
  )
}

function TakeAway({ edition: { number }, address, signedBy }: Props) {
  return (
    <details>
      <summary>Download as one signed file</summary>
      <p>
        <a href={`${address}/editions/edition-${number}.zip`}>edition-{number}.zip</a> holds these
        pages, the record as data and its pictures, and needs nothing of ours to be read. In its
        folder <code>sha256sum -c MANIFEST</code> says whether a file was changed, and{' '}
        <code>
          openssl pkeyutl -verify -pubin -inkey KEY.pem -rawin -in MANIFEST -sigfile MANIFEST.sig
        </code>{' '}
        whether the list was signed with the key in it. A copy that says it is this record’s has the
        key of which <code>sha256sum KEY.pem</code> says:
      </p>
      <p className="hash">
        <code>{signedBy}</code>
      </p>
    </details>
  )
}

function Bytes({ edition, address }: Pick<Props, 'edition' | 'address'>) {
  const file = `edition-${edition.number}.json`
  if (edition.takenBack) {
    return (
      <>
        <p>
          Taken back since it was frozen: {takenBackInWords(edition.takenBack)}. Someone withdrew
          their consent, an entry or a place was withdrawn, a correction removed a part, or the link
          shows less. The rest is as it was frozen.
        </p>
        <p>
          To check the rest, download{' '}
          <a href={`${address}/editions/${file}`}>what is left of its file</a> and compare what{' '}
          <code>sha256sum {file}</code> says with this:
        </p>
        <p className="hash">
          <code>{edition.sha256}</code>
        </p>
        <p className="quiet">
          Keyed hash of all that was frozen, which only its organizers can check:
        </p>
        <p className="hash">
          <code>{edition.keyed}</code>
        </p>
      </>
    )
  }
  return (
    <>
      <p>
        It contains what this record showed at that moment, unchanged since. To check that, download{' '}
        <a href={`${address}/editions/${file}`}>its file</a> and compare what{' '}
        <code>sha256sum {file}</code> says with this:
      </p>
      <p className="hash">
        <code>{edition.sha256}</code>
      </p>
    </>
  )
}
