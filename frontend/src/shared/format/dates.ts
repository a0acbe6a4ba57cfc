export function year(date: string): string {
  return date.slice(0, 4)
}

/** The day today where the reader is, as the API writes dates. */
export function today(): string {
  const now = new Date()
  const two = (part: number) => String(part).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}
