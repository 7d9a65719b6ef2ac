import type { ReactNode } from 'react'
import { OwnZone } from '@/components/account/own-zone'

export default function AuthLayout({ children }: { children: ReactNode }) {
  return (
    <div className="mx-auto max-w-md px-4 py-8 sm:py-16">
      <header className="mb-10 font-serif text-lg font-semibold">Throughline</header>
      <main id="main">{children}</main>
      <OwnZone />
    </div>
  )
}
