// Package swallowederr defines an analyzer that reports errors lost on the
// way: neither returned nor logged.
package swallowederr

const doc = `report errors that are swallowed on the way

An error that is checked and then forgotten, never looked at, overwritten,
replaced by another, or left out of the line that is logged for it cannot be
found when production breaks. swallowederr follows every error by value, also
through helpers and other packages, and reports it where it is lost.

It reports:

  - dropped: a path neither returns nor logs the error
  - discarded: nothing looks at the result
  - overwritten: its variable is assigned again before anything looks
  - replaced: another error is returned that does not carry it
  - novalue: the line logged for it lacks the error

It does not report parse fallbacks, sentinels where they are recognised,
errors that are sent, stored, collected or handed to code that may keep them,
best-effort clean-up, or errors whose branch has a comment that gives a
reason.

To silence one, write that comment, or

	//loglint:ignore dropped reason`
