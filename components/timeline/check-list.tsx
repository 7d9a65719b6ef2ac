import type { ReactNode } from 'react'

export type CheckOption = { value: string; label: ReactNode; count: number | null }

/** Choices of one filter, each with its number of entries; a long list scrolls by itself. */
export function CheckList({
  name,
  legend,
  hint,
  options,
  chosen,
  radio = false,
  children,
}: {
  name: string
  legend: string
  hint?: string
  options: CheckOption[]
  chosen: readonly string[]
  radio?: boolean
  /** Where to look for what is not listed. */
  children?: ReactNode
}) {
  if (options.length === 0 && !children) return null
  return (
    <fieldset className="min-w-0">
      <legend className="font-semibold">
        {legend}
        {hint && <span className="text-muted text-sm font-normal"> {hint.toLowerCase()}</span>}
      </legend>
      {/* A list that scrolls must be reached by the keyboard; its boxes do that. */}
      <ul className="mt-1 max-h-60 overflow-y-auto">
        {options.map(({ value, label, count }) => (
          <li key={value}>
            <label className="flex min-h-11 cursor-pointer items-center gap-2.5 pr-2 sm:min-h-8">
              <input
                type={radio ? 'radio' : 'checkbox'}
                name={name}
                value={value}
                defaultChecked={chosen.includes(value)}
                className="size-5 shrink-0 sm:size-4"
              />
              <span className="min-w-0 flex-1">
                <bdi>{label}</bdi>
              </span>
              {count !== null && (
                <span className="text-muted text-sm tabular-nums">
                  {count.toLocaleString('en')}
                </span>
              )}
            </label>
          </li>
        ))}
      </ul>
      {children}
    </fieldset>
  )
}
