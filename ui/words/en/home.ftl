# The screen "home".
home-title = Home
