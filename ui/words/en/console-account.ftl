# One’s own account: sessions, password, second factors.
console-account-lead = { $name }, { $role }, { $scope }
console-account-sessions = Where you are signed in
console-account-where = Browser
console-account-since = Since
console-account-seen = Last seen
console-account-second = Second step
console-account-no-second = none
console-account-when = { DATETIME($when, day: "numeric", month: "short", hour: "2-digit", minute: "2-digit", hourCycle: "h23") }
console-account-this = this one
console-account-end = End
console-account-end-of = End the session of { $agent }
console-account-ended = The session of { $agent } has ended.
console-account-password = Password
console-account-password-before = Present password
console-account-password-new = New password
console-account-missing = This is needed.
console-account-change = Change the password
console-account-password-changed = The password is changed. All other sessions have ended.
console-account-factors = Second step
console-account-factors-text = Asked after the password at each sign-in: something you have.
console-account-totp = Set up an authenticator
console-account-totp-anew = Set up on another phone
console-account-idle = When nobody is there
console-account-idle-text = { $minutes ->
    [one] The screen locks after 1 minute without work.
   *[other] The screen locks after { $minutes } minutes without work.
} The password opens it again; nothing is lost.
console-account-expires = This session ends on { DAY($when) } at { CLOCK($when) }.
console-account-lock = Lock now
console-account-factor = Name
console-account-factor-kind = Kind
console-account-factor-set = The second step is set up.
console-account-passkey-add = Add a passkey
console-account-remove = Remove
console-account-remove-of = Remove { $name }
console-account-remove-text = { $name } will not be asked or taken any more, and all other sessions end.
console-account-removed = It is removed. All other sessions have ended.
