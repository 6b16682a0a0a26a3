// What this browser remembers of the view: messages shown or still to be sent, the draft, the place
// up to which later replies were fetched. The truth is on the server.

const KEPT = 200;

const EMPTY = { messages: [], draft: "", next: "", language: "" };

/** The remembered view of a rep; every change is written at once. */
export class Saved {
  constructor(rep) {
    this.key = `zhaoshang.${rep}`;
    this.state = { ...EMPTY, ...read(this.key) };
  }

  get(name) {
    return this.state[name];
  }

  set(name, value) {
    this.state[name] = value;
    this.write();
  }

  /** Adds a message, or notes that one changed. */
  keep(message) {
    const { messages } = this.state;
    if (!messages.includes(message)) messages.push(message);
    if (messages.length > KEPT) messages.splice(0, messages.length - KEPT);
    this.write();
  }

  write() {
    try {
      localStorage.setItem(this.key, JSON.stringify(this.state));
    } catch {
      // Full or forbidden: the view lives as long as the page.
    }
  }
}

function read(key) {
  try {
    return JSON.parse(localStorage.getItem(key)) ?? {};
  } catch {
    return {};
  }
}
