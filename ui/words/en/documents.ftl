# The screen "documents".
documents-title = Documents
