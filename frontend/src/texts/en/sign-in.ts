export const signIn = {
  title: 'Sign in',
  tagline: 'The few people in other places who work on the same problem as you, and why them.',
  demoHeading: 'Choose who to be',
  demo: 'This is a demo. These people are invented: nobody here exists, though the places do. Become one of them with one click; you can change as often as you like.',
  staff: 'Staff',
  becoming: 'Signing in…',
  failed: 'That did not work. Try again, or choose someone else.',
  nobodyTitle: 'The demo network is not loaded',
  nobody: 'Start it with “make demo”, then load this page again.',
  closedHeading: 'Signing in isn’t available on this server yet',
  closed:
    'This version of Counterpart has no way to sign in outside the demo. To look around, start the demo with “make demo”.',
}
