import * as v from 'valibot'

const Person = v.object({
  id: v.union([v.string(), v.number()]),
  name: v.string(),
  title: v.string(),
  place: v.string(),
  blurb: v.string(),
  initials: v.string(),
  role: v.picklist(['member', 'reader', 'broker', 'admin']),
})

const Answer = v.object({ people: v.array(Person) })

export type DemoPerson = v.InferOutput<typeof Person>

/** The invented people one can become. Throws when the demo does not answer as agreed. */
export async function demoPeople(): Promise<DemoPerson[]> {
  const response = await fetch('/demo/people', { credentials: 'same-origin' })
  if (!response.ok) throw new Error(`/demo/people answered ${response.status}`)
  return v.parse(Answer, await response.json()).people
}
