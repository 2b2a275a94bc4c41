# The history of the notes.

history-title = History of the notes
history-none = Nothing has been written yet.
history-time = Time
history-earlier = Earlier
history-later = Later
history-authors = Written by
history-by-file = Meeting file
history-versions = Named versions
history-versions-none = No version has a name yet.
history-name = Name the notes as they are now
history-name-do = Name this version
history-unname = Take the name away: { $name }
history-compare = Compare with
history-compare-none = Nothing
history-compare-first = The beginning
history-compare-last = The latest state
history-changes = { $count ->
    [0] No paragraph is different.
    [one] One paragraph is different.
   *[other] { $count } paragraphs are different.
}
history-unchanged = { $count ->
    [one] … one paragraph unchanged …
   *[other] … { $count } paragraphs unchanged …
}
history-added = added:
history-removed = removed:
history-kind-changed = (form or mark changed)
history-restore = Restore this state
history-restore-question = Make the notes what they were on { $time }? It is a new edit for everybody, and can be undone.
history-restore-do = Restore
history-restored-saved = Restored and saved. “Undo” in the notes takes it back.
history-restored-same = The notes are already as they were then. Nothing was changed.
history-restored-unfit = This state holds something that these notes cannot hold, so it was not restored.
history-restored-unsaved = Not saved. The notes say what became of it.
