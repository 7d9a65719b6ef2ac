'use client'

import ErrorPage from './error'
import './globals.css'

// Stands in for the root layout when that itself has failed, so it brings its own document.
export default function GlobalError(props: Parameters<typeof ErrorPage>[0]) {
  return (
    <html lang="en">
      <body className="bg-paper text-ink font-sans text-base">
        <ErrorPage {...props} />
      </body>
    </html>
  )
}
