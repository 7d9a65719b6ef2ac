const BEGINS = /^\uFEFF?\s*\{\s*"format"\s*:\s*"throughline-record"/
const BYTES = 200
/** Where a zip has the name of its first file. */
const FIRST_NAME = 30

/** Whether a file is a complete record of ours, by its first bytes: as JSON, or as a ZIP that begins with it. */
export function isRecordFile(bytes: Uint8Array): boolean {
  const text = new TextDecoder().decode(bytes.subarray(0, BYTES))
  if (BEGINS.test(text)) return true
  const signs = String.fromCharCode(...bytes.subarray(0, BYTES))
  return signs.startsWith('PK\u0003\u0004') && signs.startsWith('record.json', FIRST_NAME)
}
