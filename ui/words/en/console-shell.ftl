# What stands around every page of the council's console.
console-shell-areas = Areas
console-shell-overview = Overview
console-shell-queues = Queues
console-shell-centres = Centres
console-shell-candidates = Search
console-shell-administration = Administration
console-shell-audit = Audit
console-shell-sign-in = Sign in
console-shell-user = User name
console-shell-password = Password
console-shell-being-built = This page is being built.
