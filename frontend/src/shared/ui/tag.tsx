import type { ReactNode } from 'react'
import { useTexts } from '@/texts'

const tones = {
  green: 'bg-green-wash text-green-ink',
  gold: 'bg-gold-wash text-gold-ink',
  blue: 'bg-blue-wash text-blue',
  plain: 'bg-sunk text-muted',
}

export function Tag({ tone, children }: { tone: keyof typeof tones; children: ReactNode }) {
  return (
    <span
      className={`inline-block max-w-full rounded-[7px] px-2 py-0.5 font-medium text-small ${tones[tone]}`}
    >
      {children}
    </span>
  )
}

/** Says that a person or an organization was made up for the demo. */
export function InventedTag({ of = 'person' }: { of?: 'person' | 'organization' }) {
  const t = useTexts()
  return (
    <span className="inline-block whitespace-nowrap rounded-pill border border-line px-2 align-middle font-medium font-sans text-[0.75rem] text-muted leading-5 tracking-normal">
      {of === 'person' ? t.app.invented : t.app.inventedOrganization}
    </span>
  )
}
