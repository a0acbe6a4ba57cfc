import type { InputHTMLAttributes, ReactNode } from 'react'

type Props = Omit<InputHTMLAttributes<HTMLInputElement>, 'type'> & {
  type: 'checkbox' | 'radio'
  children: ReactNode
}

/** A box or a dot to tick, with its words; the whole line is the target. */
export function Choice({ type, children, ...input }: Props) {
  return (
    <label className="flex min-h-8 items-start gap-2.5 py-1">
      <input type={type} className="tick mt-[3px]" {...input} />
      <span className="min-w-0 grow">{children}</span>
    </label>
  )
}

/** One of several chips of which one is chosen. */
export function ChipChoice({
  children,
  ...input
}: Omit<InputHTMLAttributes<HTMLInputElement>, 'type'> & { children: ReactNode }) {
  return (
    <label className="relative inline-flex min-h-9 shrink-0 items-center rounded-pill border border-edge bg-surface px-3.5 py-1 text-body transition-colors hover:bg-sunk has-checked:border-ink has-checked:bg-ink has-checked:text-paper has-focus-visible:outline-[2.5px] has-focus-visible:outline-green has-focus-visible:outline-offset-2">
      <input type="radio" className="sr-only" {...input} />
      {children}
    </label>
  )
}
