// The conversation as a list of bubbles.

import { picture, save } from "./api.js";
import { $, button, copyButton, el } from "./dom.js";
import { clock, t } from "./strings.js";

const NEW_STRETCH = 5 * 60_000;
const NEAR_END = 120;
const COPYABLE = /^(summary|status|copy|card\.)/;

export class Log {
  /** @param events tapped(button), retried(message) */
  constructor(events) {
    this.events = events;
    this.list = $("log");
    this.scroll = $("scroll");
    this.items = new Map();
    this.last = null;
    this.typing = el("li", "line bot typing", el("div", "bubble", el("i"), el("i"), el("i")));
    this.typing.setAttribute("aria-hidden", "true");
    $("to-end").addEventListener("click", () => this.toEnd());
    this.atEnd = true;
    this.scroll.addEventListener("scroll", () => {
      this.atEnd = this.isNearEnd();
      if (this.atEnd) $("to-end").hidden = true;
    });
    // The keyboard and the strip take room away: who was at the end stays there.
    new ResizeObserver(() => this.atEnd && this.toEnd()).observe(this.scroll);
  }

  /** Shows all messages anew. */
  show(messages) {
    this.list.replaceChildren();
    this.items.clear();
    this.last = null;
    for (const message of messages) this.append(message);
    this.toEnd();
  }

  add(message) {
    const follow = message.who === "me" || this.isNearEnd();
    this.append(message);
    if (follow) this.toEnd();
    else $("to-end").hidden = false;
  }

  /** Shows that a message changed. */
  change(message) {
    const item = this.items.get(message.key);
    if (item) item.replaceWith(this.item(message));
  }

  setTyping(on) {
    const follow = this.isNearEnd();
    if (on) this.list.append(this.typing);
    else this.typing.remove();
    if (on && follow) this.toEnd();
  }

  append(message) {
    const typing = this.typing.isConnected;
    this.typing.remove();
    if (this.last === null || message.at - this.last.at > NEW_STRETCH) {
      this.list.append(el("li", "stretch", el("time", "", clock(message.at))));
    }
    if (message.who === "bot" && message.turn !== this.last?.turn) this.age();
    this.list.append(this.item(message));
    this.last = message;
    if (typing) this.list.append(this.typing);
  }

  /** Buttons of earlier turns step back, but still work. */
  age() {
    for (const old of this.list.querySelectorAll(".chips:not(.old)")) old.classList.add("old");
  }

  item(message) {
    const item = el("li", `line ${message.who}`);
    item.dataset.key = message.key;
    if (message.reply) item.dataset.reply = message.reply.id;
    item.append(el("span", "offscreen", t(message.who === "me" ? "you" : "assistant")));
    item.append(this.bubble(message));
    if (message.who === "me") this.addState(item, message);
    if (message.reply?.buttons.length > 0) item.append(this.chips(message.reply.buttons));
    this.items.set(message.key, item);
    return item;
  }

  bubble(message) {
    const bubble = el("div", "bubble");
    const reply = message.reply;
    bubble.title = new Date(message.at).toLocaleString(t("htmlLang"));
    const foot = [];
    if (reply && COPYABLE.test(reply.id)) {
      const labels = { copy: t("copy"), copied: t("copied") };
      foot.push(copyButton("copy", labels, () => message.text));
    }
    if (reply?.objection) {
      bubble.classList.add("card");
      bubble.append(el("div", "card-head", t("card"), ...foot.splice(0)));
    }
    bubble.append(el("p", "text", message.text), ...foot);
    if (reply?.image) bubble.append(this.picture(reply.image));
    if (reply?.file) bubble.append(button("link", t("file"), () => save(reply.file)));
    return bubble;
  }

  /** The picture, or a line that fetches it when it could not be fetched. */
  picture(path) {
    const frame = el("div", "picture");
    const fetchIt = async () => {
      try {
        const image = el("img");
        image.alt = t("picture");
        image.src = await picture(path);
        await image.decode();
        URL.revokeObjectURL(image.src);
        const follow = this.isNearEnd();
        frame.replaceChildren(image);
        if (follow) this.toEnd();
      } catch {
        frame.replaceChildren(button("link", t("pictureRetry"), fetchIt));
      }
    };
    fetchIt();
    return frame;
  }

  addState(item, message) {
    if (message.state === "sent") return;
    item.classList.add(message.state);
    if (message.state === "failed") {
      item.append(
        el(
          "p",
          "note",
          `${t("failed")}${message.error ? `: ${message.error}` : ""} `,
          button("link", t("retry"), () => this.events.retried(message)),
        ),
      );
    } else {
      item.append(el("p", "note", t(message.state === "late" ? "late" : "sending")));
    }
  }

  chips(buttons) {
    const chips = el("div", "chips");
    for (const one of buttons) {
      const chip = button("chip", one.label, () => this.events.tapped(one));
      chip.dataset.data = one.data;
      chips.append(chip);
    }
    return chips;
  }

  isNearEnd() {
    return this.scroll.scrollHeight - this.scroll.scrollTop - this.scroll.clientHeight < NEAR_END;
  }

  toEnd() {
    this.scroll.scrollTop = this.scroll.scrollHeight;
    $("to-end").hidden = true;
  }
}
