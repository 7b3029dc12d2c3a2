# The screen "sync".
sync-title = Sync
