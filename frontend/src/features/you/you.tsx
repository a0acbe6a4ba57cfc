import { Link } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { type OwnOfficialFragment, YouDocument } from '@/gql/graphql'
import { inOneLine } from '@/shared/format/parts'
import { PageHeading } from '@/shared/ui/page'
import { PageBones } from '@/shared/ui/page-bones'
import { Problem } from '@/shared/ui/problem'
import { useTexts } from '@/texts'
import { OwnProfile } from './own-profile'
import { OwnWork } from './own-work'
import { useOwnRecord } from './record'
import { SignOut } from './sign-out'

function OwnContact({ ways }: { ways: OwnOfficialFragment['contactWays'] }) {
  const t = useTexts()
  return (
    <section className="card p-5">
      <h2 className="eyebrow">{t.you.contact}</h2>
      <p className="mt-2 text-muted text-small">
        {ways.length === 0 ? t.you.noContact : t.you.contactLead}
      </p>
      <dl className="mt-3 grid gap-3">
        {ways.map(({ kind, value, visibility }) => (
          <div key={`${kind}${value}`}>
            <dt className="text-muted text-small">
              {t.words.contact[kind]}
              {visibility && ` · ${t.words.seenBy[visibility]}`}
            </dt>
            <dd className="break-words">{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function OwnForms({ official, language }: { official: OwnOfficialFragment; language: string }) {
  const record = useOwnRecord(official)
  return (
    <>
      <OwnWork work={official.work} record={record} />
      <OwnProfile official={official} language={language} record={record} />
    </>
  )
}

/** One's own page. `onSignedOut` is called once the server has forgotten the session. */
export function You({ onSignedOut }: { onSignedOut: () => void }) {
  const t = useTexts()
  const [{ data, error }, again] = useQuery({ query: YouDocument })
  if (!data && error) {
    return <Problem error={error} onRetry={() => again({ requestPolicy: 'network-only' })} />
  }
  if (!data) return <PageBones />
  const { official, displayName, language } = data.viewer
  if (!official) {
    return (
      <>
        <PageHeading>{t.app.staffTitle}</PageHeading>
        <p className="mt-2 mb-6 max-w-measure text-muted">{t.app.staff}</p>
        <SignOut onSignedOut={onSignedOut} />
      </>
    )
  }
  const place =
    official.locality && t.words.place(official.locality.name, official.locality.stateName)
  return (
    <div className="grid gap-x-9 gap-y-8 lg:grid-cols-[minmax(0,1fr)_18.5rem]">
      <div className="min-w-0">
        <PageHeading>{displayName}</PageHeading>
        <p className="mt-1 mb-8 text-muted">{inOneLine(official.title, place)}</p>
        <OwnForms key={official.id} official={official} language={language} />
      </div>
      <aside className="grid content-start gap-4 lg:pt-2">
        <OwnContact ways={official.contactWays} />
        <Link to="/officials/$id" params={{ id: official.id }} className="text-link text-muted">
          {t.you.view}
        </Link>
        <SignOut onSignedOut={onSignedOut} />
      </aside>
    </div>
  )
}
