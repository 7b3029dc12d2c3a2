# What the council's server refused, by its code with dots as hyphens. $seconds: when to try again.
console-problem-unexpected = Something unexpected happened.
console-problem-unreachable = The council’s server does not answer. Check the network and try again.
console-problem-session-bad-login = The name or the password is wrong.
console-problem-login-wrong = The name or the password is wrong.
console-problem-session-missing = The session has ended. Sign in again.
console-problem-session-second = The second step is still asked for.
console-problem-session-locked = The session is locked.
console-problem-role-no-right = Your role may not do this.
console-problem-centre-foreign = This centre is not one of yours.
console-problem-case-stale = This case changed while you looked at it. Look at what changed, then decide again.
console-problem-case-claimed = Somebody else has this case in hand.
console-problem-case-settled = This case was acted on and cannot be taken back.
console-problem-request-foreign = The request did not come from this page. Load the page again.
console-problem-too-many = Too many attempts. Try again in { $seconds ->
    [one] 1 second
   *[other] { $seconds } seconds
}.
console-problem-request-invalid = The server did not take this: { $told }
console-problem-request-not-found = This is not here any more.
console-problem-request-too-large = This is larger than the server takes in one piece.
console-problem-request-busy = The server has more to do than it can just now. Try again in a moment.
console-problem-request-too-many = Too many requests. Try again in a moment.
console-problem-store-failed = The server’s store did not answer. Nothing was changed; try again in a moment.
console-problem-register-unknown = Nothing is known of this centre in this year.
console-problem-user-unknown = There is no user of this name whom you may change.
console-problem-device-unknown = There is no such device among those you may change.
console-problem-password-weak = Take at least 12 characters, and not your name; three words that belong to nobody are good.
console-problem-enrol-code = The code is wrong, used, or out of date. Ask for a new one.
console-problem-stopped = Stopped. What the server had taken in before stays.
console-problem-passkey-stopped = The passkey was not used. Try again, or take another way.
