# The screen "settings".
settings-title = Settings
