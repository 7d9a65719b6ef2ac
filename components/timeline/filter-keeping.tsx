'use client'

import { lazy, Suspense, type ComponentProps } from 'react'

// The story itself needs no form: this comes with its script only where it is shown.
const Keeping = lazy(() =>
  import('./filter-keeping-form').then((found) => ({ default: found.FilterKeepingForm })),
)

/** Keeps the present filter under a name, and removes the one that is shown, where it was kept. */
export function FilterKeeping(props: ComponentProps<typeof Keeping>) {
  return (
    <Suspense>
      <Keeping {...props} />
    </Suspense>
  )
}
