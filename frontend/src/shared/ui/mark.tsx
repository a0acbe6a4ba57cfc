/** The mark: two facing arcs. */
export function Mark({ className = 'size-8' }: { className?: string }) {
  return (
    <svg
      viewBox="0 0 32 32"
      fill="none"
      strokeWidth="3.4"
      strokeLinecap="round"
      aria-hidden="true"
      className={className}
    >
      <path className="stroke-green" d="M13.5 7C8 7 4.5 10.6 4.5 16s3.5 9 9 9" />
      <path className="stroke-gold" d="M18.5 7c5.5 0 9 3.6 9 9s-3.5 9-9 9" />
    </svg>
  )
}
