# The shared notes: the editor, its toolbar, and what it says about saving.

notes-label = Shared notes of this room
notes-placeholder = Write here. Everyone in the room sees it.
notes-nameless = Participant

notes-edit = Edit
notes-done = Done

notes-save-loading = Loading…
notes-save-saved = Saved
notes-save-saving = Saving…
notes-save-offline = Offline
notes-save-offline-kept = Offline — kept on this device
notes-save-offline-unkept = Offline — only in this window, keep it open
notes-save-refused = Not saved

notes-bar-may-not-write = You can read these notes. The chair decides who may write them.
notes-bar-report-final = The report is final, and the notes with it. They are written again once chair or rapporteur takes it up again.
notes-bar-room-closed = The room is closed. The notes cannot be changed any more.
notes-bar-refused-often = The server did not accept your changes several times. Reload the page to write again.
notes-no-storage = This browser keeps nothing on the device, as private windows do. Without a connection, what you write is lost when you close the page.

notes-refused-may-not-write = Your last changes were not saved: you may not write these notes now.
notes-refused-report-final = Your last changes were not saved: the report was made final before they arrived.
notes-refused-room-closed = Your last changes were not saved: the room was closed before they arrived.
notes-refused-notes-full = Your last changes were not saved: the notes have reached their largest size. Shorten them, then try again.
notes-refused-history-full = Your last changes were not saved: the record of this room has reached its largest size. All before them is kept; work goes on in another room.
notes-refused-notes-too-large = Your last changes were not saved: they are too large to be sent at once. Put your text back in smaller pieces.
notes-refused-notes-invalid = Your last changes were not saved: the server could not read them.
notes-refused-other = Your last changes were not saved.
notes-refused-text = Your text, to copy
notes-refused-copy = Copy the text
notes-refused-copied = Copied
notes-refused-dismiss = Done

notes-refused-too-much = This is too much text to paste at once, so nothing was pasted. Please paste it in smaller pieces, or put a link to it here.

notes-toolbar = Formatting
notes-tool-heading-1 = Heading 1
notes-tool-heading-2 = Heading 2
notes-tool-heading-3 = Heading 3
notes-tool-strong = Bold
notes-tool-em = Italic
notes-tool-link = Link
notes-tool-bullet-list = Bulleted list
notes-tool-ordered-list = Numbered list
notes-tool-outdent = Less indented
notes-tool-indent = More indented
notes-tool-quote = Quotation
notes-tool-undo = Undo
notes-tool-redo = Redo
notes-tool-point = Point (Ctrl or Cmd and full stop)

notes-link-address = Address of the link
notes-link-set = Set link
notes-link-remove = Remove link
notes-link-cancel = Cancel
notes-link-wrong = This is no web or e-mail address. Example: https://www.un.org
