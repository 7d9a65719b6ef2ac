import { createInterface } from 'node:readline'

/** The first line of standard input, without its end; empty when there is none. */
export async function firstLineOfInput(): Promise<string> {
  const reader = createInterface({ input: process.stdin })
  try {
    for await (const line of reader) return line
    return ''
  } finally {
    reader.close()
  }
}
