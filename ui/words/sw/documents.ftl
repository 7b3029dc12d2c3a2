# Ukurasa wa "documents".
documents-title = Hati
