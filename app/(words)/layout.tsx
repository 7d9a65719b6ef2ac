import type { ReactNode } from 'react'

export default function WordsLayout({ children }: { children: ReactNode }) {
  return (
    <div className="mx-auto max-w-prose px-4 py-8 sm:py-16">
      <header className="mb-10 font-serif text-lg font-semibold">Throughline</header>
      <main id="main">{children}</main>
    </div>
  )
}
