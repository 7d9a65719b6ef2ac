// npm start and npm run dev. This file must be readable by old versions of Node, so that they can
// be told what is missing; everything newer is imported after the version is known.
const [major, minor] = process.versions.node.split('.').map(Number)

if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    'Throughline needs Node 20.19 or later; this is ' +
      process.versions.node +
      '. Install a newer one from https://nodejs.org and start again.',
  )
  process.exitCode = 1
} else {
  import('./lib/supervisor.mjs')
    .then((module) => module.supervise({ dev: process.argv.includes('--dev') }))
    .then((code) => process.exit(code))
}
