# The way in: sign-in, second factor, lock.
console-entry-sign-in = Sign in
console-entry-name = Name
console-entry-password = Password
console-entry-second = Second step
console-entry-code = Code
console-entry-code-hint = The six digits that the app on your phone shows now.
console-entry-go-on = Go on
console-entry-other-person = Sign in as somebody else
console-entry-enrol = Set up the second step
console-entry-enrol-why = People who decide sign in with something they know and something they have: a password, and an app on their own phone.
console-entry-enrol-scan = Open an authenticator app and scan the picture.
console-entry-enrol-secret = If the phone cannot scan, type this secret into the app:
console-entry-qr = QR code for the authenticator app
console-entry-confirm = Confirm
console-entry-locked = Locked
console-entry-locked-why = { $name } is signed in. Nothing was lost; give the password to go on.
console-entry-unlock = Unlock
