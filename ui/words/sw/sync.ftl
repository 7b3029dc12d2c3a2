# Ukurasa wa "sync".
sync-title = Usawazishaji
