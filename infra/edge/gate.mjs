/** Lets messages in, first come first served, as long as their sizes add up to no more than the capacity. */
export class Gate {
  #room;
  #queue = [];

  constructor(capacity) {
    this.#room = capacity;
  }

  enter(size) {
    return new Promise((admit) => {
      this.#queue.push({ size, admit });
      this.#admitAll();
    });
  }

  leave(size) {
    this.#room += size;
    this.#admitAll();
  }

  #admitAll() {
    while (this.#queue.length > 0 && this.#queue[0].size <= this.#room) {
      const { size, admit } = this.#queue.shift();
      this.#room -= size;
      admit();
    }
  }
}
