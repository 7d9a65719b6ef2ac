'use client'

/** Chooses every row of the page, or none; it works with a script alone. */
export function ChooseAll() {
  return (
    <label className="script-only inline-flex size-11 cursor-pointer items-center justify-center">
      <input
        type="checkbox"
        onChange={({ currentTarget: { form, checked } }) => {
          form
            ?.querySelectorAll<HTMLInputElement>('input[name="ids[]"]')
            .forEach((box) => (box.checked = checked))
          // Nobody else is told of boxes that a script has ticked.
          form?.dispatchEvent(new Event('change'))
        }}
        className="size-5"
      />
      <span className="sr-only">Choose all on this page</span>
    </label>
  )
}
