/**
 * The rooms of the engine, in `nodes/engine/`, in the order that every import keeps: a room uses what stands before
 * it. `.dependency-cruiser.cjs` holds the order, `nodes/engine/README.md` shows it.
 */
const engineRooms = ['words', 'judge', 'input', 'call', 'output', 'run', 'form', 'page'];

exports.engineRooms = engineRooms;
