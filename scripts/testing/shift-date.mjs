// Plain JavaScript: Node preloads it before anything could read TypeScript, and a browser gets it as text.

/**
 * Moves what `Date`, and a format of dates that is given none, take for now. Refers to
 * nothing outside itself, because a browser is given it as text.
 *
 * @param {number} ms by how much
 */
export function shiftDate(ms) {
  const Real = Date
  const now = () => Real.now() + ms
  const Shifted = new Proxy(Real, {
    construct: (target, values, newTarget) =>
      Reflect.construct(
        target,
        values.length === 0 ? [now()] : values,
        newTarget === Shifted ? target : newTarget,
      ),
    apply: () => new Real(now()).toString(),
    get: (target, key) => (key === 'now' ? now : Reflect.get(target, key)),
  })
  Real.prototype.constructor = Shifted
  globalThis.Date = Shifted
  const { prototype } = Intl.DateTimeFormat
  const formatOf = Object.getOwnPropertyDescriptor(prototype, 'format')?.get
  Object.defineProperty(prototype, 'format', {
    configurable: true,
    get() {
      const format = formatOf?.call(this)
      return (date = now()) => format(date)
    },
  })
  const partsOf = prototype.formatToParts
  prototype.formatToParts = function formatToParts(date = now()) {
    return partsOf.call(this, date)
  }
}
