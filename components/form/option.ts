/** One of the values a person can choose. */
export type Option = { value: string; label: string; hint?: string; disabled?: boolean }
