# The screen "photographs".
photographs-title = Photographs
photographs-lead = One picture for each candidate, in colour, showing the face. Whatever size they have, they become 300 × 300 here.
photographs-tab-bring = Bring in
photographs-tab-sheet = Contact sheet
photographs-drop = Drop photographs or a folder here
photographs-drop-hint = Name the files by index, candidate or admission number, as 001.jpg or ADM 4521.jpg; then they find their candidates by themselves.
photographs-choose-files = Choose photographs…
photographs-choose-folder = Choose a folder…
photographs-pictures = Pictures
photographs-making = Making the photographs
photographs-batch = Photographs brought in
photographs-summary = { $ready ->
    [one] One is ready.
   *[other] { $ready } are ready.
} { $open ->
    [0] { "" }
    [one] One needs you to say whose it is.
   *[other] { $open } need you to say whose they are.
} { $unusable ->
    [0] { "" }
    [one] One cannot be used.
   *[other] { $unusable } cannot be used.
}
photographs-attach = { $count ->
    [one] Attach 1 photograph
   *[other] Attach { $count } photographs
}
photographs-clear = Put all away
photographs-attached = { $count ->
    [one] One photograph attached.
   *[other] { $count } photographs attached.
} { $replaced ->
    [0] { "" }
    [one] One took the place of another.
   *[other] { $replaced } took the place of others.
}
photographs-removed = The photograph of { $name } is removed.
photographs-swapped = { $one } and { $other } have each other’s photograph now.
photographs-undo = Undo
photographs-open = { $count ->
    [one] Whose is this one?
   *[other] Whose are these { $count }?
}
photographs-unusable = { $count ->
    [one] One that cannot be used
   *[other] { $count } that cannot be used
}
photographs-matched = { $count ->
    [one] One that found its candidate
   *[other] { $count } that found their candidates
}
photographs-whose = Whose is { $file }
photographs-whose-hint = Number or name
photographs-has-one = has a photograph
photographs-leave-out = Leave out
photographs-frame = Frame…
photographs-frame-of = Frame the photograph of { $name }
photographs-not-theirs = This is not { $name }
photographs-replaces = Takes the place of the one there
photographs-by-photo-column = By the photo column
photographs-by-index-number = By the index number
photographs-by-candidate-number = By the candidate number
photographs-by-admission-number = By the admission number
photographs-by-hand = You said so
photographs-by-ambiguous = The name fits several: { $who }
photographs-by-repeated = Another file is of { $who } too: choose one
photographs-by-nobody = No number in the name fits anybody
photographs-hint-too-dark = Dark
photographs-hint-too-bright = Very bright
photographs-hint-blurred = Blurred
photographs-hint-too-small = Small
photographs-unusable-unread = The file cannot be opened. Check that the card or stick is still in, and choose it again.
photographs-unusable-empty = The file is empty. Copy the photograph again from the camera or phone.
photographs-unusable-not-a-picture = This is no picture, whatever it is called. Save the photograph itself as JPEG and choose that file.
photographs-unusable-unsupported = Pictures of the kind { $kind } cannot be read here. Open it on the phone, save or send it as JPEG, and choose that file.
photographs-unusable-truncated = The picture is cut short: a part of it is missing. Copy the file again from where it came.
photographs-unusable-damaged = The picture is damaged. Copy the file again, or take the photograph anew.
photographs-unusable-too-many-bytes = The file is larger than { SIZE($limit) }, the most that is read. Save the photograph smaller.
photographs-unusable-too-many-pixels = The picture has { $width } × { $height } pixels; at most { $limit } million are read. Set the camera to a smaller size, or save the photograph smaller.
photographs-frame-title = Frame { $file }
photographs-square = The square that is cut out
photographs-square-keys = Drag the square, or use the arrow keys on it; + and − change its size, Shift makes small steps.
photographs-size = Size of the square
photographs-across = From the left
photographs-down = From the top
photographs-turn-left = Turn left
photographs-turn-right = Turn right
photographs-made = 300 × 300, { SIZE($bytes) }
photographs-frame-done = Done
photographs-camera = Take with the camera…
photographs-camera-refused = The camera was not given to this program. Allow it in the computer’s settings, or bring the photograph as a file.
photographs-camera-whose = Whose photograph
photographs-camera-take = Take
photographs-camera-file = camera.jpg
photographs-show = Show
photographs-show-all = Everybody
photographs-show-with = With a photograph
photographs-show-without = Without
photographs-count = { $with } of { $total } have a photograph. Go through them with the arrow keys.
photographs-none = Nobody to show here
photographs-portrait = Photograph
photographs-blank = No photograph
photographs-wrong-person = Wrong person
    .keys = Delete
photographs-swap = Swap with…
    .keys = S
photographs-swap-here = Swap with this one
photographs-swap-with = Now go to the portrait to swap with { $name }, and press S again.
photographs-another = Another photograph…
