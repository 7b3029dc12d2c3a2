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
