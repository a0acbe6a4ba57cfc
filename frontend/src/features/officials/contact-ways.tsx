import type { OfficialQuery } from '@/gql/graphql'
import { useTexts } from '@/texts'

type Way = NonNullable<OfficialQuery['official']>['contactWays'][number]

function addressOf({ kind, value }: Way): string | undefined {
  if (kind === 'EMAIL') return `mailto:${value}`
  if (kind === 'PHONE') return `tel:${value.replaceAll(/[^\d+]/g, '')}`
  return /^https?:\/\//.test(value) ? value : undefined
}

/** The ways to reach a person that are open to this viewer. */
export function ContactWays({ ways }: { ways: Way[] }) {
  const t = useTexts()
  if (ways.length === 0) return <p className="text-muted">{t.official.noContact}</p>
  return (
    <dl className="grid gap-3">
      {ways.map((way) => (
        <div key={`${way.kind}${way.value}`}>
          <dt className="text-muted text-small">{t.words.contact[way.kind]}</dt>
          <dd className="break-words">
            {addressOf(way) ? (
              <a href={addressOf(way)} rel="noreferrer" className="text-link">
                {way.value}
              </a>
            ) : (
              way.value
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}
