/** What every shared page says of itself to its reader. */
export function ShareFoot({ locked = false }: { locked?: boolean }) {
  return (
    <footer>
      <p>
        Nobody is tracked here: this page has no script,{' '}
        {locked ? 'sets no cookie but the one that keeps it open,' : 'sets no cookie,'} and keeps no
        note of who reads it.
      </p>
      <p>
        Dates are as exact as the sources allow. Where sources differ, all of them are shown. What
        somebody said is told as theirs.
      </p>
      <p>Kept with Throughline.</p>
    </footer>
  )
}
