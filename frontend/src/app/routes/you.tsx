import { You } from '@/features/you/you'
import { useTitle } from '@/shared/ui/page'
import { t } from '@/texts'

export default function YouRoute() {
  useTitle(t.you.title)
  return <You onSignedOut={() => window.location.assign('/sign-in')} />
}
