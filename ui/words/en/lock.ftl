# The locked window.
lock-title = Locked
lock-lead = Everything shown as saved is saved. Whoever sits down gives a password to go on.
lock-who = Who are you?
lock-choose = Choose your name
lock-password = Password
lock-open = Open
lock-forgotten = I have forgotten the password
lock-forgotten-how = When the password was set, a code was shown for the sub-county’s office (SCDE) to keep in an envelope. Ask the office for it. If it is lost, the office or KNEC can give a new enrolment code, which works here while there is a network.
lock-code = Code from the office
lock-code-hint = 20 letters and digits, as in 7K3QM-0D9ZT-4XW2H-8BVRN
lock-new-password = New password
lock-password-hint = At least 8 characters
lock-set = Set the new password
lock-back = Back
lock-new-code = The code is spent. The next one, for the envelope: { $code }
lock-noted = Written down
