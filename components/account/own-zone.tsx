'use client'

import { useEffect } from 'react'
import { ZONE_COOKIE } from '@/lib/devices'

/**
 * Leaves the browser's time zone for the sign-in that follows, which names the session by it. Without
 * script the session has the name of the browser alone.
 */
export function OwnZone() {
  useEffect(() => {
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
    const secure = location.protocol === 'https:' ? '; secure' : ''
    document.cookie = `${ZONE_COOKIE}=${encodeURIComponent(timeZone)}; path=/; max-age=3600; samesite=strict${secure}`
  }, [])
  return null
}
