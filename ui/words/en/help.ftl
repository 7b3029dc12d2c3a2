# The screen "help".
help-title = Help
