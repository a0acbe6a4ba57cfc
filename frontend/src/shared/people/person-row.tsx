import { Link } from '@tanstack/react-router'
import type { PersonRowFragment } from '@/gql/graphql'
import { inOneLine } from '@/shared/format/parts'
import { Avatar } from '@/shared/ui/avatar'
import { Tag } from '@/shared/ui/tag'
import { useTexts } from '@/texts'

const tones = ['green', 'blue', 'gold'] as const
const shownIssues = 2

type Work = PersonRowFragment['work'][number]

/** One person in a list. `fits` says which of their work the list is about; it comes first. */
function PersonRow({
  person,
  fits = () => false,
}: {
  person: PersonRowFragment
  fits?: (work: Work) => boolean
}) {
  const t = useTexts()
  const work = [...person.work.filter(fits), ...person.work.filter((each) => !fits(each))]
  const further = work.length - shownIssues
  const first = work[0]
  const place = person.locality && t.words.place(person.locality.name, person.locality.stateName)
  return (
    <li className="relative grid grid-cols-[auto_1fr] items-center gap-x-4 gap-y-2 px-4 py-3.5 hover:bg-sunk/60 sm:grid-cols-[auto_minmax(0,1.15fr)_minmax(0,1fr)] lg:grid-cols-[auto_minmax(0,1.15fr)_minmax(0,1fr)_7rem]">
      <Avatar id={person.id} initials={person.initials} size="row" />
      <div className="min-w-0">
        <Link
          to="/officials/$id"
          params={{ id: person.id }}
          className="serif-heading text-[1.0625rem] after:absolute after:inset-0 hover:text-green"
        >
          {person.name}
        </Link>
        {person.invented && (
          <span className="ml-2 text-muted text-small">{t.app.inventedShort}</span>
        )}
        <p className="text-muted text-small">{inOneLine(person.title, place)}</p>
      </div>
      <div className="col-start-2 flex flex-wrap gap-1.5 sm:col-start-3">
        {work.slice(0, shownIssues).map((each, index) => (
          <Tag key={each.id} tone={tones[index % tones.length] ?? 'green'}>
            {each.issue.name}
          </Tag>
        ))}
        {further > 0 && (
          <span className="self-center text-muted text-small">
            <span aria-hidden="true">{t.directory.further(further)}</span>
            <span className="sr-only">{t.directory.furtherLong(further)}</span>
          </span>
        )}
      </div>
      <p className="hidden text-muted text-small lg:block">{first && t.words.stage[first.stage]}</p>
    </li>
  )
}

export function PersonList({
  people,
  label,
  fits,
}: {
  people: PersonRowFragment[]
  label: string
  fits?: (work: Work) => boolean
}) {
  return (
    <ul aria-label={label} className="card divide-y divide-line overflow-hidden">
      {people.map((person) => (
        <PersonRow key={person.id} person={person} {...(fits && { fits })} />
      ))}
    </ul>
  )
}
