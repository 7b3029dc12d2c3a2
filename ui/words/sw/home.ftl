# Ukurasa wa "home".
home-title = Mwanzo
