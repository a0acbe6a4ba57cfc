/** What is known of several short facts, in one line. A dot never stands alone at the end of a line. */
export function inOneLine(...parts: (string | false | null | undefined | 0)[]): string {
  return parts.filter(Boolean).join(' ·\u00a0')
}
