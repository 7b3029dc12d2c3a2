# Ukurasa wa "photographs".
photographs-title = Picha
