# Ukurasa wa "sync".
sync-title = Ulinganishaji
