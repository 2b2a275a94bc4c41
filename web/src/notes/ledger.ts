/** Counts, for one connection, the updates sent and the updates answered: 'Saved' may be said only when they are equal. */

/** The count of one connection; begins anew with each. */
export class Ledger {
  /** Non-empty updates sent on this connection. */
  sent = 0;
  /** How many of them are answered, saved or refused. */
  answered = 0;

  /** A new connection counts from zero. */
  reset(): void {
    this.sent = 0;
    this.answered = 0;
  }

  /** The server answered so many; an older answer changes nothing. */
  answer(updates: number): void {
    this.answered = Math.max(this.answered, Math.min(updates, this.sent));
  }

  /** Whether something sent is still unanswered. */
  get outstanding(): boolean {
    return this.sent > this.answered;
  }
}
