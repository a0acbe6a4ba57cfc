const rules = new Intl.PluralRules('en')
const digits = new Intl.NumberFormat('en')
const small = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine']

export function number(value: number): string {
  return digits.format(value)
}

/** The number with its noun: "1 official", "1,204 officials". */
export function counted(count: number, one: string, other: string): string {
  return `${number(count)} ${rules.select(count) === 'one' ? one : other}`
}

/** The number in words up to nine, for the beginning of a sentence. */
export function spelled(count: number): string {
  const word = small[count] ?? number(count)
  return word.charAt(0).toUpperCase() + word.slice(1)
}
