let print = console.log

/** From now on prints to standard error, where standard output is for a program's answer. */
export function sayAside() {
  print = console.error
}

/**
 * Prints a line about what is going on.
 *
 * @param {string} text
 */
export function say(text) {
  print(text)
}

/**
 * Does one step of a command and prints its line with the seconds it took.
 *
 * @template T
 * @param {string} name
 * @param {() => T | Promise<T>} work
 * @param {(result: T) => string} [note] what to add to the line
 * @returns {Promise<T>}
 */
export async function step(name, work, note = () => '') {
  const begin = performance.now()
  const result = await work()
  const seconds = ((performance.now() - begin) / 1000).toFixed(1).padStart(6)
  const words = note(result)
  say(`${seconds} s  ${name}${words && `: ${words}`}`)
  return result
}
