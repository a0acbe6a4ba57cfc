import { Link } from '@tanstack/react-router'
import type { OfficialQuery } from '@/gql/graphql'
import { inOneLine } from '@/shared/format/parts'
import { OrganizationCard } from '@/shared/people/organization-card'
import { furthestFirst } from '@/shared/stages/stages'
import { Avatar } from '@/shared/ui/avatar'
import { PageHeading, Section, useTitle } from '@/shared/ui/page'
import { InventedTag } from '@/shared/ui/tag'
import { useTexts } from '@/texts'
import { Allies } from './allies'
import { ContactWays } from './contact-ways'
import { OfficialFacts } from './official-facts'
import { WorkCard } from './work-card'

type Official = NonNullable<OfficialQuery['official']>

/** Who looks at the page, if they hold an office themselves. */
export type Reader = { id: string; work: { issue: { id: string } }[] }

/** What both work on; else what this person does. */
function issuesBetween(official: Official, viewer: Reader | undefined) {
  const theirs = official.work.map((work) => work.issue)
  const shared = theirs.filter(({ id }) => viewer?.work.some((work) => work.issue.id === id))
  return shared.length > 0 ? shared : theirs
}

/** A person as this viewer may see them, and who could be an ally of both. */
export function OfficialPage({
  official,
  viewer,
}: {
  official: Official
  viewer: Reader | undefined
}) {
  const t = useTexts()
  useTitle(official.name)
  const { title, locality } = official
  const own = official.id === viewer?.id
  const [issue, ...issues] = issuesBetween(official, viewer)
  const byStage = official.work.toSorted((one, other) => furthestFirst(one.stage, other.stage))
  const place = locality && t.words.place(locality.name, locality.stateName)
  return (
    <div className="grid gap-x-9 gap-y-8 lg:grid-cols-[minmax(0,1fr)_18.5rem]">
      <div className="min-w-0">
        {own && (
          <p className="mb-5 rounded-control bg-gold-wash px-4 py-3 text-gold-ink">
            {t.official.yourself}{' '}
            <Link to="/you" className="text-link">
              {t.official.edit}
            </Link>
          </p>
        )}
        <div className="flex items-center gap-4">
          <Avatar id={official.id} initials={official.initials} size="large" />
          <div className="min-w-0">
            <div className="flex flex-wrap items-center gap-x-3">
              <PageHeading>{official.name}</PageHeading>
              {official.invented && <InventedTag />}
            </div>
            <p className="text-muted">{inOneLine(title, place, official.pronouns)}</p>
          </div>
        </div>
        {official.biography && (
          <p className="serif-sentence mt-6 max-w-measure whitespace-pre-line text-sentence">
            {official.biography}
          </p>
        )}
        <Section id="work" title={t.official.work}>
          {official.work.length === 0 ? (
            <p className="text-muted">{t.official.noWork}</p>
          ) : (
            <div className="grid gap-4">
              {byStage.map((work) => (
                <WorkCard key={work.id} work={work} />
              ))}
            </div>
          )}
        </Section>
        {official.organizations.length > 0 && (
          <Section id="organizations" title={t.official.organizations}>
            <ul className="grid gap-4 sm:grid-cols-2">
              {official.organizations.map((organization) => (
                <OrganizationCard key={organization.id} organization={organization} />
              ))}
            </ul>
          </Section>
        )}
        {!own && issue && <Allies key={issue.id} peer={official.id} issues={[issue, ...issues]} />}
      </div>
      <aside className="grid content-start gap-4">
        <section className="card p-5">
          <h2 className="eyebrow mb-3">{t.official.facts}</h2>
          <OfficialFacts official={official} />
        </section>
        <section className="card p-5">
          <h2 className="eyebrow mb-3">{t.official.contact}</h2>
          <ContactWays ways={official.contactWays} />
        </section>
      </aside>
    </div>
  )
}
