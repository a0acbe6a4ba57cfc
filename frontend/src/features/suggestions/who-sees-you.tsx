import { Link } from '@tanstack/react-router'
import type { ViewerOfficialFragment } from '@/gql/graphql'
import { type Texts, useTexts } from '@/texts'

function profileLine(t: Texts, { hidden, profileVisibility }: ViewerOfficialFragment): string {
  if (hidden) return t.home.seesNobody
  return profileVisibility === 'NETWORK' ? t.home.seesNetwork : t.home.seesPart
}

/** What other members can see of the viewer, as it is set now. */
export function WhoSeesYou({ official }: { official: ViewerOfficialFragment }) {
  const t = useTexts()
  const ways = official.contactWays.flatMap(({ kind, visibility }) =>
    visibility ? [t.home.contact[visibility](t.words.contact[kind])] : [],
  )
  return (
    <section className="card p-5">
      <h2 className="eyebrow">{t.home.whoSeesYou}</h2>
      <p className="mt-2">{profileLine(t, official)}</p>
      <ul className="mt-2 grid gap-1">
        {ways.length === 0 && <li>{t.home.noContact}</li>}
        {[...new Set(ways)].map((way) => (
          <li key={way}>{way}</li>
        ))}
      </ul>
      <Link to="/you" className="text-link mt-3 inline-block text-muted">
        {t.home.change}
      </Link>
    </section>
  )
}
