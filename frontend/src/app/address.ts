/**
 * The part of the address after "?", as lists are written everywhere: stage=ADOPTED&stage=DRAFTING.
 * Which names hold a list or a number is known here, so that routes get them typed.
 */
const lists = ['issue', 'stage', 'state', 'office', 'size']
const numbers = ['pages']

export function parseSearch(text: string): Record<string, unknown> {
  const params = new URLSearchParams(text)
  const search: Record<string, unknown> = {}
  for (const name of new Set(params.keys())) {
    if (lists.includes(name)) search[name] = params.getAll(name)
    else if (numbers.includes(name)) search[name] = Number(params.get(name))
    else search[name] = params.get(name)
  }
  return search
}

export function stringifySearch(search: Record<string, unknown>): string {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(search)) {
    for (const each of Array.isArray(value) ? value : [value]) {
      if (each !== undefined && each !== '') params.append(name, String(each))
    }
  }
  const text = params.toString()
  return text && `?${text}`
}
