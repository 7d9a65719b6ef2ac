import { ShareShell } from './share-shell'

/** A shared page that has nothing to show, and what its reader can do. */
export function ShareMessage({ title, text }: { title: string; text: string }) {
  return (
    <ShareShell title={title}>
      <main>
        <h1>{title}</h1>
        <p>{text}</p>
      </main>
    </ShareShell>
  )
}
