import type { ReactNode } from 'react'

export type Fact = { name: string; value: ReactNode }

/** Facts as a list of names and values. */
export function Facts({ facts }: { facts: Fact[] }) {
  return (
    <dl className="grid gap-3">
      {facts.map((fact) => (
        <div key={fact.name}>
          <dt className="text-muted text-small">{fact.name}</dt>
          <dd>{fact.value}</dd>
        </div>
      ))}
    </dl>
  )
}
