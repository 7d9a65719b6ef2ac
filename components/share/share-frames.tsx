import { frameSnippet, type FrameSize } from '@/lib/shares/frame'
import { ShareAddress } from './share-address'

const WHOLE: Record<FrameSize, string> = {
  small: 'The record, small',
  medium: 'The record, medium',
  large: 'The record, large',
}

/** What to paste into pages of the sites that may show a link; `url` is that of its page. */
export function ShareFrames({
  url,
  title,
  frames,
  hasState,
}: {
  url: string
  title: string
  frames: readonly string[]
  /** Whether the link has a page that says how the record stands. */
  hasState: boolean
}) {
  return (
    <div className="space-y-3">
      <p>
        Paste one of these into a page of {frames.join(', ')}. Every other site is refused. To embed
        one entry, one demand or a filtered timeline, create a link to it.
      </p>
      {Object.entries(WHOLE).map(([size, label]) => (
        <ShareAddress
          key={size}
          url={frameSnippet(url, title, size as FrameSize)}
          label={`To paste: ${label}`}
        />
      ))}
      {hasState && (
        <ShareAddress
          url={frameSnippet(`${url}/state`, title, 'small')}
          label="To paste: How it stands, and the drawing"
        />
      )}
    </div>
  )
}
