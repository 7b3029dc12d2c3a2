# The screen "photographs".
photographs-title = Photographs
