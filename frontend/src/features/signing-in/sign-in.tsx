import { isDemo } from '@/shared/api/mode'
import { Mark } from '@/shared/ui/mark'
import { PageHeading } from '@/shared/ui/page'
import { useTexts } from '@/texts'
import { DemoPeople } from './demo-people'

/** `onSignedIn` is called once the server knows who it is. */
export function SignIn({ onSignedIn }: { onSignedIn: () => void }) {
  const t = useTexts()
  const demo = isDemo()
  return (
    <div className="mx-auto max-w-2xl py-6 sm:py-12">
      <p className="serif-heading flex items-center gap-3 text-name">
        <Mark className="size-9" />
        {t.app.name}
      </p>
      <p className="serif-sentence mt-4 max-w-[34ch] text-section leading-snug">
        {t.signIn.tagline}
      </p>
      <div className="mt-10">
        <PageHeading>{demo ? t.signIn.demoHeading : t.signIn.closedHeading}</PageHeading>
        <p className="mt-2 max-w-measure text-muted">{demo ? t.signIn.demo : t.signIn.closed}</p>
        {demo && <DemoPeople onSignedIn={onSignedIn} />}
      </div>
    </div>
  )
}
