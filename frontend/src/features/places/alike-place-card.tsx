import type { AlikePlaceFragment, ComparedFactFragment } from '@/gql/graphql'
import { PlaceLink } from '@/shared/people/place-link'
import { useTexts } from '@/texts'
import { figure } from './figures'

function Figure({
  fact,
  value,
  year,
}: {
  fact: ComparedFactFragment
  value: number | null
  year: number | null
}) {
  const t = useTexts()
  if (value === null) return <span className="text-muted">{t.places.unknown}</span>
  return (
    <>
      {figure(t, fact.name, value)} <span className="text-muted text-small">{year}</span>
    </>
  )
}

/** One fact of both places. The bar says how much of the likeness it makes up. */
function FactRow({ fact }: { fact: ComparedFactFragment }) {
  const t = useTexts()
  const percent = Math.round(fact.share * 100)
  return (
    <tr>
      <th scope="row" className="py-1 pr-3 text-left align-top font-normal">
        {fact.label}
        <span aria-hidden="true" className="mt-1 block h-1.5 w-16 rounded-pill bg-sunk">
          {fact.known && (
            <span className="block h-full rounded-pill bg-green" style={{ width: `${percent}%` }} />
          )}
        </span>
        <span className="sr-only">
          {fact.known ? t.places.likenessShare(fact.share) : t.places.countsNothing}
        </span>
      </th>
      <td className="py-1 pr-3 align-top">
        <Figure fact={fact} value={fact.yours} year={fact.yourYear} />
      </td>
      <td className="py-1 align-top">
        <Figure fact={fact} value={fact.theirs} year={fact.theirYear} />
      </td>
    </tr>
  )
}

/** A place like the viewer's: by which facts, and what it has adopted. */
export function AlikePlaceCard({ place }: { place: AlikePlaceFragment }) {
  const t = useTexts()
  const { adopted, facts, locality } = place
  const sources = new Set(facts.flatMap((fact) => [fact.source, fact.theirSource]))
  return (
    <li className="card p-4">
      <p className="serif-heading text-[1.0625rem]">
        <PlaceLink place={locality} />
      </p>
      <p className="mt-0.5 text-muted text-small">{t.places.likeness(place.likeness)}</p>
      {adopted && (
        <p className="mt-2 rounded-control bg-green-wash px-3 py-2 text-green-ink">
          {t.places.alsoAdopted(
            adopted.title,
            adopted.adoptedOn &&
              adopted.precision &&
              t.format.date(adopted.adoptedOn, adopted.precision),
          )}{' '}
          <span className="text-small">{t.places.sourced(adopted.source)}</span>
        </p>
      )}
      <table className="mt-3 w-full">
        <caption className="sr-only">{t.places.compared}</caption>
        <thead className="text-muted text-small">
          <tr>
            <th scope="col" className="pr-3 text-left font-normal">
              <span className="sr-only">{t.places.fact}</span>
            </th>
            <th scope="col" className="w-[32%] pr-3 text-left font-normal">
              {t.places.yours}
            </th>
            <th scope="col" className="w-[32%] text-left font-normal">
              {locality.name}
            </th>
          </tr>
        </thead>
        <tbody>
          {facts.map((fact) => (
            <FactRow key={fact.name} fact={fact} />
          ))}
        </tbody>
      </table>
      <p className="mt-2 text-muted text-small">
        {t.places.sourced([...sources].filter(Boolean).join('; '))}
      </p>
    </li>
  )
}
