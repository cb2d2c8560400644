/** What is made once and used often. */

/** Made values by name. They are made anew when they are not here any more: of more than it has room for, it keeps none. */
export class Kept<Value> {
	private readonly values = new Map<string, Value>();

	/** @param most - how many values it has room for. */
	constructor(private readonly most: number) {}

	/** The value, where it is kept. */
	get(name: string): Value | undefined {
		return this.values.get(name);
	}

	/** Keeps a value, and hands it back. */
	put(name: string, value: Value): Value {
		if (this.values.size >= this.most) this.values.clear();
		this.values.set(name, value);
		return value;
	}
}
