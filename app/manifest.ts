import type { MetadataRoute } from 'next'

/**
 * What a phone needs to install the app (W3C Web Application Manifest). Its share sheet then hands articles over to
 * `/capture`, by an address alone, so that nothing is written before somebody looks.
 */
export default function manifest(): MetadataRoute.Manifest {
  return {
    name: 'Throughline',
    short_name: 'Throughline',
    description: 'The campaign record that organizers can stand behind.',
    start_url: '/campaigns',
    scope: '/',
    display: 'standalone',
    background_color: '#fbfaf7',
    theme_color: '#fbfaf7',
    icons: [{ src: '/icon.svg', type: 'image/svg+xml', sizes: 'any' }],
    share_target: {
      action: '/capture',
      method: 'GET',
      params: { title: 'title', text: 'text', url: 'url' },
    },
  }
}
