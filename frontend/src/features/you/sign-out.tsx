import { useState } from 'react'
import { post } from '@/shared/api/post'
import { Button } from '@/shared/ui/button'
import { t } from '@/texts'

export function SignOut({ onSignedOut }: { onSignedOut: () => void }) {
  const [failed, setFailed] = useState(false)
  async function leave() {
    setFailed(false)
    try {
      await post('/sign-out')
      onSignedOut()
    } catch {
      setFailed(true)
    }
  }
  return (
    <div>
      <Button look="other" onClick={leave}>
        {t.you.signOut}
      </Button>
      {failed && (
        <p role="alert" className="mt-1 text-red text-small">
          {t.you.signOutFailed}
        </p>
      )}
    </div>
  )
}
