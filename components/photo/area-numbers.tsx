import { useId } from 'react'
import { withPercent } from '@/lib/photo-areas'
import type { Area } from '@/lib/photos'

const SIDES: [keyof Area, string][] = [
  ['x', 'Left'],
  ['y', 'Top'],
  ['width', 'Width'],
  ['height', 'Height'],
]

/** The place and size of one area as numbers, in percent. */
export function AreaNumbers({
  legend,
  area,
  onArea,
}: {
  legend: string
  area: Area
  onArea: (area: Area) => void
}) {
  const id = useId()
  return (
    <fieldset className="min-w-0">
      <legend className="text-muted text-sm">{legend}</legend>
      <div className="flex flex-wrap gap-2">
        {SIDES.map(([side, label]) => (
          <div key={side} className="w-16">
            <label
              htmlFor={`${id}-${side}`}
              className="block text-sm font-semibold whitespace-nowrap"
            >
              {label}
            </label>
            <input
              id={`${id}-${side}`}
              type="number"
              min={0}
              max={100}
              step={1}
              value={Math.round(area[side] * 100)}
              onChange={({ target }) => onArea(withPercent(area, side, target.valueAsNumber))}
              className="control px-2"
            />
          </div>
        ))}
      </div>
    </fieldset>
  )
}
