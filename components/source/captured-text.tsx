import type { CitedPassage } from '@/lib/directory'
import { highlight } from '@/lib/passages'

/** A captured text with its cited passages marked; the first mark of each can be linked to. */
export function CapturedText({
  id,
  text,
  passages,
  asked,
}: {
  id: string
  text: string
  passages: CitedPassage[]
  /** The passage that somebody came to see. */
  asked?: string | undefined
}) {
  const begun = new Set<string>()
  return (
    <div
      id={id}
      dir="auto"
      className="bg-wash max-w-prose px-5 py-4 font-serif whitespace-pre-line [unicode-bidi:plaintext]"
      tabIndex={0}
      role="region"
      aria-label="The text, word for word"
    >
      {highlight(text, passages).map((stretch, index) => {
        if (stretch.ids.length === 0) return <span key={index}>{stretch.text}</span>
        const [first] = stretch.ids.filter((id) => !begun.has(id))
        for (const id of stretch.ids) begun.add(id)
        return (
          <mark
            key={index}
            id={first && `passage-${first}`}
            aria-current={stretch.ids.some((id) => id === asked) || undefined}
            className="bg-demand/15 text-ink decoration-demand aria-[current]:bg-warning-wash aria-[current]:outline-warning underline decoration-2 underline-offset-4 aria-[current]:outline-2"
          >
            {stretch.text}
          </mark>
        )
      })}
    </div>
  )
}
