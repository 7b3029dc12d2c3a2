# The screen "first-run".
first-run-title = First steps
