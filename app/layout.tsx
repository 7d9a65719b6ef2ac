import type { Metadata, Viewport } from 'next'
import { connection } from 'next/server'
import type { ReactNode } from 'react'
import '@fontsource-variable/public-sans/wght.css'
import '@fontsource-variable/public-sans/wght-italic.css'
import '@fontsource-variable/source-serif-4/wght.css'
import '@fontsource-variable/source-serif-4/wght-italic.css'
import './globals.css'
import '../public/record.css'
import '@/components/timeline/story.css'

export const metadata: Metadata = {
  title: { default: 'Throughline', template: '%s · Throughline' },
  description: 'The campaign record that organizers can stand behind.',
  applicationName: 'Throughline',
  icons: { icon: { url: '/icon.svg', type: 'image/svg+xml' } },
  robots: { index: false, follow: false },
  formatDetection: { telephone: false, date: false, address: false, email: false },
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  colorScheme: 'light dark',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fbfaf7' },
    { media: '(prefers-color-scheme: dark)', color: '#161613' },
  ],
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  // A page made at build time would have no nonce, and its scripts would be refused.
  await connection()
  return (
    <html lang="en">
      <body className="bg-paper text-ink font-sans text-base">{children}</body>
    </html>
  )
}
