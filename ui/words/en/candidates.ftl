# The screen "candidates".
candidates-title = Candidates
