import type { ReactNode } from 'react'

const WIDTHS = { prose: 'max-w-prose', page: 'max-w-page', wide: 'max-w-none' }

export function Main({
  width = 'page',
  children,
}: {
  width?: keyof typeof WIDTHS
  children: ReactNode
}) {
  return (
    <main
      id="main"
      tabIndex={-1}
      className={`mx-auto w-full px-4 pt-3 pb-24 outline-none sm:px-6 sm:pt-4 ${WIDTHS[width]}`}
    >
      {children}
    </main>
  )
}
