# The screen "office".
office-title = Office
