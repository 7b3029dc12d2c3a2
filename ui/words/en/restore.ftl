# Bringing a register back from a copy.
restore-title = Bring back a copy
restore-lead = The copy takes the register’s place. What is there now is kept beside it, so nothing is lost.
restore-which = Which copy?
restore-of-day = As it was on { DAY($day) }
restore-size = { SIZE($bytes) }, on this computer
restore-from-file = A backup from a stick
restore-from-file-hint = It asks for the passphrase that was given when it was made.
restore-choose = Choose the file…
restore-passphrase = Passphrase of the backup
restore-do = Bring it back
restore-done = The copy is in place.
restore-done-aside = The copy is in place. What was there is kept: { $path }
