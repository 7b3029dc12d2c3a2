# Who works on this computer.
people-name = Name
people-name-hint = As history is to show it
people-password = Password
people-password-hint = At least 8 characters
people-password-clerk = At least 8 characters; empty: anybody who sits down may work under this name
people-again = The password once more
people-differs = This is not the same.
people-add = Set the password
people-recovery = Write this code down now: it is not shown again.
people-recovery-text = Put it into a sealed envelope and give it to the sub-county’s office (SCDE). Whoever forgets the password asks the office for it.
people-noted = I have written it down
