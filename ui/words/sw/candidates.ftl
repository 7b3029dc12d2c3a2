# Ukurasa wa "candidates".
candidates-title = Watahiniwa
