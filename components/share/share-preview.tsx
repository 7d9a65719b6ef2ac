import { Notice } from '@/components/ui/notice'
import { Section } from '@/components/ui/section'
import { lensLabels, type Lens } from '@/lib/schemas/words'

/**
 * The page itself as readers of a link see it, for the member who looks before they read. `address`
 * is that of the preview; `made` is whether the link exists.
 */
export function SharePreview({ address, made }: { address: string; made: boolean }) {
  return (
    <Section title="As this link’s readers see it">
      <p className="text-muted mb-4 max-w-prose">
        This is the page itself, but for its addresses
        {!made && ' and for what you choose under More'}.{' '}
        <a href={address} target="_blank">
          Open it in a window of its own
        </a>
      </p>
      {/* No script runs in it, and nothing in it can leave its frame. */}
      <iframe
        title="The page as its readers see it"
        src={address}
        sandbox="allow-same-origin allow-forms"
        className="border-hairline block h-[85vh] min-h-96 w-full resize-y border"
      />
    </Section>
  )
}

/** Warns of what a link shows more than its lens does by itself; nothing where it shows no more. */
export function MoreThanLens({ lens, more }: { lens: Lens; more: string[] }) {
  if (more.length === 0) return null
  return (
    <Notice tone="warning" title={`More than a ${lensLabels[lens].toLowerCase()} link shows`}>
      <p>It also shows: {more.join(', ')}.</p>
    </Notice>
  )
}
