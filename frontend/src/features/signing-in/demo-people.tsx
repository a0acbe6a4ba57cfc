import { ArrowRight } from 'lucide-react'
import { useEffect, useState } from 'react'
import { post } from '@/shared/api/post'
import { inOneLine } from '@/shared/format/parts'
import { Avatar } from '@/shared/ui/avatar'
import { Button } from '@/shared/ui/button'
import { Empty } from '@/shared/ui/page'
import { Loading, RowBones } from '@/shared/ui/skeleton'
import { Tag } from '@/shared/ui/tag'
import { useTexts } from '@/texts'
import { type DemoPerson, demoPeople } from './people'

/** The invented people of the demo; one click becomes one of them. */
export function DemoPeople({ onSignedIn }: { onSignedIn: () => void }) {
  const t = useTexts()
  const [people, setPeople] = useState<DemoPerson[]>()
  const [unreachable, setUnreachable] = useState(false)
  const [becoming, setBecoming] = useState<DemoPerson>()
  const [failed, setFailed] = useState(false)

  useEffect(() => {
    if (unreachable) return
    demoPeople().then(setPeople, () => setUnreachable(true))
  }, [unreachable])

  async function become(person: DemoPerson) {
    setBecoming(person)
    setFailed(false)
    try {
      await post('/demo/sign-in', { id: person.id })
      onSignedIn()
    } catch {
      setFailed(true)
      setBecoming(undefined)
    }
  }

  if (unreachable) {
    return (
      <section role="alert" className="card mt-6 p-6">
        <h2 className="serif-heading text-name">{t.problems.offline.title}</h2>
        <p className="mt-2 text-muted">{t.problems.offline.text}</p>
        <Button look="main" className="mt-4" onClick={() => setUnreachable(false)}>
          {t.problems.tryAgain}
        </Button>
      </section>
    )
  }
  if (!people) {
    return (
      <div className="mt-6">
        <Loading />
        <RowBones count={5} />
      </div>
    )
  }
  if (people.length === 0) {
    return (
      <div className="mt-6">
        <Empty title={t.signIn.nobodyTitle} text={t.signIn.nobody} />
      </div>
    )
  }
  return (
    <>
      <p role="status" className="mt-4 min-h-6 text-muted">
        {becoming ? t.signIn.becoming : failed ? t.signIn.failed : ''}
      </p>
      <ul className="card mt-2 divide-y divide-line overflow-hidden">
        {people.map((person) => (
          <li key={person.id}>
            <button
              type="button"
              disabled={becoming !== undefined}
              onClick={() => become(person)}
              className="grid w-full grid-cols-[auto_1fr_auto] items-center gap-x-4 px-4 py-4 text-left transition-colors hover:bg-green-wash focus-visible:-outline-offset-4 sm:px-5"
            >
              <Avatar id={String(person.id)} initials={person.initials} size="row" />
              <span className="min-w-0">
                <span className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
                  <span className="serif-heading text-name">{person.name}</span>
                  {person.role !== 'member' && <Tag tone="gold">{t.signIn.staff}</Tag>}
                </span>
                <span className="block text-muted">{inOneLine(person.title, person.place)}</span>
                <span className="mt-1 block max-w-measure">{person.blurb}</span>
              </span>
              <ArrowRight size={20} aria-hidden="true" className="text-green" />
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}
