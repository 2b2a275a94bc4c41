### The texts of a form that somebody else has been quicker with.

meanwhile-changed = Somebody else has changed this meanwhile. Nothing of yours is lost: compare, then choose.
meanwhile-gone = Somebody else has removed this meanwhile. Yours is still here.
meanwhile-yours = Yours
meanwhile-theirs = Theirs
meanwhile-keep-mine = Save mine over it
meanwhile-keep-theirs = Take theirs
meanwhile-add-mine = Add mine again
meanwhile-let-go = Leave it removed
