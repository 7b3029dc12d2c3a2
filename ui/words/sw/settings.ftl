# Ukurasa wa "settings".
settings-title = Mipangilio
