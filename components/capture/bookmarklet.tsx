'use client'

import { useEffect, useRef } from 'react'

/**
 * A bookmark that copies the page one is reading, with its markup, and opens this one. The page is taken from the
 * reader's own browser, so that it works behind a paywall and asks no server for anything. A page whose own policy
 * forbids that says so.
 */
export function Bookmarklet({ home }: { home: string }) {
  const link = useRef<HTMLAnchorElement>(null)
  useEffect(() => {
    // React refuses such addresses in its own markup; this one is ours and is never opened from here.
    link.current?.setAttribute(
      'href',
      `javascript:${encodeURIComponent(program(new URL(home, location.href).href))}`,
    )
  }, [home])
  return (
    <details className="border-hairline mt-6 border-y py-3">
      <summary className="cursor-pointer py-2 font-semibold">
        Send a page from your own browser
      </summary>
      <div className="space-y-3 py-3">
        <p>Drag this link to your bookmarks bar. On an article, press it, then paste here.</p>
        <p>
          <a
            ref={link}
            href={home}
            onClick={(event) => event.preventDefault()}
            className="border-control inline-block border px-4 py-2 font-semibold no-underline"
          >
            Send to Throughline
          </a>
        </p>
        <p className="text-muted">
          It copies the page that you see, also behind a paywall, and opens this form. Some sites
          forbid copying; it then says so: select the article and copy it by hand.
        </p>
      </div>
    </details>
  )
}

function program(address: string): string {
  return `(async()=>{try{await navigator.clipboard.writeText('<link rel="canonical" href="'+location.href.replace(/"/g,'%22')+'">'+document.documentElement.outerHTML)}catch(e){alert('This site does not allow its page to be copied. Select the article, copy it, and paste it into Throughline.');return}open(${JSON.stringify(address)},'_blank','noopener')})()`
}
