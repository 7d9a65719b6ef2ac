// Loaded into a process that a bench starts with --expose-gc: it answers the message `heap` with the
// bytes of its heap that are in use after a collection.
process.on('message', (message) => {
  if (message !== 'heap') return
  globalThis.gc?.()
  process.send?.({ heapUsed: process.memoryUsage().heapUsed })
})
