/** How much traffic repetitions may add, so that an outage does not multiply that of a large workflow. */

/** Repetitions that are left over from quiet times at the most. */
const most = 50;

/** What each call adds. */
const earned = 0.1;

/** Repetitions that this process may still make. */
class Budget {
	private left = most;

	/** A call is made for the first time. */
	earn(): void {
		this.left = Math.min(most, this.left + earned);
	}

	/** Whether a repetition may be made; it counts at once. */
	spend(): boolean {
		if (this.left < 1) return false;
		this.left -= 1;
		return true;
	}
}

/** One for the process. */
export const budget = new Budget();
