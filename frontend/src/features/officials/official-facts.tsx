import type { OfficialQuery } from '@/gql/graphql'
import { inWords } from '@/shared/format/dates'
import { languageName } from '@/shared/format/languages'
import { PlaceLink } from '@/shared/people/place-link'
import { type Fact, Facts } from '@/shared/ui/facts'
import { t } from '@/texts'

type Official = NonNullable<OfficialQuery['official']>

function inOffice({ inOffice: now, inOfficeSince: since, termEnds }: Official): string[] {
  if (!now) return [t.official.former]
  return [
    since ? t.official.from(inWords(since)) : t.official.sinceUnknown,
    ...(termEnds ? [t.official.until(inWords(termEnds))] : []),
  ]
}

export function OfficialFacts({ official }: { official: Official }) {
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
    value: inOffice(official).map((line) => (
      <span key={line} className="block">
        {line}
      </span>
    )),
  })
  if (languages.length > 0) {
    facts.push({ name: t.official.languages, value: languages.map(languageName).join(', ') })
  }
  return <Facts facts={facts} />
}
