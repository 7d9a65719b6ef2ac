import type { AppearanceDto } from '@/lib/record'
import { appearanceRoleLabels } from '@/lib/schemas/words'
import { Citations } from './citations'

/** Who was there and what they said, under the name that they agreed to, or none. */
export function SharedVoices({ appearances }: { appearances: AppearanceDto[] }) {
  return appearances.map(({ id, name, role, description, quotes }) => {
    const label = appearanceRoleLabels[role]
    return (
      <figure key={id} className="voice">
        <figcaption dir="auto">
          <strong>{name || label}</strong>
          {[description, name && label.toLowerCase()]
            .filter(Boolean)
            .map((part) => `, ${part}`)
            .join('')}
          {quotes.length > 0 && ':'}
        </figcaption>
        {quotes.map((quote) => (
          <blockquote key={quote.id}>
            <p dir="auto">{quote.text}</p>
            <Citations citations={quote.citations} />
          </blockquote>
        ))}
      </figure>
    )
  })
}
