import type { NextConfig } from 'next'

const config: NextConfig = {
  reactCompiler: true,
  poweredByHeader: false,
  productionBrowserSourceMaps: false,
  // Pictures get their sizes at upload; the resizing address has been a way in before.
  images: { unoptimized: true },
}

export default config
