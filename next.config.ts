import type { NextConfig } from 'next'

const config: NextConfig = {
  reactCompiler: true,
  poweredByHeader: false,
  // Our own server compresses, better than Next would.
  compress: false,
  productionBrowserSourceMaps: false,
  // Types are a step of npm test; npm start need not check them again on every machine.
  typescript: { ignoreBuildErrors: true },
  // Pictures get their sizes at upload; the resizing address has been a way in before.
  images: { unoptimized: true },
}

export default config
