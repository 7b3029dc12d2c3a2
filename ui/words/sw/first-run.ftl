# Ukurasa wa "first-run".
first-run-title = Hatua za kwanza
