// Sends messages one after the other, in the order in which they were typed. A message keeps its id,
// so sending it again after a lost connection is not saying it again.

import { post, Refused, TokenNeeded, TryLater } from "./api.js";

const PAUSES = [1, 2, 4, 8, 15];

export class Outgoing {
  /**
   * @param rep whose messages they are
   * @param events changed(message), replied(message, replies), connected(boolean), tokenNeeded()
   */
  constructor(rep, events) {
    this.rep = rep;
    this.events = events;
    this.waiting = [];
    this.running = false;
    this.wake = () => {};
  }

  get idle() {
    return !this.running;
  }

  send(message) {
    message.state = "sending";
    delete message.error;
    this.waiting.push(message);
    this.events.changed(message);
    this.run();
  }

  /** Tries at once, without waiting for the pause to end. */
  hurry() {
    this.wake();
  }

  async run() {
    if (this.running) return;
    this.running = true;
    let failures = 0;
    while (this.waiting.length > 0) {
      const done = await this.attempt(this.waiting[0]);
      failures = done ? 0 : failures + 1;
      if (done) this.waiting.shift();
      else await this.pause(PAUSES[Math.min(failures, PAUSES.length) - 1]);
    }
    this.running = false;
  }

  async attempt(message) {
    try {
      const replies = await post(this.rep, message.key, message.body);
      this.events.connected(true);
      if (replies === null) {
        this.set(message, "late");
        return false;
      }
      this.set(message, "sent");
      this.events.replied(message, replies);
      return true;
    } catch (e) {
      if (e instanceof Refused) {
        message.error = e.message;
        this.set(message, "failed");
        this.events.connected(true);
        return true;
      }
      if (e instanceof TokenNeeded) this.events.tokenNeeded();
      else if (e instanceof TryLater) this.events.connected(false);
      else throw e;
      return false;
    }
  }

  set(message, state) {
    message.state = state;
    this.events.changed(message);
  }

  pause(seconds) {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, seconds * 1000);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
