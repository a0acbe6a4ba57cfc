import type { OfficialQuery } from '@/gql/graphql'
import { PlaceLink } from '@/shared/people/place-link'
import { type Fact, Facts } from '@/shared/ui/facts'
import { type Texts, useTexts } from '@/texts'

type Official = NonNullable<OfficialQuery['official']>

function inOffice(t: Texts, { inOffice: now, inOfficeSince: since, termEnds }: Official): string[] {
  if (!now) return [t.official.former]
  return [
    since ? t.official.from(t.format.date(since)) : t.official.sinceUnknown,
    ...(termEnds ? [t.official.until(t.format.date(termEnds))] : []),
  ]
}

export function OfficialFacts({ official }: { official: Official }) {
  const t = useTexts()
  const { office, locality, languages } = official
  const facts: Fact[] = []
  if (office) facts.push({ name: t.official.office, value: office.name })
  if (locality) facts.push({ name: t.official.place, value: <PlaceLink place={locality} /> })
  if (locality?.population) {
    const people = t.words.people(locality.population)
    facts.push({ name: t.official.size, value: t.official.sized(people, locality.populationYear) })
  }
  facts.push({
    name: t.official.inOffice,
    value: inOffice(t, official).map((line) => (
      <span key={line} className="block">
        {line}
      </span>
    )),
  })
  if (languages.length > 0) {
    facts.push({
      name: t.official.languages,
      value: t.format.capital(t.format.list(languages.map(t.format.language))),
    })
  }
  return <Facts facts={facts} />
}
