let print = console.log

/** From now on prints to standard error, where standard output is for a program's answer. */
export function sayAside() {
  print = console.error
}

/** Prints a line about what is going on. */
export function say(text: string) {
  print(text)
}

/**
 * Does one step of a command and prints its line with the seconds it took.
 *
 * @param note what to add to the line
 */
export async function step<T>(
  name: string,
  work: () => T | Promise<T>,
  note: (result: T) => string = () => '',
): Promise<T> {
  const begin = performance.now()
  const result = await work()
  const seconds = ((performance.now() - begin) / 1000).toFixed(1).padStart(6)
  const words = note(result)
  say(`${seconds} s  ${name}${words && `: ${words}`}`)
  return result
}
