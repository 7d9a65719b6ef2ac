// Every command begins here: node scripts/run.mjs <program>, which package.json names. On a fresh
// clone there is nothing yet that could read TypeScript, so the packages are made complete and the
// programs compiled first. An old version of Node must be able to read this file, to be told so.
const [major, minor] = process.versions.node.split('.').map(Number)

if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    'Throughline needs Node 20.19 or later; this is ' +
      process.versions.node +
      '. Install a newer one from https://nodejs.org and start again.',
  )
  process.exitCode = 1
} else {
  import('./bootstrap.mjs').then((bootstrap) => bootstrap.runProgram())
}
