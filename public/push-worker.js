// Shows notifications while no page of the record is open. It keeps nothing and answers no request.

addEventListener('push', (event) => {
  event.waitUntil(show(wordsOf(event.data)))
})

addEventListener('notificationclick', (event) => {
  event.notification.close()
  event.waitUntil(open(event.notification.data?.path))
})

// A browser that is sent something has to show something.
function wordsOf(data) {
  try {
    return data?.json() ?? {}
  } catch {
    return {}
  }
}

function show({ body, path, tag }) {
  return self.registration.showNotification('Throughline', {
    body: body || 'New notifications',
    tag: tag || 'notifications',
    renotify: true,
    icon: '/icon.svg',
    data: { path },
  })
}

async function open(path) {
  const asked = new URL(path || '/notifications', self.location.origin)
  const url =
    asked.origin === self.location.origin && asked.pathname === '/notifications'
      ? asked.href
      : new URL('/notifications', self.location.origin).href
  const pages = await self.clients.matchAll({ type: 'window', includeUncontrolled: true })
  const there = pages.find((page) => page.url === url)
  return there ? there.focus() : self.clients.openWindow(url)
}
