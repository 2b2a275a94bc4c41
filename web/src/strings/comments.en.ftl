# Comments on passages of the notes.

comment-selected = Comment on the selected text
comment-select-first = Select some text in the notes first; Ctrl+Alt+M (Cmd+Option+M) comments on it too.
comment-select-touch = Select some text in the notes first: hold a finger on a word.
comment-orphaned = The comment that you were answering was deleted. This is your answer, to be copied:
comment-resolved-meanwhile = It has been resolved while you were writing. You can still send your answer.
comment-text = Your comment
comment-add = Comment
comment-reply = Answer
comment-reply-text = Your answer
comment-replies = Answers
comment-resolve = Resolve
comment-reopen = Open again
comment-delete = Delete
comment-delete-question = Delete this comment with its answers?
comment-show = Show in the notes: { $quote }
comment-passage-gone = This passage is no longer in the notes.
comment-own = You
comment-is-resolved = Resolved
comments-none = No open comments.
comments-resolved = { $count ->
    [one] One resolved comment
   *[other] { $count } resolved comments
}
