import type { Piece } from '@/lib/search/passage'

/** Text with what was looked for marked; it is never read as HTML. */
export function MarkedText({ pieces }: { pieces: Piece[] }) {
  // The pieces are one text, and turn together.
  return (
    <bdi>
      {pieces.map(({ text, marked }, index) =>
        marked ? (
          <mark
            key={index}
            className="bg-warning-wash text-ink decoration-warning font-semibold underline decoration-2 underline-offset-2"
          >
            {text}
          </mark>
        ) : (
          <span key={index}>{text}</span>
        ),
      )}
    </bdi>
  )
}
